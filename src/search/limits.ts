// Bounds on the frontier: how many choices may lie on a branch, and how many points wait. The frontier of any
// strategy is put into one that keeps branches which are too deep for later, and counts.
//
// Law: what is held back is neither explored nor given up. A scope that has nothing else left inside is held back
// as a whole, because nobody knows what it would come to: `not` must not succeed for want of depth.

import type { ChoicePoint } from './choice-point.ts'
import type { Frontier, Strategy } from './frontier.ts'

/** The bounds of one search, or of one `within`, on all of its frontiers together. */
export class Limits {
  /** The most choices on a branch. */
  deepest: number
  /** How many points wait, at most: some may have been given up since they were counted. */
  waiting = 0
  /** Whether a branch was too deep. */
  isReached = false

  constructor(deepest: number) {
    this.deepest = deepest
  }
}

/** `strategy`, within `limits`. */
export function limited(strategy: Strategy, limits: Limits): Strategy {
  const { tabling } = strategy
  const frontier = (): Frontier => new Limited(strategy.frontier(), limits)
  return { ...strategy, frontier, tabling: tabling && limited(tabling, limits) }
}

class Limited implements Frontier {
  private readonly inner: Frontier
  private readonly limits: Limits
  private heldBack: ChoicePoint[] = []
  private handed: ChoicePoint | null = null

  constructor(inner: Frontier, limits: Limits) {
    this.inner = inner
    this.limits = limits
  }

  push(point: ChoicePoint): void {
    this.limits.waiting++
    this.put(point)
  }

  private put(point: ChoicePoint): void {
    // Where branches start again, one that is kept would be explored twice: there the depth of a round is bounded.
    if (!point.isScope && point.depth > this.limits.deepest && this.inner.deepest === undefined) {
      this.limits.isReached = true
      this.heldBack.push(point)
    } else this.inner.push(point)
  }

  next(): ChoicePoint | null {
    for (;;) {
      const point = this.inner.next()
      // Only what was handed out becomes spent.
      if (point !== this.handed && this.handed?.spent) this.limits.waiting--
      this.handed = point
      if (point === null || !isStuck(point)) return point
      point.holdBack()
      this.heldBack.push(point)
      this.handed = null
    }
  }

  get round(): number | undefined {
    return this.inner.round
  }

  get deepest(): number | undefined {
    return this.inner.deepest
  }

  set deepest(deepest: number | undefined) {
    if (this.inner.deepest !== undefined && deepest !== undefined) this.inner.deepest = deepest
  }

  get isCutOff(): boolean {
    return this.heldBack.length > 0 || this.inner.isCutOff === true
  }

  deepen(): void {
    this.inner.deepen?.()
    const { heldBack } = this
    this.heldBack = []
    for (const point of this.inner) point.deepen()
    for (const point of heldBack) {
      point.deepen()
      if (!point.spent) this.put(point)
    }
  }

  returned(value: unknown, cost: number): boolean {
    return this.inner.returned?.(value, cost) !== false
  }

  get pruned(): boolean {
    return this.inner.pruned === true
  }

  *[Symbol.iterator](): Iterator<ChoicePoint> {
    yield* this.inner
    yield* this.heldBack
  }
}

/** Whether all that is left inside a scope is held back. */
function isStuck(point: ChoicePoint): boolean {
  return point.isScope && point.within() === null && point.isCutOff
}
