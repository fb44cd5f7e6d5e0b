// Which blocks are entered through the `switch` of the step. All others are written where the one jump to them stands,
// so that an `if` stays an `if`.

import { attemptAt } from './attempts.ts'
import type { Attempt } from './attempts.ts'
import { leadsOn } from './cases.ts'
import type { Frames } from './frames.ts'
import { jumpsOutOf, successors } from './ir.ts'
import type { Block } from './ir.ts'

export interface Labels {
  /** The blocks with a number, points by their own. */
  readonly labels: ReadonlyMap<Block, number>
  /** The attempts, by the block where each begins. */
  readonly attempts: ReadonlyMap<Block, Attempt>
}

/**
 * A block needs a number when it is entered from a resumption, from several places, or by an error. Where frames are
 * loaded in one place, it has that of a point that only leads to it.
 */
export function labelsOf(blocks: readonly Block[], { points, live, huge, one, guarded }: Frames): Labels {
  const labels = new Map(points.map(({ block, number }) => [block, number]))
  const entries = new Map<Block, number>()
  const enter = (block: Block, times: number): void =>
    void entries.set(block, (entries.get(block) ?? 0) + times)
  for (const block of blocks) {
    const exit = block.exit!
    // A dispatch reads the number of its target from a table.
    if (exit.type !== 'suspend')
      for (const next of successors({ ...block, body: [] })) enter(next, exit.type === 'dispatch' ? 2 : 1)
    for (const target of jumpsOutOf(block)) enter(target, 2)
    if (block.handler !== null) enter(block.handler, 2)
  }

  const isEntered = (block: Block): boolean => labels.has(block) || entries.get(block)! > 1
  const attempts = new Map<Block, Attempt>()
  for (const point of huge ? [] : points) {
    const attempt = attemptAt(point, isEntered, live)
    if (attempt === null) continue
    attempts.set(point.block, attempt)
    // It jumps to where the branch goes on.
    for (const next of attempt.exits) enter(next, 1)
  }

  let number = points.length
  for (const block of blocks) {
    if (labels.has(block) || (entries.get(block) ?? 0) <= 1) continue
    const leading = one && !guarded ? points.find((point) => leadsOn(point.block) === block) : undefined
    labels.set(block, leading?.number ?? number++)
  }
  return { labels, attempts }
}

/** The blocks that run after `block` without a resumption between. */
export function entered(block: Block): Block[] {
  return block.exit!.type === 'suspend' ? jumpsOutOf(block) : successors(block)
}
