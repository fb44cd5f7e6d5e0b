import fc from 'fast-check'
import { left, right } from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { solve, type Nondeterminism, type Program } from 'multishot'
import { program as P } from 'multishot/fp-ts'
import { search, trees } from '../search/trees.ts'
import * as laws from './laws.ts'

type Search<A = number> = Program<A, Nondeterminism>

/** Programs are the same when a search finds the same solutions of them, in the same order. */
const same: laws.Same<P.URI> = (one, other) => expect(solutions(one)).toEqual(solutions(other))
const solutions = (program: unknown): unknown[] => solve(program as Search<unknown>).toArray()

const values = fc.nat(9)
const functions = fc.func<[number], number>(values)
const programs: fc.Arbitrary<Search> = trees.map((tree) => search(tree))
const arrows = fc.func<[number], Search>(programs)
const programsOfFunctions = fc
  .tuple(programs, fc.func<[number, number], number>(values))
  .map(([program, f]) => P.map((n: number) => (m: number) => f(n, m))(program))

const check = <Ts extends [unknown, ...unknown[]]>(...property: Parameters<typeof fc.property<Ts>>): void =>
  fc.assert(fc.property(...property))

describe('programs are lawful, on what a search finds, as', () => {
  test('Functor', () => {
    expect(
      check(programs, functions, functions, laws.functor(P.Functor as never, same) as never),
    ).toBeUndefined()
  })

  test('Apply and Applicative', () => {
    const law = laws.applicative(P.Applicative as never, same)
    expect(
      check(values, programs, functions, programsOfFunctions, programsOfFunctions, law as never),
    ).toBeUndefined()
  })

  test('Chain and Monad', () => {
    expect(
      check(
        values,
        programs,
        programsOfFunctions,
        arrows,
        arrows,
        laws.monad(P.Monad as never, same) as never,
      ),
    ).toBeUndefined()
  })

  test('Alt and Alternative', () => {
    const law = laws.alternative(P.Alternative as never, same)
    const three = fc.tuple(programs, programs, programs)
    expect(
      check(three, functions, fc.tuple(programsOfFunctions, programsOfFunctions), law as never),
    ).toBeUndefined()
  })

  test('ChainRec', () => {
    const law = laws.chainRec(P.ChainRec as never, same)
    const smaller = (arrow: (n: number) => Search) => (n: number) =>
      n === 0 ? P.of(right(n)) : P.map((m: number) => (m < n ? left(m) : right(m)))(arrow(n))
    expect(
      check(values, arrows, (n, arrow) => law(n, smaller(arrow) as never, P.of as never)),
    ).toBeUndefined()
  })

  test('a filter is a chain into what fails', () => {
    expect(
      check(programs, fc.func<[number], boolean>(fc.boolean()), (program, keep) => {
        const chained = P.chain((n: number): Search => (keep(n) ? P.of(n) : P.zero()))(program)
        expect(solutions(P.filter(keep)(program))).toEqual(solutions(chained))
      }),
    ).toBeUndefined()
  })
})
