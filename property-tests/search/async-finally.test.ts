/**
 * What becomes of the `finally` blocks of async branches: those of a branch that leaves them run once each, to their end;
 * those of a branch that fails or is given up, while it awaits something too, do not run, nor does anything else of it.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { choose, depthFirst, fail, once, solveAsync } from 'multishot'
import type { SolveAsyncOptions, Strategy } from 'multishot'
import { pauses } from './async/pauses.ts'
import { Clock, type Pause } from './async/twin.ts'
import { complete } from './strategy-laws.ts'

type Tree =
  | { readonly tag: 'leaf' | 'fail' | 'throw' }
  | { readonly tag: 'choice'; readonly children: readonly Tree[] }
  | { readonly tag: 'await' | 'try' | 'once'; readonly child: Tree }

const trees: fc.Arbitrary<Tree> = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ tag: fc.constantFrom('leaf' as const, 'leaf' as const, 'fail' as const, 'throw' as const) }),
    fc.record({ tag: fc.constant('choice' as const), children: fc.array(tie('tree'), { maxLength: 4 }) }),
    fc.record({
      tag: fc.constantFrom('await' as const, 'try' as const, 'once' as const),
      child: tie('tree'),
    }),
  ),
})).tree

/** The ways of branches that began to leave a `try`, and that came to the end of its `finally`. */
interface Left {
  readonly begun: string[]
  readonly done: string[]
}

/** A solution is its way: a digit for each choice, `t` for each `try`, and `f` or `!` where it failed or threw. */
const search = (tree: Tree, { later }: Clock, { begun, done }: Left) =>
  async function* (): AsyncGenerator<any, string, any> {
    let way = ''
    return yield* visit(tree)

    async function* visit(node: Tree): AsyncGenerator<any, string, any> {
      switch (node.tag) {
        case 'leaf':
          return way
        case 'fail':
          way += 'f'
          return yield* fail()
        case 'throw':
          throw new RangeError(`${way}!`)
        case 'choice': {
          const index: number = yield* choose(node.children.keys())
          way += index
          return yield* visit(node.children[index]!)
        }
        case 'await':
          await later(0)
          return yield* visit(node.child)
        case 'once':
          return yield* once(() => visit(node.child))
        case 'try': {
          way += 't'
          const place = way.length
          try {
            return yield* visit(node.child)
          } finally {
            begun.push(`${place} ${way}`)
            await later(0)
            done.push(`${place} ${way}`)
          }
        }
      }
    }
  }

/** What is left behind by a branch that has gone this way and come out. */
const blocksOf = (way: string): string[] =>
  [...way].flatMap((step, at) => (step === 't' ? [`${at + 1} ${way}`] : []))

/** Iterative deepening goes the same ways again, each time deeper, and so leaves the same blocks. */
const eachWayOnce = complete.filter(({ name }) => name !== 'iterative deepening')

const isUnique = (ways: readonly string[]): boolean => new Set(ways).size === ways.length

interface Stop {
  readonly how: 'exhaust' | 'solutions' | 'steps' | 'break' | 'close' | 'abort'
  readonly after: number
}

const stops: fc.Arbitrary<Stop> = fc.record({
  how: fc.constantFrom('exhaust', 'solutions', 'steps', 'break', 'close', 'abort'),
  after: fc.nat(6),
})

const turns = async (many: number): Promise<void> => {
  for (let i = 0; i < many; i++) await new Promise(setImmediate)
}

/** All that a search that is stopped so comes to, and the error that it ends with. */
const run = async (
  tree: Tree,
  clock: Clock,
  left: Left,
  { how, after }: Stop,
  options: SolveAsyncOptions,
): Promise<{ ways: string[]; thrown: string | null }> => {
  const controller = new AbortController()
  const bounds = how === 'solutions' || how === 'steps' ? { [how]: after } : { signal: controller.signal }
  const stream = solveAsync(search(tree, clock, left), { ...options, ...bounds })
  const ways: string[] = []
  const stopped =
    how === 'close' || how === 'abort'
      ? turns(after).then(async () => (how === 'close' ? await stream.close() : controller.abort()))
      : null
  let thrown: string | null = null
  try {
    for await (const way of stream) {
      ways.push(way)
      if (how === 'break' && ways.length > after) break
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    thrown = error.message
  }
  await stopped
  return { ways, thrown }
}

const assertLeftOnce = async (
  tree: Tree,
  waits: readonly Pause[],
  stop: Stop,
  options: SolveAsyncOptions,
): Promise<number> => {
  const clock = new Clock(waits)
  const left: Left = { begun: [], done: [] }
  const { ways, thrown } = await run(tree, clock, left, stop, options)
  const atTheEnd = [...left.done]
  await turns(12)
  expect(left.done).toEqual(atTheEnd)
  expect(isUnique(left.begun) && isUnique(left.done)).toBe(true)
  for (const each of left.done) expect(left.begun).toContain(each)
  expect(left.begun.join()).not.toContain('f')
  const whole = [...ways, ...(thrown === null ? [] : [thrown.slice(0, -1)])].flatMap(blocksOf)
  expect(left.done).toEqual(expect.arrayContaining(whole))
  // Whoever comes to the end of all and gives nobody up has no others.
  const givesUp = thrown !== null || /once/.test(JSON.stringify(tree))
  if (stop.how === 'exhaust' && !givesUp) expect(left.done.toSorted()).toEqual(whole.toSorted())
  return left.begun.length - left.done.length
}

test('the `finally` blocks of async branches run once where a branch leaves them, and not where it is given up', async () => {
  let givenUpInside = 0
  const law = fc.asyncProperty(
    trees,
    pauses,
    stops,
    fc.constantFrom(...eachWayOnce),
    fc.constantFrom(1, 2, 5, Infinity),
    async (tree, waits, stop, strategy, concurrency) => {
      givenUpInside += await assertLeftOnce(tree, waits, stop, { strategy, concurrency })
    },
  )
  const whileLeaving: [Tree, readonly Pause[], Stop, Strategy, number] = [
    { tag: 'try', child: { tag: 'leaf' } },
    [{ how: 'turns', many: 4 }],
    { how: 'abort', after: 1 },
    depthFirst,
    1,
  ]
  expect(await fc.assert(law, { numRuns: 400, examples: [whileLeaving] })).toBeUndefined()
  // Some were given up while a `finally` awaited something.
  expect(givenUpInside).toBeGreaterThan(0)
}, 120_000)
