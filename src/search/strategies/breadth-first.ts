// Breadth first: a queue for each number of choices, the least number first.

import type { ChoicePoint } from '../choice-point.ts'
import type { Frontier, Strategy } from '../frontier.ts'

/** Points with the same number of choices, in the order in which they were met. */
interface Level {
  readonly points: (ChoicePoint | null)[]
  /** Those before it are spent. */
  first: number
}

class BreadthFirst implements Frontier {
  private readonly levels = new Map<number, Level>()
  private depth = Infinity
  private level: Level | undefined

  push(point: ChoicePoint): void {
    const { depth } = point
    const level = this.levels.get(depth)
    if (level !== undefined) {
      level.points.push(point)
      return
    }
    const added = { points: [point], first: 0 }
    this.levels.set(depth, added)
    // The answers of a sub-program go on at the depth at which it was entered.
    if (depth < this.depth) this.goTo(depth)
  }

  next(): ChoicePoint | null {
    for (;;) {
      const { level } = this
      if (level === undefined) return null
      const point = level.points[level.first]
      if (point === undefined) {
        this.levels.delete(this.depth)
        this.goTo(Math.min(...this.levels.keys()))
      } else if (point!.spent || point!.depth !== this.depth) {
        // So that a long level does not keep what it has passed.
        level.points[level.first++] = null
        if (!point!.spent) this.push(point!)
      } else return point
    }
  }

  private goTo(depth: number): void {
    this.depth = depth
    this.level = this.levels.get(depth)
  }

  *[Symbol.iterator](): Iterator<ChoicePoint> {
    for (const { points } of this.levels.values())
      for (const point of points) if (point !== null && !point.spent) yield point
  }
}

/**
 * Explores all branches with fewer choices before those with more: so the first solution is one with the
 * fewest choices, and every solution is found, if no choice has infinitely many options. Memory grows with the
 * number of branches.
 *
 * ```ts
 * import { amb, breadthFirst, either, solve } from 'multishot'
 *
 * function* words(): Generator<any, string, any> {
 *   return yield* either(
 *     function* () { return 'a' + (yield* words()) },
 *     function* () { return yield* amb('x', 'y') },
 *   )
 * }
 * console.log(...solve(words, { strategy: breadthFirst }).take(5)) // → x y ax ay aax
 * ```
 *
 * With `depthFirst` this never gives anything. Not promised: completeness where `choose` has infinitely many
 * options; there `fair` has it.
 */
export const breadthFirst: Strategy = {
  name: 'breadth-first',
  concurrent: true,
  frontier: () => new BreadthFirst(),
}
