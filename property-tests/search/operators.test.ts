import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AsyncStream, solve, Stream } from 'multishot'
import {
  ascending,
  collect,
  commit,
  count,
  descending,
  distinct,
  distinctBy,
  forall,
  groupBy,
  ifte,
  interleave,
  maximize,
  merge,
  minimize,
  not,
  nth,
  once,
  optimize,
  orderBy,
  skipWhile,
  takeWhile,
  topK,
  zip,
} from 'multishot/streams'
import { observe } from './observe.ts'
import {
  assertAsyncAgrees,
  assertAsyncConsumes,
  assertAsyncWalksAgree,
  assertConsumes,
  assertLikeArray,
  assertWalksAgree,
  countedNaturals,
} from './operator-laws.ts'
import type { AsyncOperator, Operator } from './operator-laws.ts'
import { streams, values } from './streams.ts'
import { search, trees } from './trees.ts'

const byRest = (n: number): number => n % 3

/** Written once, for streams of either kind. */
const operators: Record<string, Operator> = {
  map: (s) => s.map((n) => n + 1),
  filter: (s) => s.filter((n) => n % 2 === 0),
  flatMap: (s) => s.flatMap((n) => Stream.of(n, -n)),
  concat: (s) => s.concat(Stream.of(0)),
  take: (s) => s.take(2),
  skip: (s) => s.skip(2),
  takeWhile: (s) => takeWhile(s, (n) => n < 5),
  skipWhile: (s) => skipWhile(s, (n) => n < 5),
  distinct: (s) => distinct(s),
  'distinct by a key': (s) => distinct(s, (n) => [n % 3]),
  distinctBy: (s) => distinctBy(s, (a, b) => a % 3 === b % 3),
  orderBy: (s) => orderBy(s, descending<number>(byRest), ascending<number>(Number)),
  topK: (s) => topK(s, 2, descending(byRest)),
  'keys of groupBy': (s) => groupBy(s, byRest).map(([key]) => key),
  'groups of groupBy': (s) => groupBy(s, byRest).flatMap(([, group]) => group),
  zip: (s) => zip(s, s.skip(1)),
  interleave: (s) =>
    interleave(
      s,
      s.map((n) => -n),
      s,
    ),
  merge: (s) => merge([orderBy(s), orderBy(s.map((n) => n + 1))]),
  once: (s) => once(s),
  commit: (s) => commit(s, (n) => [n, -n]),
  ifte: (s) =>
    ifte(
      s.filter((n) => n > 4),
      (n) => [n, -n],
      s.map((n) => n + 1),
    ),
  not: (s) => not(s),
  forall: (s) => forall(s, (n) => n < 5),
  collect: (s) => collect(s),
  count: (s) => count(s),
  optimize: (s) => optimize(s, byRest),
  minimize: (s) => minimize(s, byRest),
  maximize: (s) => maximize(s, byRest),
}

const finite: fc.Arbitrary<Stream<number>> = fc
  .record({ tree: trees, steps: fc.option(fc.nat(8), { nil: Infinity }) })
  .map(({ tree, steps }) => solve(search(tree), { steps }))

const lists = fc.array(values, { maxLength: 6 })

describe.each(Object.entries(operators))('%s', (_name, operator) => {
  test('gives the same on a stream that has to be waited for', async () => {
    const law = fc.asyncProperty(streams, (source) =>
      assertAsyncAgrees(source, operator, operator as never as AsyncOperator),
    )
    expect(await fc.assert(law)).toBeUndefined()
  })

  test('shows every walker the same, computed once', () => {
    const turns = fc.array(fc.boolean(), { maxLength: 12 })
    const law = fc.property(streams, turns, (source, turn) => assertWalksAgree(source, operator, turn))
    expect(fc.assert(law)).toBeUndefined()
  })

  test('shows every walker the same when walkers do not wait', async () => {
    const law = fc.asyncProperty(streams, fc.nat(6), (source, most) =>
      assertAsyncWalksAgree(source, operator as never as AsyncOperator, most),
    )
    expect(await fc.assert(law, { numRuns: 30 })).toBeUndefined()
  })
})

describe('against arrays', () => {
  const firstLarge = (all: readonly number[]) => [...all, 9].findIndex((n) => n >= 5)
  test.each<[string, Operator, (all: readonly number[]) => readonly unknown[]]>([
    ['distinct', (s) => distinct(s), (all) => [...new Set(all)]],
    [
      'distinct by a key',
      (s) => distinct(s, byRest),
      (all) => all.filter((n, at) => all.findIndex((m) => byRest(m) === byRest(n)) === at),
    ],
    [
      'distinctBy',
      (s) => distinctBy(s, (a, b) => byRest(a) === byRest(b)),
      (all) => all.filter((n, at) => all.findIndex((m) => byRest(m) === byRest(n)) === at),
    ],
    [
      'orderBy',
      (s) => orderBy(s, descending(byRest)),
      (all) => all.toSorted((a, b) => byRest(b) - byRest(a)),
    ],
    ['orderBy without an order', (s) => orderBy(s), (all) => all.toSorted((a, b) => a - b)],
    [
      'groupBy',
      (s) => groupBy(s, byRest).map(([key, group]) => [key, group.toArray()]),
      (all) => [...new Set(all.map(byRest))].map((key) => [key, all.filter((n) => byRest(n) === key)]),
    ],
    ['skipWhile', (s) => skipWhile(s, (n) => n < 5), (all) => all.slice(firstLarge(all))],
  ])('%s gives what arrays give, and ends as its source', (_name, operator, reference) => {
    expect(
      fc.assert(fc.property(finite, (source) => assertLikeArray(source, operator, reference))),
    ).toBeUndefined()
  })

  test('takeWhile and skipWhile split a stream', () => {
    const law = (source: Stream<number>, bound: number) => {
      const small = (n: number) => n < bound
      const split = takeWhile(source, small).concat(skipWhile(source, small))
      expect(split.toArray()).toEqual(source.toArray())
    }
    expect(fc.assert(fc.property(finite, values, law))).toBeUndefined()
  })

  test('takeWhile ends with limit exactly when something did not hold', () => {
    const law = (source: Stream<number>, bound: number) => {
      const before = takeWhile(source, (n) => n < bound)
      const all = source.toArray()
      const given = before.toArray()
      expect(given).toEqual(all.slice(0, given.length))
      const { reason } = before.status
      expect(reason).toBe(given.length < all.length ? 'limit' : source.status.reason)
    }
    expect(fc.assert(fc.property(finite, values, law))).toBeUndefined()
  })

  test('nth is indexing', () => {
    const law = (source: Stream<number>, index: number) => {
      expect(nth(source, index)).toBe(source.toArray()[index])
    }
    expect(fc.assert(fc.property(finite, fc.nat(6), law))).toBeUndefined()
  })

  test('topK is the beginning of orderBy, and says what it left out', () => {
    const law = (source: Stream<number>, count: number) => {
      const best = topK(source, count, ascending(byRest))
      expect(best.toArray()).toEqual(orderBy(source, ascending(byRest)).take(count).toArray())
      const all = source.toArray()
      const { reason } = source.status
      const leftOut = all.length > count && reason === 'exhausted'
      expect(best.status).toEqual({ ...source.status, reason: leftOut ? 'limit' : reason })
    }
    expect(fc.assert(fc.property(finite, fc.nat(4), law))).toBeUndefined()
  })

  test('zip is as long as the shortest', () => {
    const law = (one: number[], other: number[], third: number[]) => {
      const zipped = zip(Stream.of(...one), Stream.of(...other), Stream.of(...third)).toArray()
      const length = Math.min(one.length, other.length, third.length)
      expect(zipped).toEqual(Array.from({ length }, (_, at) => [one[at], other[at], third[at]]))
    }
    expect(fc.assert(fc.property(lists, lists, lists, law))).toBeUndefined()
  })

  test('interleave gives what concat gives, each source in its order, none ahead of the others by two', () => {
    const law = (sources: readonly number[][]) => {
      const tagged = sources.map((all, of) => Stream.of(...all.map((n, at) => ({ n, at, of }))))
      const given = interleave(...tagged).toArray()
      for (const [of, all] of sources.entries())
        expect(given.filter((each) => each.of === of).map(({ n }) => n)).toEqual(all)
      // Round by round: a value's place in its source is its round.
      expect(given.map(({ at }) => at)).toEqual(given.map(({ at }) => at).toSorted((a, b) => a - b))
    }
    expect(fc.assert(fc.property(fc.array(lists, { maxLength: 4 }), law))).toBeUndefined()
  })

  test('interleave of searches adds up their efforts and ends with the gravest reason', () => {
    const law = (one: Stream<number>, other: Stream<number>) => {
      const { status } = observe(one.concat(other))
      expect(observe(interleave(one, other)).status).toEqual(status)
    }
    expect(fc.assert(fc.property(finite, finite, law))).toBeUndefined()
  })

  test('interleave is not associative', () => {
    const [a, b, c] = [Stream.of('a', 'A'), Stream.of('b', 'B'), Stream.of('c', 'C')]
    expect(interleave(interleave(a, b), c).toArray().join('')).toBe('acbCAB')
    expect(interleave(a, interleave(b, c)).toArray().join('')).toBe('abAcBC')
    expect(interleave(a, b, c).toArray().join('')).toBe('abcABC')
  })

  test('merge of streams in order is in order', () => {
    const law = (sources: readonly number[][]) => {
      const sorted = sources.map((all) => Stream.of(...all.toSorted((a, b) => b - a)))
      expect(merge(sorted, descending(Number)).toArray()).toEqual(sources.flat().toSorted((a, b) => b - a))
    }
    expect(fc.assert(fc.property(fc.array(lists, { maxLength: 4 }), law))).toBeUndefined()
  })

  test('merge adds up efforts and ends with the gravest reason', () => {
    const law = (one: Stream<number>, other: Stream<number>) => {
      const { status } = observe(one.concat(other))
      expect(observe(merge([one, other])).status).toEqual(status)
    }
    expect(fc.assert(fc.property(finite, finite, law))).toBeUndefined()
  })
})

describe('what is consumed', () => {
  test.each<[string, Operator, (k: number) => number]>([
    ['map', (s) => s.map((n) => n + 1), (k) => k],
    ['filter', (s) => s.filter((n) => n % 2 === 1), (k) => 2 * k],
    ['flatMap', (s) => s.flatMap((n) => Stream.of(n, n)), (k) => (k + 1) >> 1],
    ['concat', (s) => s.take(2).concat(s), (k) => Math.max(Math.min(k, 2), k - 2)],
    ['skip', (s) => s.skip(3), (k) => k + 3],
    ['takeWhile', (s) => takeWhile(s, (n) => n < 100), (k) => k],
    ['skipWhile', (s) => skipWhile(s, (n) => n < 3), (k) => k + 3],
    ['distinct', (s) => distinct(s, (n) => n >> 1), (k) => 2 * k - 1],
    ['distinctBy', (s) => distinctBy(s, (a, b) => a >> 1 === b >> 1), (k) => 2 * k - 1],
    ['groupBy', (s) => groupBy(s, (n) => n >> 1), (k) => 2 * k - 1],
    [
      'a group',
      (s) =>
        groupBy(s, byRest)
          .take(1)
          .flatMap(([, group]) => group),
      (k) => 3 * k - 2,
    ],
    ['zip', (s) => zip(s, s.skip(2)), (k) => k + 2],
    ['optimize', (s) => optimize(s, (n) => -(n >> 1)), (k) => 2 * k - 1],
    ['ifte', (s) => ifte(s, (n) => [n, n], s), (k) => (k + 1) >> 1],
    [
      'ifte without a value',
      (s) =>
        ifte(
          s.take(2).filter(() => false),
          (n) => [n],
          s,
        ),
      (k) => Math.max(2, k),
    ],
    ['interleave', (s) => interleave(Stream.of(-1), s, Stream.of(-2)), (k) => (k < 3 ? k - 1 : k - 2)],
    ['merge', (s) => merge([s, s.skip(1)]), (k) => ((k + 1) >> 1) + 1],
    ['orderBy', (s) => orderBy(s.take(9), descending(Number)), () => 9],
    ['topK', (s) => topK(s.take(9), 5, descending(Number)), () => 9],
  ])('by %s is what its documentation says, computed or waited for', async (_name, operator, consumes) => {
    expect(assertConsumes(operator, consumes, 5)).toBeUndefined()
    expect(await assertAsyncConsumes(operator as never as AsyncOperator, consumes, 5)).toBeUndefined()
  })

  test.each<[string, Operator, number]>([
    ['once', (s) => once(s), 1],
    ['commit', (s) => commit(s, (n) => [n]), 1],
    ['not', (s) => not(s), 1],
    ['forall', (s) => forall(s, (n) => n < 3), 4],
    ['collect', (s) => collect(s.take(6)), 6],
    ['count', (s) => count(s.take(6)), 6],
    ['minimize', (s) => minimize(s.take(6), Number), 6],
    ['maximize', (s) => maximize(s.take(6), Number), 6],
  ])(
    '%s consumes nothing before it is walked, and then as much as it has to know',
    async (_name, operator, consumes) => {
      const plain = countedNaturals()
      const derived = operator(plain.naturals)
      expect(plain.counter.drawn).toBe(0)
      const values = derived.toArray()
      expect(plain.counter.drawn).toBe(consumes)
      const awaited = countedNaturals()
      const operate = operator as never as AsyncOperator
      expect(await operate(AsyncStream.from(awaited.naturals)).toArray()).toEqual(values)
      expect(awaited.counter.drawn).toBe(consumes)
    },
  )

  test('nth consumes up to its value', () => {
    const { counter, naturals } = countedNaturals()
    expect([nth(naturals, 4), nth(naturals, 2), counter.drawn]).toEqual([4, 2, 5])
  })

  test('groups beside groups compute each key once', () => {
    let keys = 0
    const groups = groupBy(Stream.of(1, 2, 3, 4, 5, 6), (n) => (keys++, byRest(n)))
    expect(groups.toArray().map(([, group]) => group.toArray())).toEqual([
      [1, 4],
      [2, 5],
      [3, 6],
    ])
    expect(keys).toBe(6)
  })
})
