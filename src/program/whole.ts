// Questions about all solutions of a program. The program stands apart: it has its own copy of the variables that
// it closes over, and leaves nothing behind but the answer.

import { checkProgram, Scoped } from './scoped.ts'
import type { AnswerOf, AnyProgram, AskedOf } from './program.ts'

/**
 * Goes on if `program` has no solution; fails at its first one.
 *
 * Law: `not(p) = ifte(p, fail, return)`; `not(not(p))` goes on if `p` has a solution, without its answer.
 *
 * ```ts
 * import { amb, choose, guard, not, solve } from 'multishot'
 *
 * const primes = solve(function* () {
 *   const n = yield* choose([7, 8, 9, 11])
 *   yield* not(function* () {
 *     const d = yield* amb(2, 3)
 *     yield* guard(n % d === 0)
 *   })
 *   return n
 * })
 * console.log(primes.toArray()) // → [ 7, 11 ]
 * ```
 *
 * Not promised: an answer, if `program` is infinite and has no solution.
 *
 * @throws {MultishotError} MS3107 when `program` is no function.
 */
export function not<P extends AnyProgram>(program: P): Scoped<void, AskedOf<P>> {
  checkProgram('the program of not', program)
  return new Scoped({ operator: 'not', program })
}

/**
 * All solutions of `program`, as an array in the order in which they are found.
 *
 * Law: `collect(p) = [...solve(p)]`; `choose(yield* collect(p))` has the solutions of `p`.
 *
 * ```ts
 * import { amb, collect, guard, solve } from 'multishot'
 *
 * const table = solve(function* () {
 *   const n = yield* amb(4, 6)
 *   const divisors = yield* collect(function* () {
 *     const d = yield* amb(1, 2, 3, 4)
 *     yield* guard(n % d === 0)
 *     return d
 *   })
 *   return [n, divisors]
 * })
 * console.log(table.toArray()) // → [ [ 4, [ 1, 2, 4 ] ], [ 6, [ 1, 2, 3 ] ] ]
 * ```
 *
 * @throws {MultishotError} MS3107 when `program` is no function.
 */
export function collect<P extends AnyProgram>(program: P): Scoped<AnswerOf<P>[], AskedOf<P>> {
  checkProgram('the program of collect', program)
  return new Scoped({ operator: 'collect', program })
}

/**
 * How many solutions `program` has. Law: `count(p)` is the length of `collect(p)`.
 *
 * ```ts
 * import { amb, count, guard, solve } from 'multishot'
 *
 * const heads = solve(function* () {
 *   return yield* count(function* () {
 *     const coins = (yield* amb(0, 1)) + (yield* amb(0, 1)) + (yield* amb(0, 1))
 *     yield* guard(coins >= 2)
 *   })
 * })
 * console.log(heads.toArray()) // → [ 4 ]
 * ```
 *
 * @throws {MultishotError} MS3107 when `program` is no function.
 */
export function count<P extends AnyProgram>(program: P): Scoped<number, AskedOf<P>> {
  checkProgram('the program of count', program)
  return new Scoped({ operator: 'count', program })
}

/**
 * Goes on if `holds` is true of every solution of `program`; fails at the first of which it is not.
 *
 * Law: `forall(p, f) = not(function* () { yield* guard(!f(yield* p())) })`; so it goes on if `p` has no solution.
 *
 * ```ts
 * import { amb, choose, forall, solve } from 'multishot'
 *
 * const bounds = solve(function* () {
 *   const most = yield* choose([3, 5, 7])
 *   yield* forall(function* () { return (yield* amb(1, 2)) + (yield* amb(1, 3)) }, (sum) => sum <= most)
 *   return most
 * })
 * console.log(bounds.toArray()) // → [ 5, 7 ]
 * ```
 *
 * @throws {MultishotError} MS3107 when `program` or `holds` is no function.
 */
export function forall<P extends AnyProgram>(
  program: P,
  holds: (answer: AnswerOf<P>) => boolean,
): Scoped<void, AskedOf<P>> {
  checkProgram('the program of forall', program)
  checkProgram('the condition of forall', holds)
  return new Scoped({ operator: 'forall', program, holds })
}
