import { pipe } from 'fp-ts/lib/function.js'
import { left, right } from 'fp-ts/lib/Either.js'
import type { Either } from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { solve, Stream } from '../../index.ts'
import { stream as S } from '../index.ts'

/** The numbers from 0, and how many have been drawn. */
function naturals() {
  const counter = { drawn: 0 }
  const stream = Stream.from<number>({
    [Symbol.iterator]: () => ({ next: () => ({ value: counter.drawn++, done: false }) }),
  })
  return { counter, stream }
}

const never = (): never => {
  throw new Error('forced')
}

describe('on an infinite stream', () => {
  test.each<[string, (stream: Stream<number>) => Stream<unknown>]>([
    ['map', S.map((n) => n + 1)],
    ['chain', S.chain((n) => S.of(n))],
    [
      'ap',
      (s) =>
        pipe(
          S.of((n: number) => n + 1),
          S.ap(s),
        ),
    ],
    [
      'ap of functions',
      (s) =>
        pipe(
          s,
          S.map((n) => (m: number) => n + m),
          S.ap(S.of(1)),
        ),
    ],
    ['alt', S.alt(never)],
    ['the monoid', (s) => S.getMonoid<number>().concat(s, s)],
    ['filter', S.filter((n) => n >= 0)],
    ['filterMap', S.filterMap((n) => O.some(n))],
    ['compact', (s) => S.compact(s.map(O.some))],
    ['separate', (s) => S.separate(s.map((n) => right(n))).right],
    ['partition', (s) => S.partition((n: number) => n < 0)(s).left],
    ['partitionMap', (s) => S.partitionMap((n: number) => left(n))(s).left],
    ['chainRec', (s) => S.chainRec((n: number) => (n < 0 ? s.map((m) => right(m)) : S.of(left(-1))))(0)],
    [
      'Do',
      (s) =>
        pipe(
          S.Do,
          S.apS('n', s),
          S.bind('m', ({ n }) => S.of(n)),
          S.let('sum', ({ n, m }) => n + m),
        ),
    ],
  ])('%s computes only what is asked for', (_name, derive) => {
    const { counter, stream } = naturals()
    const derived = derive(stream)
    expect(counter.drawn).toBe(0)
    expect(derived.take(3).toArray()).toHaveLength(3)
    expect(counter.drawn).toBe(3)
  })

  test('interleaving reaches both', () => {
    const { concat } = S.getInterleaveMonoid<number>()
    const { stream } = naturals()
    expect(
      concat(
        stream,
        stream.map((n) => -n),
      )
        .take(6)
        .toArray(),
    ).toEqual([0, -0, 1, -1, 2, -2])
  })
})

describe('nothing is forced', () => {
  test('by zero in front of a chain, nor by the alternative of what has a solution', () => {
    expect(pipe(S.zero<number>(), S.chain(never)).toArray()).toEqual([])
    expect(pipe(S.of(1), S.alt<number>(never)).take(1).toArray()).toEqual([1])
    expect(() => pipe(S.zero<number>(), S.alt<number>(never)).toArray()).toThrow('forced')
  })

  test('by chainRec before somebody asks', () => {
    const stream = S.chainRec<number, number>(never)(0)
    expect(stream.status.reason).toBe('open')
    expect(() => stream.toArray()).toThrow('forced')
  })
})

test('what is split is computed once for both sides', () => {
  let calls = 0
  const split = pipe(
    Stream.of(1, 2, 3),
    S.partition((n) => (calls++, n % 2 === 0)),
  )
  expect([split.left.toArray(), split.right.toArray(), calls]).toEqual([[1, 3], [2], 3])
})

test('chainRec needs no stack, whichever way it recurses', () => {
  const many = 100_000
  const down = S.chainRec((n: number): Stream<Either<number, string>> =>
    S.of(n === 0 ? right('end') : left(n - 1)),
  )
  expect(down(many).toArray()).toEqual(['end'])
  const both = S.chainRec((n: number): Stream<Either<number, number>> =>
    Stream.of(right(n), ...(n < many ? [left(n + 1)] : [])),
  )
  expect(both(1).toArray()).toHaveLength(many)
})

test('chainRec knows what it has cost and why it ended', () => {
  const searched = (n: number): Stream<Either<number, number>> =>
    solve(function* () {
      return n === 0 ? right(n) : left(n - 1)
    })
  const all = S.chainRec(searched)(3)
  expect(all.toArray()).toEqual([0])
  expect(all.status).toMatchObject({ reason: 'exhausted', steps: 4 })
  const cut = S.chainRec((n: number) => searched(n).take(1))(3)
  expect(cut.toArray()).toEqual([0])
  expect(cut.status.reason).toBe('limit')
  const failing = S.chainRec((n: number) => (n === 1 ? Stream.of(0).map(never) : searched(n)))(3)
  expect(() => failing.toArray()).toThrow('forced')
  expect(failing.status).toMatchObject({ reason: 'failed', steps: 2 })
})

test('Do-notation names what was chosen, with its types', () => {
  const triples = pipe(
    S.Do,
    S.bind('b', () => Stream.of(4, 12)),
    S.bind('a', ({ b }) => Stream.of(3, 5).filter((a) => a < b)),
    S.let('c', ({ a, b }) => Math.hypot(a, b)),
    S.filter(({ c }) => Number.isInteger(c)),
  )
  expectTypeOf(triples).toEqualTypeOf<
    Stream<{ readonly b: number; readonly a: number; readonly c: number }>
  >()
  expect(triples.toArray()).toEqual([
    { b: 4, a: 3, c: 5 },
    { b: 12, a: 5, c: 13 },
  ])
  expect(pipe(Stream.of(1), S.bindTo('n')).toArray()).toEqual([{ n: 1 }])
})

test('options and eithers are streams of one or none', () => {
  expect([...S.fromOption(O.some(1)), ...S.fromOption(O.none)]).toEqual([1])
  expect([...S.fromEither(right(1)), ...S.fromEither(left('no'))]).toEqual([1])
  expect([...S.guard(true), ...S.guard(false)]).toEqual([undefined])
  expect(S.flatten(Stream.of(Stream.of(1), Stream.of(2))).toArray()).toEqual([1, 2])
})

test('a filter by a type narrows what the stream holds', () => {
  const isText = (value: unknown): value is string => typeof value === 'string'
  const mixed: Stream<string | number> = Stream.of<string | number>('a', 1)
  expectTypeOf(pipe(mixed, S.filter(isText))).toEqualTypeOf<Stream<string>>()
  expect(pipe(mixed, S.filter(isText)).toArray()).toEqual(['a'])
})
