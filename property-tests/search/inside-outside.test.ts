/**
 * The operators that stand inside of programs and outside on streams: what they make of the stream of a search is what a
 * search makes of the program. Each is listed once, and then tried under every strategy, within bounds, and async.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  amb,
  AsyncStream,
  collect,
  commit,
  count,
  forall,
  guard,
  ifte,
  maximize,
  minimize,
  not,
  once,
  optimize,
  scope,
  solve,
  solveAsync,
  split,
  Stream,
  within,
} from 'multishot'
import type { Program, Strategy } from 'multishot'
import * as outside from 'multishot/streams'
import { observe, observeAsync } from './observe.ts'
import { complete } from './strategy-laws.ts'
import { search, trees } from './trees.ts'
import type { Tree } from './trees.ts'

type Numbers = Program<number, any>

interface Operator {
  readonly inside: (program: Numbers) => Program<unknown, any>
  readonly outside: (stream: Stream<number>) => Stream<unknown>
}

const isSmall = (n: number): boolean => n < 12
const byRest = (n: number): number => n % 4

function* both(n: number): Generator<any, number, any> {
  return yield* amb(n, -n)
}

function* even(n: number): Generator<any, number, any> {
  yield* guard(n % 2 === 0)
  return n
}

const halves = (n: number): readonly number[] => (n % 2 === 0 ? [n] : [])

const operators: Record<string, Operator> = {
  once: {
    inside: (p) =>
      function* () {
        return yield* once(p)
      },
    outside: (s) => outside.once(s),
  },
  commit: {
    inside: (p) =>
      function* () {
        return yield* scope(function* () {
          const n = yield* p()
          yield* commit()
          return yield* both(n)
        })
      },
    outside: (s) => outside.commit(s, (n) => [n, -n]),
  },
  'commit to what fails': {
    inside: (p) =>
      function* () {
        return yield* scope(function* () {
          const n = yield* p()
          yield* commit()
          return yield* even(n)
        })
      },
    outside: (s) => outside.commit(s, halves),
  },
  ifte: {
    inside: (p) =>
      function* () {
        return yield* ifte(p, both, function* () {
          return yield* amb(100, 200)
        })
      },
    outside: (s) => outside.ifte(s, (n) => [n, -n], Stream.of(100, 200)),
  },
  'ifte whose then may fail': {
    inside: (p) =>
      function* () {
        return yield* ifte(p, even, function* () {
          return 100
        })
      },
    outside: (s) => outside.ifte(s, halves, [100]),
  },
  not: {
    inside: (p) =>
      function* () {
        yield* not(p)
      },
    outside: (s) => outside.not(s),
  },
  forall: {
    inside: (p) =>
      function* () {
        yield* forall(p, isSmall)
      },
    outside: (s) => outside.forall(s, isSmall),
  },
  collect: {
    inside: (p) =>
      function* () {
        return yield* collect(p)
      },
    outside: (s) => outside.collect(s),
  },
  'collect within a budget': {
    inside: (p) =>
      function* () {
        return yield* collect(function* () {
          return yield* within({ solutions: 2 }, p)
        })
      },
    outside: (s) => outside.collect(s.take(2)),
  },
  count: {
    inside: (p) =>
      function* () {
        return yield* count(p)
      },
    outside: (s) => outside.count(s),
  },
  optimize: {
    inside: (p) =>
      function* () {
        return yield* optimize(p, byRest)
      },
    outside: (s) => outside.optimize(s, byRest),
  },
  minimize: {
    inside: (p) =>
      function* () {
        return yield* minimize(p, byRest)
      },
    outside: (s) => outside.minimize(s, byRest),
  },
  maximize: {
    inside: (p) =>
      function* () {
        return yield* maximize(p, byRest)
      },
    outside: (s) => outside.maximize(s, byRest),
  },
  split: {
    inside: (p) =>
      function* () {
        const first = yield* split(p)
        return first && [first.value, yield* collect(first.rest)]
      },
    outside: (s) => {
      const first = outside.split(s)
      return first === undefined
        ? Stream.of(undefined)
        : outside.collect(first.rest).map((rest) => [first.value, rest])
    },
  },
}

const sorted = (values: readonly unknown[]): string[] =>
  values.map((each) => JSON.stringify(each) ?? '').toSorted()

/** The order inside of a scope is that of a search of its own. */
const keepsOrder = ({ name }: Strategy): boolean => !/random|monte|deepening/i.test(name)

/** What does not depend on which solution comes first. */
const orderless = ['ifte', 'ifte whose then may fail', 'not', 'forall', 'count']

describe.each(Object.entries(operators))('%s', (name, operator) => {
  test('makes of a stream what it makes of the program inside of a search', () => {
    const law = (tree: Tree): void => {
      const inner = solve(operator.inside(search(tree)))
      expect(operator.outside(solve(search(tree))).toArray()).toEqual(inner.toArray())
      expect(name.includes('budget') ? ['exhausted', 'pruned'] : ['exhausted']).toContain(inner.status.reason)
    }
    expect(fc.assert(fc.property(trees, law))).toBeUndefined()
  })

  test.each(complete)('does so in $name', (strategy) => {
    const law = (tree: Tree): void => {
      const plain = solve(search(tree), { strategy })
      const inner = solve(operator.inside(search(tree)), { strategy }).toArray()
      const outer = operator.outside(plain).toArray()
      // Where chance decides, or what is deep waits, which is first is another question, but not whether there is one.
      const isSame = keepsOrder(strategy) || orderless.includes(name)
      const seen = (values: readonly unknown[]): unknown => (isSame ? sorted(values) : values.length > 0)
      expect(seen(outer)).toEqual(seen(inner))
    }
    expect(fc.assert(fc.property(trees, law), { numRuns: 50 })).toBeUndefined()
  })

  test('gives the same on a stream that has to be waited for, to the same status', async () => {
    const law = async (tree: Tree): Promise<void> => {
      const make = operator.outside as unknown as (stream: AsyncStream<number>) => AsyncStream<unknown>
      if (name === 'split') return
      const expected = observe(operator.outside(solve(search(tree))))
      expect(await observeAsync(make(AsyncStream.from(solve(search(tree)))))).toEqual(expected)
      expect(await observeAsync(make(solveAsync(search(tree))))).toEqual(expected)
    }
    expect(await fc.assert(fc.asyncProperty(trees, law), { numRuns: 50 })).toBeUndefined()
  })
})
