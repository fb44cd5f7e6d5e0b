import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Stream } from 'multishot'
import {
  assertFilter,
  assertFunctor,
  assertLazy,
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
