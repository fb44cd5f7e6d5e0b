// What a branch has cost so far, and what it will cost at least. Strategies that prefer cheap branches go by
// it, and so do `minimize` and its like.
//
// Source: Hart, Nilsson & Raphael, "A Formal Basis for the Heuristic Determination of Minimum Cost Paths" (1968).

import { Effect, PASS } from '../runtime/effect.ts'
import type { Pass } from '../runtime/effect.ts'
import { badCost, badEstimate } from './errors.ts'

/** Adds to the cost of the branch. */
export class Cost extends Effect<void> {
  readonly #amount: number
  constructor(amount: number) {
    super()
    this.#amount = amount
  }
  override get tag(): 'cost' {
    return 'cost'
  }
  get amount(): number {
    return this.#amount
  }
}

/** Says what the rest of the branch costs at least. */
export class Estimate extends Effect<void> {
  readonly #amount: number
  constructor(amount: number) {
    super()
    this.#amount = amount
  }
  override get tag(): 'estimate' {
    return 'estimate'
  }
  get amount(): number {
    return this.#amount
  }
}

/**
 * What comes after it costs `amount` more. Costs add up along a branch; `bestFirst` explores cheap branches
 * first, and `minimize` keeps the cheapest.
 *
 * Law: `cost(a)` then `cost(b)` is `cost(a + b)`; `cost(0)` does nothing.
 *
 * ```ts
 * import { amb, bestFirst, cost, solve } from 'multishot'
 *
 * const fares = solve(
 *   function* () {
 *     const [way, fare] = yield* amb(['plane', 90], ['bus', 20], ['train', 50])
 *     yield* cost(fare)
 *     return way
 *   },
 *   { strategy: bestFirst() },
 * )
 * console.log(...fares) // → bus train plane
 * ```
 *
 * @throws {MultishotError} MS3105 when `amount` is negative or no number.
 */
export function cost(amount: number): Cost | Pass {
  if (amount === 0) return PASS
  if (typeof amount !== 'number' || !(amount > 0)) throw badCost(amount)
  return new Cost(amount)
}

/**
 * The rest of the branch costs at least `amount`. With it `bestFirst()` is A*, and `minimize` ends branches
 * that cannot become better. An estimate that is too high may hide the best solution; one that is too low only
 * helps less.
 *
 * Law: if no estimate is too high, estimates change neither what `minimize` gives nor the order in which
 * `bestFirst()` gives solutions of different costs.
 *
 * ```ts
 * import { amb, bestFirst, cost, estimate, solve } from 'multishot'
 *
 * function* walk(from: number, to: number): Generator<any, number[], any> {
 *   const path = [from]
 *   for (let at = from; at !== to; path.push(at)) {
 *     at += yield* amb(-1, 1)
 *     yield* cost(1)
 *     yield* estimate(Math.abs(to - at))
 *   }
 *   return path
 * }
 * const paths = solve(() => walk(0, 3), { strategy: bestFirst() })
 * console.log(paths.take(1).toArray(), paths.status.steps) // → [ [ 0, 1, 2, 3 ] ] 16
 * ```
 *
 * @throws {MultishotError} MS3106 when `amount` is no number.
 */
export function estimate(amount: number): Estimate {
  if (typeof amount !== 'number' || Number.isNaN(amount)) throw badEstimate(amount)
  return new Estimate(amount)
}
