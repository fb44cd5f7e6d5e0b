import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amb, solve, Stream } from 'multishot'
import {
  assertFilter,
  assertFunctor,
  assertLazy,
  assertLeftDistributionOfBags,
  assertMonad,
  assertMonadPlus,
  assertSkip,
  assertTake,
} from './stream-laws.ts'
import { streams, values } from './streams.ts'

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

  test('distribute flatMap over concat from the left as bags, and not in order', () => {
    expect(fc.assert(fc.property(streams, arrows, arrows, assertLeftDistributionOfBags))).toBeUndefined()
    const [s, f, g] = [Stream.of(1, 2), (n: number) => Stream.of(n), (n: number) => Stream.of(-n)]
    expect(s.flatMap((n) => f(n).concat(g(n))).toArray()).toEqual([1, -1, 2, -2])
    expect(s.flatMap(f).concat(s.flatMap(g)).toArray()).toEqual([1, 2, -1, -2])
  })

  test('have no right zero: what leads to nothing is walked, and costs what it costs', () => {
    const s = solve(function* () {
      return yield* amb(1, 2)
    })
    const nothing = s.flatMap(() => Stream.empty<number>())
    expect(nothing.toArray()).toEqual([])
    expect(nothing.status.steps).toBe(s.status.steps)
    expect(Stream.empty<number>().flatMap(() => s).status.steps).toBe(0)
  })

  test('filter as a flatMap does', () => {
    expect(fc.assert(fc.property(streams, predicates, assertFilter))).toBeUndefined()
  })

  test('take as slice does', () => {
    expect(fc.assert(fc.property(streams, fc.nat(5), fc.nat(5), assertTake))).toBeUndefined()
  })

  test('skip what take gives', () => {
    expect(fc.assert(fc.property(streams, fc.nat(5), fc.nat(5), assertSkip))).toBeUndefined()
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
