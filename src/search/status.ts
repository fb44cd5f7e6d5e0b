// What a search has cost so far, and why it ended. Both are plain values: the effort up to a solution
// never changes afterwards, however far somebody else walks on.
//
// Law: efforts form a commutative monoid under `addEfforts`, end reasons one under `graver`; so the status
// of streams that are put together does not depend on how they were bracketed.

/** The work done up to some point of a search. */
export interface Effort {
  /** Resumptions of a branch: each takes it to its next choice or to its end. */
  readonly steps: number
  /** Choices met, by whichever branch. */
  readonly choicePoints: number
  /** Branches that returned. */
  readonly solutions: number
  /** Branches that failed. */
  readonly failures: number
  /** Branches that came to a state where another had been, and were dropped; none without `merge`. */
  readonly merged: number
  /**
   * Objects that were copied so that branches do not see each other's changes: arrays, records, `Map`s, closures,
   * places in iterations. 0 where branches share all that they have.
   */
  readonly copied: number
  /** The greatest number of choices on one branch. */
  readonly depth: number
}

/** A bound of a search that has been reached, by its name in the options; `limit` is `solutions`. */
export type Reached = 'limit' | 'depth' | 'steps' | 'forks' | 'frontier' | 'memory' | 'time'

/**
 * Why there is nothing more to walk: every branch was explored (`exhausted`), or all that neither the strategy nor a
 * `within` left out (`pruned`), or a bound stopped the search (`limit` also `take` on a stream). From harmless to
 * grave.
 */
export type EndReason = 'exhausted' | 'pruned' | Reached | 'aborted'

/** The search has ended. */
export interface Ended extends Effort {
  readonly reason: EndReason
}

/** The program threw `error`; whoever walks to this point receives it, every time. */
export interface Failed extends Effort {
  readonly reason: 'failed'
  readonly error: unknown
}

/** Nobody has walked to the end yet. */
export interface Open extends Effort {
  readonly reason: 'open'
}

/** Where a stream stands. */
export type Status = Open | Ended | Failed

export const NO_EFFORT: Effort = Object.freeze({
  steps: 0,
  choicePoints: 0,
  solutions: 0,
  failures: 0,
  merged: 0,
  copied: 0,
  depth: 0,
})

/** Work done beside other work. */
export function addEfforts(a: Effort, b: Effort): Effort {
  return {
    steps: a.steps + b.steps,
    choicePoints: a.choicePoints + b.choicePoints,
    solutions: a.solutions + b.solutions,
    failures: a.failures + b.failures,
    merged: a.merged + b.merged,
    copied: a.copied + b.copied,
    depth: Math.max(a.depth, b.depth),
  }
}

const gravity: Readonly<Record<EndReason, number>> = {
  exhausted: 0,
  pruned: 1,
  limit: 2,
  depth: 3,
  steps: 4,
  forks: 5,
  frontier: 6,
  memory: 7,
  time: 8,
  aborted: 9,
}

/** The reason that is true of two streams together: one that was cut off leaves the whole cut off. */
export function graver(a: EndReason, b: EndReason): EndReason {
  return gravity[a] >= gravity[b] ? a : b
}

/** The end of two streams together. */
export function bothEnded(one: Ended, other: Ended): Ended {
  return { ...addEfforts(one, other), reason: graver(one.reason, other.reason) }
}
