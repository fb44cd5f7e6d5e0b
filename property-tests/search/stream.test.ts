import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { solve, Stream } from 'multishot'
import {
  assertFilter,
  assertFunctor,
  assertLazy,
  assertMonad,
  assertMonadPlus,
  assertTake,
} from './stream-laws.ts'
import { search, trees } from './trees.ts'

const values = fc.nat(9)

/** Streams of every origin: plain values, searches, searches cut short, errors after some values. */
const streams: fc.Arbitrary<Stream<number>> = fc.oneof(
  fc.array(values, { maxLength: 4 }).map((all) => Stream.of(...all)),
  fc
    .record({ tree: trees, steps: fc.option(fc.nat(8), { nil: Infinity }) })
    .map(({ tree, steps }) => solve(search(tree), { steps })),
  fc.record({ tree: trees, count: fc.nat(3) }).map(({ tree, count }) => solve(search(tree)).take(count)),
  fc.array(values, { maxLength: 3 }).map((all) =>
    Stream.of(...all, -1).map((value) => {
      if (value === -1) throw new RangeError('thrown by a stream')
      return value
    }),
  ),
)

const functions = fc.func(values)
const arrows = fc.func(streams)
const predicates = fc.func(fc.boolean())

describe('streams', () => {
  test('are a functor', () => {
    expect(fc.assert(fc.property(streams, functions, functions, assertFunctor))).toBeUndefined()
  })

  test('are a monad', () => {
    expect(fc.assert(fc.property(values, streams, arrows, arrows, assertMonad))).toBeUndefined()
  })

  test('are a MonadPlus', () => {
    expect(fc.assert(fc.property(streams, streams, streams, arrows, assertMonadPlus))).toBeUndefined()
  })

  test('filter as a flatMap does', () => {
    expect(fc.assert(fc.property(streams, predicates, assertFilter))).toBeUndefined()
  })

  test('take as slice does', () => {
    expect(fc.assert(fc.property(streams, fc.nat(5), fc.nat(5), assertTake))).toBeUndefined()
  })

  test.each<[string, (source: Stream<number>) => Stream<number>]>([
    ['map', (s) => s.map((n) => n + 1)],
    ['filter', (s) => s.filter(() => true)],
    ['flatMap', (s) => s.flatMap((n) => Stream.of(n))],
    ['flatMap of more than one', (s) => s.flatMap((n) => Stream.of(n).concat(Stream.empty()))],
    ['concat', (s) => s.concat(Stream.of(0))],
    ['an empty stream before', (s) => Stream.empty<number>().concat(s)],
    ['take', (s) => s.take(100)],
  ])('put together by %s stay lazy', (_name, derive) => {
    expect(fc.assert(fc.property(fc.nat(8), (length) => assertLazy(derive, length)))).toBeUndefined()
  })
})
