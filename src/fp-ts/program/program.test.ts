import { pipe } from 'fp-ts/lib/function.js'
import { left, right } from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import * as RA from 'fp-ts/lib/ReadonlyArray.js'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { amb, choose, clone, Effect, guard, solve, type Nondeterminism, type Program } from '../../index.ts'
import type { Choice } from '../../program/index.ts'
import { program as P } from '../index.ts'

class Name extends Effect<string> {
  readonly tag = 'name'
}

describe('Do-notation over programs', () => {
  const triples = pipe(
    P.Do,
    P.bind('a', () => P.ask(amb(3, 5, 8))),
    P.bind('b', () => P.ask(amb(4, 12, 15))),
    P.let('c', ({ a, b }) => Math.hypot(a, b)),
    P.filter(({ c }) => Number.isInteger(c)),
    P.map(({ a, b, c }) => [a, b, c]),
  )

  test('is searched like any program', () => {
    const solutions = solve(triples)
    expect(solutions.take(1).toArray()).toEqual([[3, 4, 5]])
    expect(solutions.status.solutions).toBe(1)
    expect(solutions.toArray()).toEqual([
      [3, 4, 5],
      [5, 12, 13],
      [8, 15, 17],
    ])
  })

  test('stands in programs, and programs stand in it', () => {
    const solutions = solve(function* () {
      const [a, , c] = yield* triples()
      yield* guard(a! > 3)
      return c
    })
    expect(solutions.toArray()).toEqual([13, 17])
    const written: Program<number, Nondeterminism> = function* () {
      let sum = 0
      for (let i = 0; i < 2; i++) sum += yield* amb(1, 2)
      return sum
    }
    const composed = pipe(
      P.Do,
      P.apS('n', written),
      P.apS('c', P.of('x')),
      P.chainFirst(({ n }) => P.guard(n !== 3, 'even')),
      P.map(({ n, c }) => `${c}${n}`),
    )
    expect(solve(composed).toArray()).toEqual(['x2', 'x4'])
    expect(
      solve(pipe(written, P.bindTo('n')))
        .take(1)
        .toArray(),
    ).toEqual([{ n: 2 }])
  })

  test('joins the effects that are asked for in its type', () => {
    const asking = pipe(
      P.Do,
      P.bind('name', () => P.ask(new Name())),
      P.bind('n', () => P.ask(amb(1, 2))),
    )
    expectTypeOf(asking).toEqualTypeOf<
      Program<{ readonly name: string; readonly n: number }, Name | Choice<number>>
    >()
    // @ts-expect-error -- `solve` has no answer to `Name`
    expect(() => solve(asking).toArray()).toThrow(/^MS3005: .*'name'/)
  })
})

describe('alternatives', () => {
  test('are tried from left to right, and not asked for before', () => {
    const asked: string[] = []
    const either = pipe(
      P.ask(amb(1, 2)),
      P.alt(() => {
        asked.push('that')
        return P.of('x')
      }),
    )
    const solutions = solve(either)
    expectTypeOf(solutions.take(1).toArray()).toEqualTypeOf<(string | number)[]>()
    expect(solutions.take(2).toArray()).toEqual([1, 2])
    expect(asked).toEqual([])
    expect(solutions.toArray()).toEqual([1, 2, 'x'])
  })

  test('of nothing are nothing', () => {
    expect(solve(pipe(P.zero<number>(), P.chain(P.of))).toArray()).toEqual([])
  })

  test('may be infinitely many', () => {
    const from = (n: number): Program<number, Nondeterminism> =>
      pipe(
        P.of(n),
        P.alt(() => from(n + 1)),
      )
    expect(solve(from(0)).take(3).toArray()).toEqual([0, 1, 2])
  })
})

test('programs run before and after others', () => {
  const [letters, digits] = [P.ask(amb('a', 'b')), P.ask(amb(1, 2))]
  const first = pipe(letters, P.apFirst(digits))
  const second = pipe(letters, P.apSecond(digits))
  expectTypeOf(first).toEqualTypeOf<Program<string, Choice<string> | Choice<number>>>()
  expect([solve(first).toArray(), solve(second).toArray()]).toEqual([
    ['a', 'a', 'b', 'b'],
    [1, 2, 1, 2],
  ])
})

test('options and eithers fail or go on', () => {
  const half = (n: number) => (n % 2 === 0 ? O.some(n / 2) : O.none)
  const numbers = P.ask(choose([1, 2, 3, 4]))
  expect(solve(pipe(numbers, P.filterMap(half))).toArray()).toEqual([1, 2])
  expect(solve(P.fromOption(O.some(1))).toArray()).toEqual([1])
  expect(solve(P.fromOption(O.none)).toArray()).toEqual([])
  expect(solve(P.fromEither(right(1))).toArray()).toEqual([1])
  expect(solve(P.fromEither(left('why'))).toArray()).toEqual([])
  expect(P.fromEither(left('why'))().next().value).toMatchObject({ tag: 'fail', reason: 'why' })
})

test('fp-ts traverses arrays in programs', () => {
  const words = RA.traverse(P.Applicative)((letter: string) => P.ask(amb(letter, letter.toUpperCase())))(
    'ab'.split(''),
  )
  expect(solve(words).toArray()).toEqual([
    ['a', 'b'],
    ['a', 'B'],
    ['A', 'b'],
    ['A', 'B'],
  ])
})

test('recursion is a loop', () => {
  const many = 100_000
  const count = P.chainRec((n: number) => P.of(n === many ? right(n) : left(n + 1)))
  expect(solve(count(0)).toArray()).toEqual([many])
})

test('composed programs are generators that clone', () => {
  const walking = pipe(
    P.ask(new Name()),
    P.chain((first) =>
      pipe(
        P.ask(new Name()),
        P.map((second) => `${first} ${second}`),
      ),
    ),
  )()
  walking.next()
  walking.next('Ada')
  const copy = clone(walking)
  expect([walking.next('Lovelace').value, copy.next('Byron').value]).toEqual(['Ada Lovelace', 'Ada Byron'])
})
