// Beam search: level by level, and of each level the best only.
//
// Source: Lowerre, "The HARPY Speech Recognition System" (1976).

import type { ChoicePoint } from '../choice-point.ts'
import { badWidth } from '../errors.ts'
import type { Frontier, Strategy } from '../frontier.ts'
import { keyBy } from './best-first.ts'
import type { Priority } from './best-first.ts'

class Beam implements Frontier {
  /** The points of the level that is explored, the next one last. */
  private level: ChoicePoint[] = []
  private depth = 0
  /** Those that the level has led to. */
  private candidates: { readonly key: number; readonly point: ChoicePoint }[] = []
  private begun = false
  pruned = false
  private readonly width: number
  private readonly keyOf: (point: ChoicePoint) => number

  constructor(width: number, keyOf: (point: ChoicePoint) => number) {
    this.width = width
    this.keyOf = keyOf
  }

  push(point: ChoicePoint): void {
    // A branch that has not come to another choice, for it asked for something else, stays in the level.
    if (!this.begun || point.depth <= this.depth) {
      this.level.push(point)
      if (!this.begun) this.depth = Math.max(this.depth, point.depth)
    } else this.candidates.push({ key: this.keyOf(point), point })
  }

  next(): ChoicePoint | null {
    this.begun = true
    for (;;) {
      const point = this.level.at(-1)
      if (point === undefined) {
        if (this.candidates.length === 0) return null
        this.goOn()
      } else if (point.spent) this.level.pop()
      else return point
    }
  }

  private goOn(): void {
    const best = this.candidates.toSorted((a, b) => a.key - b.key)
    this.candidates = []
    for (const { point } of best.splice(this.width)) {
      this.pruned = true
      point.close()
    }
    this.level = best.map(({ point }) => point).toReversed()
    this.depth = Math.max(...this.level.map(({ depth }) => depth))
  }

  *[Symbol.iterator](): Iterator<ChoicePoint> {
    for (const point of this.level) if (!point.spent) yield point
    for (const { point } of this.candidates) yield point
  }
}

export interface BeamOptions {
  /** The most branches of a level that are kept. */
  readonly width: number
  /** Which are the best: the least number. Default: `cost + estimate`. */
  readonly priority?: Priority
}

/**
 * Explores all branches with equally many choices at once, and keeps the `width` best of them. So time and memory
 * grow with the depth only, and solutions may be missed: then the status at the end is `pruned`.
 *
 * Law: `beam({ width: Infinity })` finds what the other strategies find; `width` bounds the branches of a level.
 *
 * ```ts
 * import { amb, beam, cost, solve } from 'multishot'
 *
 * const sums = solve(
 *   function* () {
 *     let sum = 0
 *     for (let i = 0; i < 20; i++) {
 *       const digit = yield* amb(3, 1, 2)
 *       yield* cost(digit)
 *       sum += digit
 *     }
 *     return sum
 *   },
 *   { strategy: beam({ width: 1 }) },
 * )
 * console.log(...sums.take(2), sums.status.reason, sums.status.steps < 150) // → 22 20 open true
 * ```
 *
 * @throws {MultishotError} MS3012 when `width` is no number from 1.
 */
export function beam({ width, priority }: BeamOptions): Strategy {
  if (typeof width !== 'number' || !(width >= 1)) throw badWidth(width)
  const keyOf = keyBy(priority)
  return { name: 'beam', frontier: () => new Beam(width, keyOf) }
}
