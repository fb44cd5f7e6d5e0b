// The frontier of a search is everything that is still to be explored. Strategies differ in nothing else:
// a strategy is a value that supplies a frontier, and the loop in explore.ts never asks which it holds.

import type { ChoicePoint } from './choice-point.ts'

/**
 * The choice points of one search, or of one scope in it. Iterating gives those that are left, in no promised
 * order; points that are spent may be among them no longer.
 *
 * The search asks for the `next` point, resumes one branch that leaves it (or several, as long as they fail at
 * once), and pushes what the branch became: nothing if it failed, one point if it came to a choice. A point is
 * handed out until it is `spent`. So when a point is pushed, it comes from the point that was handed out last; the
 * points pushed before anything was handed out are where the search starts.
 *
 * Law: every branch of a pushed point is handed out at most once, and all of them if the search is not stopped
 * and the frontier does not say that it `pruned` some. `next` gives the same point until a branch has left it or
 * something was pushed.
 */
export interface Frontier extends Iterable<ChoicePoint> {
  /**
   * True when the point that was pushed last always goes next. Then the search goes through the tree below a choice
   * by itself, and pushes only the points that are left where a branch has to stop: at a solution, at an effect that is
   * no choice, at a bound.
   */
  readonly dives?: boolean
  /** A branch has come to a choice. */
  push(point: ChoicePoint): void
  /**
   * The point whose next branch goes next. It stays here until it is spent. Null: nothing is left. Of a point that
   * stands for a scope, `depth`, `cost` and `bound` may be others than when it was handed out.
   */
  next(): ChoicePoint | null
  /**
   * A branch of the point that was handed out last has returned `value`, or come out of the scope; its way cost
   * `cost`. False: it was there before and counts no more. Default: it counts.
   */
  returned?(value: unknown, cost: number): boolean
  /** Whether points were dropped with branches left. Default: none were. */
  readonly pruned?: boolean
  /** How often branches have started again, where they do: what merging has seen before counts no more. */
  readonly round?: number | undefined
  /**
   * The most choices on a branch, where branches start again: the search sets it, and what is deeper is to be left out.
   * Default: the search keeps branches that are too deep, and pushes them when they are so no longer.
   */
  deepest?: number | undefined
  /** Whether there are branches that are too deep. Default: there are none. */
  readonly isCutOff?: boolean
  /** Deeper branches may be explored now. */
  deepen?(): void
}

/**
 * Decides which branch goes next. Strategies have no state; each search, and each scope in it, gets its own
 * frontier. The ones here are no different from those that a user writes:
 *
 * ```ts
 * import { choose, solve, type ChoicePoint, type Strategy } from 'multishot'
 *
 * const newestOrOldest: Strategy = {
 *   name: 'newest or oldest, in turns',
 *   frontier() {
 *     let points: ChoicePoint[] = []
 *     return {
 *       push: (point) => void points.push(point),
 *       next: () => {
 *         points = points.filter((point) => !point.spent)
 *         return points.at(points.length % 2 === 0 ? 0 : -1) ?? null
 *       },
 *       [Symbol.iterator]: () => points.values(),
 *     }
 *   },
 * }
 * const words = solve(
 *   function* () {
 *     return (yield* choose('ab')) + (yield* choose('xyz'))
 *   },
 *   { strategy: newestOrOldest },
 * )
 * console.log(...words) // → bx by bz ax ay az
 * ```
 */
export interface Strategy {
  readonly name: string
  frontier(): Frontier
  /**
   * False where the way that a branch has come decides what becomes of it: then `merge` would drop what is still needed,
   * and `solve` refuses it. Default: true.
   */
  readonly merges?: boolean
  /** By which tabled functions are searched: their answers are for all branches, whenever those start. Default: this one. */
  readonly tabling?: Strategy | undefined
  /**
   * Whether several branches may be under way at a time, where they await something: then a point that is pushed need
   * not come from the one that was handed out last. Default: false, and there is one at a time.
   */
  readonly concurrent?: boolean
  /**
   * After how many steps those that alternate between frontiers, such as `interleave`, go on to the next one even
   * without a success. Default: never.
   */
  readonly fuel?: number
}
