import fc from 'fast-check'
import { expect, test } from 'vitest'
import { choose, depthFirst, resume, resumeAsync, solve, solveAsync } from 'multishot'
import type { SolveOptions, Strategy } from 'multishot'
import { observe, observeAsync } from './observe.ts'
import { asksForFirst, scopedSearch, scopedTrees } from './scoped-trees.ts'
import type { ScopedTree } from './scoped-trees.ts'
import { complete } from './strategy-laws.ts'
import { search, trees } from './trees.ts'
import type { Tree } from './trees.ts'

interface Bounds {
  readonly steps?: number
  readonly solutions?: number
  readonly forks?: number
  readonly depth?: number
  readonly frontier?: number
  readonly memory?: number
  readonly time?: number
  /** Aborted when it is asked so often. */
  readonly patience?: number
}

type Search = () => Generator<any, any, any>

/** The bounds for a piece, each a little more of those that are not used up; by the clock each look takes a millisecond. */
const optionsOf = (bounds: Bounds, piece: number): SolveOptions => {
  const { depth, frontier, memory, time, patience, ...spent } = bounds
  let now = 0
  let asked = 0
  return {
    ...spent,
    ...(depth !== undefined && { depth: depth * piece }),
    ...(frontier !== undefined && { frontier: frontier * piece }),
    ...(memory !== undefined && { memory: memory * piece }),
    ...(time !== undefined && { time: time * piece, clock: () => now++ }),
    ...(patience !== undefined && {
      signal: {
        get aborted() {
          return ++asked > patience * piece
        },
      },
    }),
  }
}

/** Whether nothing is left; where operators have given up branches, the reason says so. */
const isOver = (reason: string): boolean => reason === 'exhausted' || reason === 'pruned'

/** All solutions, in pieces: each time within such bounds. */
const inPieces = (program: Search, strategy: Strategy, bounds: Bounds): unknown[] => {
  const found: unknown[] = []
  let stream = solve<unknown>(program, { strategy, ...optionsOf(bounds, 1) })
  for (let piece = 2; ; piece++) {
    for (const each of stream) found.push(each)
    if (isOver(stream.status.reason)) return found
    stream = resume(stream.status, optionsOf(bounds, piece))
  }
}

/** The same of a search that lets others have their turn. */
const inAsyncPieces = async (program: Search, strategy: Strategy, bounds: Bounds): Promise<unknown[]> => {
  const found: unknown[] = []
  let stream = solveAsync<unknown>(program, { strategy, resumable: true, ...optionsOf(bounds, 1) })
  for (let piece = 2; ; piece++) {
    for await (const each of stream) found.push(each)
    if (isOver(stream.status.reason)) return found
    stream = resumeAsync(stream.status, optionsOf(bounds, piece))
  }
}

const one = (name: keyof Bounds, min: number, max: number): fc.Arbitrary<Bounds> =>
  fc.integer({ min, max }).map((bound) => ({ [name]: bound }))

/** Bounds that stop a search in its order. */
const stopping = fc.oneof(
  one('steps', 1, 6),
  one('solutions', 1, 3),
  one('forks', 1, 3),
  one('frontier', 1, 3),
  one('memory', 500, 3000),
  one('time', 2, 5),
  one('patience', 1, 4),
)

test.each(complete)(
  '$name: a search that is resumed at every bound finds what one without bounds finds, in the same order',
  (strategy) => {
    const law = (tree: Tree, bounds: Bounds): void => {
      expect(inPieces(search(tree), strategy, bounds)).toEqual(solve(search(tree), { strategy }).toArray())
    }
    expect(fc.assert(fc.property(trees, stopping, law))).toBeUndefined()
  },
)

test.each(complete)(
  '$name: so does one that is searched in slices, and resumed after each',
  async (strategy) => {
    const law = async (tree: Tree, bounds: Bounds): Promise<void> => {
      const all = solve(search(tree), { strategy }).toArray()
      expect(await inAsyncPieces(search(tree), strategy, bounds)).toEqual(all)
    }
    expect(await fc.assert(fc.asyncProperty(trees, stopping, law), { numRuns: 40 })).toBeUndefined()
  },
)

test.each(complete)('$name: one that goes deeper and deeper finds the same, each as often', (strategy) => {
  const sorted = (values: readonly unknown[]): unknown[] => values.map(String).toSorted()
  const law = (tree: Tree, bounds: Bounds): void => {
    const all = solve(search(tree), { strategy }).toArray()
    expect(sorted(inPieces(search(tree), strategy, bounds))).toEqual(sorted(all))
  }
  const bounds = fc.oneof(
    one('depth', 1, 2),
    fc.tuple(one('depth', 1, 2), stopping).map(([depth, other]) => ({ ...depth, ...other })),
  )
  expect(fc.assert(fc.property(trees, bounds, law))).toBeUndefined()
})

test('so does one that is stopped inside of operators', () => {
  const law = (tree: ScopedTree, bounds: Bounds): void => {
    const all = solve(scopedSearch(tree)).toArray()
    expect(inPieces(scopedSearch(tree), depthFirst, bounds)).toEqual(all)
  }
  const leaf = { tag: 'leaf', value: 0 } as const
  const cutShort: ScopedTree = {
    tag: 'atMostTwo',
    child: { tag: 'ifte', condition: leaf, one: { tag: 'amb', children: [leaf, leaf, leaf] }, other: leaf },
  }
  const examples: [ScopedTree, Bounds][] = [[cutShort, { steps: 1 }]]
  expect(fc.assert(fc.property(scopedTrees(false), stopping, law), { examples })).toBeUndefined()
})

test('and one whose operators have to wait for what is too deep', () => {
  const law = (tree: ScopedTree, depth: number): void => {
    // Which branch comes first is another question when some of them are held back.
    fc.pre(!asksForFirst(tree) && !/interleave/.test(JSON.stringify(tree)))
    const all = solve(scopedSearch(tree)).toArray()
    const found = inPieces(scopedSearch(tree), depthFirst, { depth })
    expect(found.map(String).toSorted()).toEqual(all.toSorted())
  }
  expect(fc.assert(fc.property(scopedTrees(false), fc.integer({ min: 1, max: 2 }), law))).toBeUndefined()
})

test('what is open is closed at a bound, and then nothing can be resumed, unless it is to be', () => {
  const closed: number[] = []
  const numbers = {
    [Symbol.iterator]: () => {
      let n = 0
      return {
        next: () => ({ value: n++, done: false }),
        return: () => (closed.push(n), { value: 0, done: true }),
      }
    },
  }
  function* program() {
    return yield* choose(numbers)
  }
  const stream = solve(program, { solutions: 2 })
  expect(stream.toArray()).toEqual([0, 1])
  expect(closed).toEqual([2])
  expect(() => resume(stream.status)).toThrow(/^MS3011/)
  const kept = solve(program, { solutions: 2, resumable: true })
  expect(kept.toArray()).toEqual([0, 1])
  expect(closed).toEqual([2])
  const rest = resume(kept.status, { solutions: 2 })
  expect(rest.toArray()).toEqual([2, 3])
  expect(() => resume(kept.status)).toThrow(/^MS3011/)
  rest.close()
  expect(closed).toEqual([2, 4])
})

test('solveAsync gives what solve gives, to the same status', async () => {
  const law = async (tree: never, slice: number): Promise<void> => {
    expect(await observeAsync(solveAsync(search(tree), { slice }))).toEqual(observe(solve(search(tree))))
  }
  expect(
    await fc.assert(fc.asyncProperty(trees as never, fc.constantFrom(0.01, 8), law), { numRuns: 30 }),
  ).toBeUndefined()
})

test('others have a turn after each slice of solveAsync, until its time is over', async () => {
  // By this clock each step takes a millisecond.
  let now = 0
  let turns = 0
  const turn = (): void => {
    turns++
    if (now < 200) setImmediate(turn)
  }
  setImmediate(turn)
  const busy = solveAsync(
    function* () {
      for (; ; now++) yield* choose([0])
    },
    { time: 200, slice: 5, clock: () => now },
  )
  expect(await busy.toArray()).toEqual([])
  expect(busy.status.reason).toBe('time')
  expect(turns).toBeGreaterThan(10)
})
