// The frontier of a search is everything that is still to be explored. Strategies differ in nothing else:
// a strategy is a value that supplies a frontier, and the loop in explore.ts never asks which it holds.

import type { ChoicePoint } from './choice-point.ts'

/**
 * The choice points of one search. Iterating gives those that are left, in no promised order.
 *
 * Law: every branch of a pushed point is handed out at most once, and all of them if the search is not
 * stopped and the strategy is complete.
 */
export interface Frontier extends Iterable<ChoicePoint> {
  /**
   * True when the point that was pushed last always goes next. Then the search tries the options of a choice before
   * it pushes the point, and does not push one whose options all fail.
   */
  readonly dives?: boolean
  /** A branch has come to a choice. */
  push(point: ChoicePoint): void
  /** The point whose next branch goes next. It stays here until it is spent. Null: nothing is left. */
  next(): ChoicePoint | null
}

/** Decides which branch goes next. Strategies have no state; each search gets its own frontier. */
export interface Strategy {
  readonly name: string
  frontier(): Frontier
}
