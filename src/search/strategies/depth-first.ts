// Depth first: always the choice that was met last. The frontier is a stack that holds only points with
// something left, so its size is the number of open choices on one branch, never the length of the branch.

import type { ChoicePoint } from '../choice-point.ts'
import type { Frontier, Strategy } from '../frontier.ts'

/**
 * Invariant: only the topmost point can be spent, because only it is handed out; and scopes, which end by themselves
 * where branches in them have awaited something.
 */
class DepthFirst implements Frontier {
  readonly dives = true
  private top: ChoicePoint | null = null

  push(point: ChoicePoint): void {
    const { top } = this
    // A point whose last branch has just met `point` goes now: were it kept until it is on top again, a
    // long branch would pile up all the points that it has passed.
    point.below = top !== null && top.spent ? top.below : top
    this.top = point
  }

  next(): ChoicePoint | null {
    let { top } = this
    if (top === null || !top.spent) return top
    do top = top.below
    while (top !== null && top.spent)
    return (this.top = top)
  }

  *[Symbol.iterator](): Iterator<ChoicePoint> {
    for (let point = this.top; point !== null; point = point.below) if (!point.spent) yield point
  }
}

/**
 * Explores each branch to its end before the next one, options from left to right: the order of nested
 * loops, with memory for one branch only.
 *
 * ```ts
 * import { amb, depthFirst, solve } from 'multishot'
 *
 * const words = solve(
 *   function* () {
 *     return (yield* amb('a', 'b')) + (yield* amb('x', 'y'))
 *   },
 *   { strategy: depthFirst },
 * )
 * console.log(...words) // → ax ay bx by
 * ```
 *
 * Not promised: completeness. A branch that never ends keeps all later ones waiting:
 * `either(function* () { for (;;) yield* amb(0) }, function* () { return 1 })` never gives 1.
 */
export const depthFirst: Strategy = {
  name: 'depth-first',
  concurrent: true,
  frontier: () => new DepthFirst(),
}
