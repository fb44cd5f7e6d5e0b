// The cases of a step in their order: most fall through to the next.

import type { Frames, Point } from './frames.ts'
import type { Block } from './ir.ts'

export interface Case {
  readonly block: Block
  /** Of all that is entered there, the block's own last. */
  readonly numbers: readonly number[]
}

/** Where frames are loaded before the `switch`: the points that only lead to a case, and to which. */
export function skippedPoints(
  { points }: Frames,
  labels: ReadonlyMap<Block, number>,
): ReadonlyMap<Block, Block> {
  const skipped = new Map<Block, Block>()
  for (const { block } of points) {
    const target = leadsOn(block)
    if (target !== null && labels.has(target)) skipped.set(block, target)
  }
  return skipped
}

/**
 * The source's order; resumptions that only load their frame and go elsewhere come last. What follows an attempt and ends
 * where a loop begins again, as most do, stands before it: a step that calls itself for a branch begins there and goes on
 * without a jump.
 */
export function casesOf(
  labels: ReadonlyMap<Block, number>,
  points: ReadonlyMap<Block, Point>,
  skipped: ReadonlyMap<Block, Block>,
  exits: readonly Block[],
): readonly Case[] {
  const numbersOf = (block: Block): number[] => {
    const others = [...skipped].filter(([, target]) => target === block)
    return [...new Set([...others.flatMap(([point]) => numbersOf(point)), labels.get(block)!])]
  }
  const isAside = (block: Block): boolean => {
    const target = leadsOn(block)
    return points.get(block)?.number !== 0 && points.has(block) && target !== null && labels.has(target)
  }
  const order = [...labels.keys()]
    .filter((block) => !skipped.has(block))
    .toSorted((x, y) => Number(isAside(x)) - Number(isAside(y)) || x.id - y.id)
  for (const block of exits) {
    const from = order.indexOf(block)
    const to = order.indexOf(goesOnAt(block, labels)!)
    if (to < 0 || to > from) continue
    order.splice(from, 1)
    order.splice(to, 0, block)
  }
  return order.map((block) => ({ block, numbers: numbersOf(block) }))
}

/** The case that what is written for `block` ends in front of, without a choice. */
function goesOnAt({ exit }: Block, labels: ReadonlyMap<Block, number>): Block | null {
  if (exit!.type !== 'goto') return null
  return labels.has(exit!.target) ? exit!.target : goesOnAt(exit!.target, labels)
}

/** Where `block` leads without doing anything. */
export function leadsOn({ body, exit }: Block): Block | null {
  return body.length === 0 && exit!.type === 'goto' ? exit!.target : null
}
