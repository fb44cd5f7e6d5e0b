// The first solution of a program, and no other.

import { checkProgram, Scoped } from './scoped.ts'
import type { AnswerOf, AnyProgram, AskedOf } from './program.ts'

/**
 * The answer of the first branch of `program` that succeeds, with what it did to the variables that it closes
 * over; the other branches are given up. Which one is first, the strategy decides. Fails if there is none.
 *
 * Law: `once(p)` has the first solution of `p`; `once(once(p)) = once(p)`; `once(either(p, q))` is `once(p)` if `p`
 * has a solution (depth first), else `once(q)`. Where it fails: `once` of a conjunction is not the conjunction of
 * the two; the second part may fail for the first answer of the first.
 *
 * ```ts
 * import { amb, guard, once, solve } from 'multishot'
 *
 * const found = solve(function* () {
 *   const n = yield* amb(1, 5, 9)
 *   const divisor = yield* once(function* () {
 *     const d = yield* amb(2, 3, 5)
 *     yield* guard(n % d === 0)
 *     return d
 *   })
 *   return [n, divisor]
 * })
 * console.log(found.toArray()) // → [ [ 5, 5 ], [ 9, 3 ] ]
 * ```
 *
 * @throws {MultishotError} MS3107 when `program` is no function.
 */
export function once<P extends AnyProgram>(program: P): Scoped<AnswerOf<P>, AskedOf<P>> {
  checkProgram('the program of once', program)
  return new Scoped({ operator: 'once', program })
}
