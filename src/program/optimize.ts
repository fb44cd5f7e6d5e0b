// The best solution of a program, by branch and bound.

import { checkProgram, Scoped } from './scoped.ts'
import type { AnswerOf, AnyProgram, AskedOf } from './program.ts'

/** What an answer is worth. */
type Value<P extends AnyProgram> = (answer: AnswerOf<P>) => number

/**
 * The answer of the branch of `program` that comes to the least: to its costs, and the `value` of its answer if
 * that is given. Of equals, the first. Branches are given up as soon as they cannot become better: when their
 * costs and their last `estimate` come to as much as the best one so far. Where a `value` is given, only estimates
 * tell, because a value may be negative.
 *
 * Law: `minimize(p)` is the last of `optimize(p)`; it has a solution if `p` has one.
 *
 * ```ts
 * import { amb, cost, guard, minimize, solve } from 'multishot'
 *
 * const miles: Record<string, number> = { AB: 4, AC: 2, BC: 1, BD: 5, CB: 1, CD: 8 }
 * const trip = solve(function* () {
 *   return yield* minimize(function* () {
 *     let path = 'A'
 *     while (!path.endsWith('D')) {
 *       const next = yield* amb('B', 'C', 'D')
 *       yield* guard(!path.includes(next))
 *       yield* cost(miles[path.at(-1)! + next] ?? 1000)
 *       path += next
 *     }
 *     return path
 *   })
 * })
 * console.log(trip.toArray()) // → [ 'ACBD' ]
 * ```
 *
 * @throws {MultishotError} MS3107 when `program` or `value` is no function; MS3008, in the program, when a value is
 * no number.
 */
export function minimize<P extends AnyProgram>(
  program: P,
  value?: Value<P>,
): Scoped<AnswerOf<P>, AskedOf<P>> {
  return optimum('minimize', program, value, 1)
}

/**
 * The answer of `program` whose `value`, less what its branch has cost, is the greatest. Of equals, the first.
 * A branch that can still come to a value of `n` at most says so by `estimate(-n)`.
 *
 * Law: `maximize(p, f) = minimize(p, (x) => -f(x))`.
 *
 * ```ts
 * import { amb, estimate, guard, maximize, solve } from 'multishot'
 *
 * const things = [[3, 5], [2, 3], [1, 1]] as const
 * const packed = solve(function* () {
 *   return yield* maximize(function* () {
 *     let [weight, worth, left] = [0, 0, 9]
 *     for (const [kilos, coins] of things) {
 *       left -= coins
 *       if (yield* amb(true, false)) {
 *         weight += kilos
 *         worth += coins
 *         yield* guard(weight <= 4)
 *       }
 *       yield* estimate(-(worth + left))
 *     }
 *     return worth
 *   }, (worth) => worth)
 * })
 * console.log(packed.toArray(), packed.status.steps) // → [ 6 ] 11
 * ```
 *
 * @throws {MultishotError} as `minimize`.
 */
export function maximize<P extends AnyProgram>(program: P, value: Value<P>): Scoped<AnswerOf<P>, AskedOf<P>> {
  checkProgram('the value of maximize', value)
  return optimum('maximize', program, value, -1)
}

/**
 * Every answer of `program` that is better than all before it, as soon as it is found; what better means, and which
 * branches are given up, is as with `minimize`. So the last one is the best, and whoever stops earlier has the best
 * so far.
 *
 * ```ts
 * import { amb, cost, optimize, solve } from 'multishot'
 *
 * const offers = solve(function* () {
 *   return yield* optimize(function* () {
 *     const price = yield* amb(30, 50, 20, 20, 25, 10)
 *     yield* cost(price)
 *     return price
 *   })
 * })
 * console.log(...offers) // → 30 20 10
 * ```
 *
 * @throws {MultishotError} as `minimize`.
 */
export function optimize<P extends AnyProgram>(
  program: P,
  value?: Value<P>,
): Scoped<AnswerOf<P>, AskedOf<P>> {
  checkProgram('the program of optimize', program)
  if (value !== undefined) checkProgram('the value of optimize', value)
  return new Scoped({ operator: 'optimize', program, value: value ?? null, sign: 1 })
}

function optimum<P extends AnyProgram>(
  name: string,
  program: P,
  value: Value<P> | undefined,
  sign: 1 | -1,
): Scoped<AnswerOf<P>, AskedOf<P>> {
  checkProgram(`the program of ${name}`, program)
  if (value !== undefined) checkProgram(`the value of ${name}`, value)
  return new Scoped({ operator: 'optimum', program, value: value ?? null, sign })
}
