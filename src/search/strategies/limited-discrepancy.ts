// Limited discrepancy search: the options of a choice come in the order that a heuristic advises, and branches that
// went against the advice less often go first.
//
// Source: Harvey & Ginsberg, "Limited Discrepancy Search" (1995). There each wave starts anew; here the points that
// are put off are kept.

import type { ChoicePoint } from '../choice-point.ts'
import type { Frontier, Strategy } from '../frontier.ts'

/** A point, and how often the way there went against the advice. */
interface Entry {
  readonly point: ChoicePoint
  readonly discrepancy: number
}

class LimitedDiscrepancy implements Frontier {
  /** By the discrepancy of the branch that goes next; the newest last. */
  private readonly waves: Entry[][] = []
  private handed: Entry | null = null

  push(point: ChoicePoint): void {
    // A step may take one option by itself, not several: the second one belongs to a later wave.
    point.direct = Math.min(point.direct, 1)
    const { handed } = this
    const discrepancy = handed === null ? 0 : handed.discrepancy + lastTaken(handed.point)
    this.put({ point, discrepancy })
  }

  next(): ChoicePoint | null {
    for (let wave = 0; wave < this.waves.length;) {
      const entries = this.waves[wave]!
      const entry = entries.at(-1)
      if (entry === undefined) {
        wave++
        continue
      }
      if (!entry.point.spent && due(entry) === wave) {
        this.handed = entry
        return entry.point
      }
      entries.pop()
      // What reads a table may be due earlier than it was, while it has no answer to take.
      if (!entry.point.spent) wave = Math.min(wave, this.put(entry))
    }
    return null
  }

  private put(entry: Entry): number {
    const wave = due(entry)
    while (this.waves.length <= wave) this.waves.push([])
    this.waves[wave]!.push(entry)
    return wave
  }

  *[Symbol.iterator](): Iterator<ChoicePoint> {
    for (const { point } of this.waves.flat()) if (!point.spent) yield point
  }
}

/** The wave in which the next branch of the point goes. A scope has an order of its own. */
function due({ point, discrepancy }: Entry): number {
  return point.isScope ? discrepancy : discrepancy + point.taken
}

/** The index of the option with which the branch of `point` began that runs. */
function lastTaken(point: ChoicePoint): number {
  return point.isScope ? 0 : point.taken - 1
}

/**
 * Trusts the order of the options: first the branch that takes the first option everywhere, then those that go
 * against that once by one place, and so on. The option with index i counts i.
 *
 * ```ts
 * import { amb, limitedDiscrepancy, solve } from 'multishot'
 *
 * const words = solve(
 *   function* () {
 *     return (yield* amb('a', 'b', 'c')) + (yield* amb('x', 'y', 'z'))
 *   },
 *   { strategy: limitedDiscrepancy },
 * )
 * console.log(...words) // → ax bx ay az cx by bz cy cz
 * ```
 *
 * Complete on finite trees. Not promised: completeness on infinite ones.
 */
export const limitedDiscrepancy: Strategy = {
  name: 'limited discrepancy',
  frontier: () => new LimitedDiscrepancy(),
}
