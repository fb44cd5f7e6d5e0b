/**
 * Random programs with operators that have a scope, and what they come to depth first: by plain recursion over lists
 * of answers. Each branch counts in an array what it passes, so that isolation shows in the answers.
 */
import fc from 'fast-check'
import {
  amb,
  collect,
  commit,
  count,
  fail,
  forall,
  ifte,
  interleave,
  lazily,
  maximize,
  minimize,
  not,
  once,
  optimize,
  scope,
  within,
} from 'multishot'
import type { Nondeterminism } from 'multishot'

export type ScopedTree =
  | { readonly tag: 'leaf'; readonly value: number }
  | { readonly tag: 'fail' }
  | { readonly tag: 'throw' }
  | { readonly tag: 'amb'; readonly children: readonly ScopedTree[] }
  | { readonly tag: 'seq' | 'interleave'; readonly one: ScopedTree; readonly other: ScopedTree }
  | {
      readonly tag: 'once' | 'scope' | 'not' | 'collect' | 'count' | 'forall' | 'catch' | 'ignored' | 'shared'
      readonly child: ScopedTree
    }
  | {
      readonly tag: 'optimize' | 'minimize' | 'maximize' | 'atMostTwo'
      readonly child: ScopedTree
    }
  | { readonly tag: 'committed'; readonly one: ScopedTree; readonly other: ScopedTree }
  | {
      readonly tag: 'ifte'
      readonly condition: ScopedTree
      readonly one: ScopedTree
      readonly other: ScopedTree
    }

type Tag<T extends ScopedTree['tag']> = Extract<ScopedTree, { tag: T }>

export const scopedTrees = (throwing: boolean): fc.Arbitrary<ScopedTree> =>
  fc.letrec<{ tree: ScopedTree }>((tie) => {
    const tree = tie('tree')
    const two = (...tags: ScopedTree['tag'][]): fc.Arbitrary<ScopedTree> =>
      fc.record({ tag: fc.constantFrom(...tags), one: tree, other: tree }) as never
    const one = (...tags: ScopedTree['tag'][]): fc.Arbitrary<ScopedTree> =>
      fc.record({ tag: fc.constantFrom(...tags), child: tree }) as never
    return {
      tree: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.record({ tag: fc.constant('leaf' as const), value: fc.nat(3) }),
        fc.constant<ScopedTree>({ tag: throwing ? 'throw' : 'fail' }),
        fc.constant<ScopedTree>({ tag: 'fail' }),
        fc.record({ tag: fc.constant('amb' as const), children: fc.array(tree, { maxLength: 3 }) }),
        two('seq', 'interleave', 'committed'),
        one('once', 'scope', 'not', 'collect', 'count', 'forall', ...(throwing ? (['catch'] as const) : [])),
        one('optimize', 'minimize', 'maximize', 'atMostTwo', 'ignored', 'shared'),
        fc.record({ tag: fc.constant('ifte' as const), condition: tree, one: tree, other: tree }),
      ),
    }
  }).tree

/** Whether it makes a difference which branch comes first. */
export const asksForFirst = (tree: ScopedTree): boolean =>
  /"(?:once|committed|collect|optimize|minimize|maximize|atMostTwo)"/.test(JSON.stringify(tree))

/** What a branch carries: its answer so far, and what it has passed. */
type Asking = Generator<Nondeterminism, number, any>

const isEven = (value: number): boolean => value % 2 === 0

/** What is optimised. */
const byRest = (value: number): number => value % 5

/** The program: its answers tell the value and how many leaves the branch has passed. */
export const scopedSearch = (tree: ScopedTree) =>
  function* (): Generator<Nondeterminism, string, any> {
    const passed: number[] = []
    const value = yield* visit(tree)
    return `${value}:${passed.join('')}`

    function* visit(node: ScopedTree): Asking {
      switch (node.tag) {
        case 'leaf':
          passed.push(node.value)
          return node.value
        case 'fail':
          return yield* fail()
        case 'throw':
          throw new RangeError('thrown')
        case 'amb': {
          const child: ScopedTree = yield* amb(...node.children)
          return yield* visit(child)
        }
        case 'seq':
          return (yield* visit(node.one)) + (yield* visit(node.other))
        case 'interleave':
          return yield* interleave(
            () => visit(node.one),
            () => visit(node.other),
          )
        case 'once':
          return yield* once(() => visit(node.child))
        case 'scope':
          return yield* scope(() => visit(node.child))
        case 'not':
          yield* not(() => visit(node.child))
          return 0
        case 'collect':
          return (yield* collect(() => visit(node.child))).reduce((sum, each) => sum * 2 + each, 1)
        case 'count':
          return yield* count(() => visit(node.child))
        case 'forall':
          yield* forall(() => visit(node.child), isEven)
          return 0
        case 'committed':
          return yield* scope(function* (): Asking {
            const first = yield* visit(node.one)
            yield* commit()
            return first + (yield* visit(node.other))
          })
        case 'ifte':
          return yield* ifte(
            () => visit(node.condition),
            function* (value: number): Asking {
              return value + (yield* visit(node.one))
            },
            () => visit(node.other),
          )
        case 'optimize':
          return yield* optimize(() => visit(node.child), byRest)
        case 'minimize':
          return yield* minimize(() => visit(node.child), byRest)
        case 'maximize':
          return yield* maximize(() => visit(node.child), byRest)
        case 'atMostTwo':
          return yield* within({ solutions: 2 }, () => visit(node.child))
        case 'ignored':
          yield* lazily(() => visit(node.child))
          return 0
        case 'shared': {
          const program = yield* lazily(() => visit(node.child))
          return (yield* program()) + (yield* program())
        }
        case 'catch':
          try {
            return yield* visit(node.child)
          } catch {
            passed.push(9)
            return 9
          }
      }
    }
  }

/** One branch that has come out: with a value or an error. */
interface Answer {
  readonly value: number
  readonly passed: string
  readonly threw: boolean
}

const answer = (value: number, passed: string): Answer => ({ value, passed, threw: false })

/** The answers up to and with the first error, if any: depth first nobody comes further. */
const untilError = (answers: readonly Answer[]): readonly Answer[] => {
  const at = answers.findIndex(({ threw }) => threw)
  return at < 0 ? answers : answers.slice(0, at + 1)
}

const then = (answers: readonly Answer[], go: (each: Answer) => readonly Answer[]): Answer[] =>
  answers.flatMap((each) => (each.threw ? [each] : go(each)))

/** All answers of `node`, depth first, to a branch that has passed `passed`. */
export const answersOf = (node: ScopedTree, passed: string): readonly Answer[] => {
  switch (node.tag) {
    case 'leaf':
      return [answer(node.value, passed + node.value)]
    case 'fail':
      return []
    case 'throw':
      return [{ value: NaN, passed, threw: true }]
    case 'amb':
      return node.children.flatMap((child) => answersOf(child, passed))
    case 'seq':
      return then(answersOf(node.one, passed), (one) =>
        then(answersOf(node.other, one.passed), (other) => [answer(one.value + other.value, other.passed)]),
      )
    case 'interleave': {
      const all = [answersOf(node.one, passed), answersOf(node.other, passed)].map((each) => [...each])
      return alternated(all[0]!, all[1]!)
    }
    case 'once':
      return answersOf(node.child, passed).slice(0, 1)
    case 'scope':
      return answersOf(node.child, passed)
    case 'not':
      return apart(node.child, passed, (all) => (all.length === 0 ? [0] : []), 1)
    case 'collect':
      return apart(node.child, passed, (all) => [all.reduce((sum, each) => sum * 2 + each.value, 1)])
    case 'count':
      return apart(node.child, passed, (all) => [all.length])
    case 'forall': {
      const all = answersOf(node.child, passed)
      const odd = all.findIndex(({ threw, value }) => !threw && !isEven(value))
      const error = all.findIndex(({ threw }) => threw)
      if (odd >= 0 && (error < 0 || odd < error)) return []
      return error >= 0 ? [{ ...all[error]!, passed }] : [answer(0, passed)]
    }
    case 'committed': {
      const [one] = answersOf(node.one, passed)
      if (one === undefined || one.threw) return scopedErrors(node, passed)
      return then(answersOf(node.other, one.passed), (other) => [
        answer(one.value + other.value, other.passed),
      ])
    }
    case 'ifte': {
      const all = answersOf(node.condition, passed)
      if (all.length === 0) return answersOf(node.other, passed)
      return then(all, (one) =>
        then(answersOf(node.one, one.passed), (other) => [answer(one.value + other.value, other.passed)]),
      )
    }
    case 'optimize':
      return improvements(answersOf(node.child, passed), 1)
    case 'minimize':
      return lastOf(improvements(answersOf(node.child, passed), 1))
    case 'maximize':
      return lastOf(improvements(answersOf(node.child, passed), -1))
    case 'atMostTwo': {
      const all = answersOf(node.child, passed)
      const second = all.filter(({ threw }) => !threw)[1]
      return second === undefined ? all : all.slice(0, all.indexOf(second) + 1)
    }
    case 'ignored':
      return [answer(0, passed)]
    case 'shared':
      return then(answersOf(node.child, passed), ({ value, passed: after }) => [answer(2 * value, after)])
    case 'catch':
      return answersOf(node.child, passed).map((each) => (each.threw ? answer(9, `${each.passed}9`) : each))
  }
}

/** Branches that come to an error before the first success do not commit: the others go on. */
const scopedErrors = (node: Tag<'committed'>, passed: string): readonly Answer[] => {
  const all = answersOf(node.one, passed)
  const first = all.findIndex(({ threw }) => !threw)
  if (first < 0) return all
  const one = all[first]!
  const after = then(answersOf(node.other, one.passed), (other) => [
    answer(one.value + other.value, other.passed),
  ])
  return [...all.slice(0, first), ...after]
}

/** Operators that answer once, for a program that stands apart; its first error is theirs. `needs`: looks no further. */
const apart = (
  child: ScopedTree,
  passed: string,
  answerOf: (all: readonly Answer[]) => readonly number[],
  needs = Infinity,
): readonly Answer[] => {
  const all = answersOf(child, passed).slice(0, needs)
  const error = all.find(({ threw }) => threw)
  if (error !== undefined) return [{ ...error, passed }]
  return answerOf(all).map((value) => answer(value, passed))
}

/** Those that are better than all before them; the first error is the end. */
const improvements = (answers: readonly Answer[], sign: 1 | -1): readonly Answer[] => {
  let least = Infinity
  return untilError(answers).filter(({ value, threw }) => {
    if (threw) return true
    const isBetter = sign * byRest(value) < least
    if (isBetter) least = sign * byRest(value)
    return isBetter
  })
}

const lastOf = (answers: readonly Answer[]): readonly Answer[] => answers.slice(-1)

/** By turns after each success; an error is no success. */
const alternated = (one: Answer[], other: Answer[]): Answer[] => {
  const result: Answer[] = []
  let [now, next] = [one, other]
  while (now.length > 0 || next.length > 0) {
    const taken = now.shift()
    if (taken !== undefined) result.push(taken)
    if (taken === undefined || !taken.threw) [now, next] = [next, now]
  }
  return result
}

/** What a depth-first search gives: the answers before the first error that leaves the program, and whether one does. */
export const reference = (tree: ScopedTree): { answers: string[]; fails: boolean } => {
  const all = untilError(answersOf(tree, ''))
  return {
    answers: all.filter(({ threw }) => !threw).map(({ value, passed }) => `${value}:${passed}`),
    fails: all.some(({ threw }) => threw),
  }
}
