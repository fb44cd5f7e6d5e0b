// Through which blocks every way to a block leads (Cooper, Harvey and Kennedy, "A simple, fast dominance algorithm",
// 2001). An error leads from every block to its handler.

import { successors } from './ir.ts'
import type { Block } from './ir.ts'

export interface Dominators {
  /** The last block before `block` that every way to it leads through; the start's is the start. */
  above(block: Block): Block
  /** The last block that every way to either leads through. */
  common(one: Block, other: Block): Block
}

/** Of the blocks that can be reached from `start`. */
export function dominatorsFrom(start: Block): Dominators {
  const order = inPostorder(start)
  const numbers = new Map(order.map((block, number) => [block, number]))
  const before = new Map<Block, Block[]>(order.map((block) => [block, []]))
  for (const block of order) for (const next of leadsTo(block)) before.get(next)!.push(block)
  const above = new Map<Block, Block>([[start, start]])
  const common = (one: Block, other: Block): Block => {
    let [a, b] = [one, other]
    while (a !== b) {
      while (numbers.get(a)! < numbers.get(b)!) a = above.get(a)!
      while (numbers.get(b)! < numbers.get(a)!) b = above.get(b)!
    }
    return a
  }
  for (let changed = true; changed;) {
    changed = false
    for (const block of order.toReversed()) {
      if (block === start) continue
      const found = before
        .get(block)!
        .filter((each) => above.has(each))
        .reduce(common)
      if (above.get(block) === found) continue
      above.set(block, found)
      changed = true
    }
  }
  return { above: (block) => above.get(block)!, common }
}

/** Where `block` can lead, by an error too. */
export function leadsTo(block: Block): readonly Block[] {
  return block.handler === null ? successors(block) : [...successors(block), block.handler]
}

/** Each block after those that it leads to, as far as there are no circles. */
function inPostorder(start: Block): Block[] {
  const order: Block[] = []
  const seen = new Set([start])
  const path: { block: Block; left: Block[] }[] = [{ block: start, left: [...leadsTo(start)] }]
  while (path.length > 0) {
    const { block, left } = path.at(-1)!
    const next = left.pop()
    if (next === undefined) {
      order.push(block)
      path.pop()
    } else if (!seen.has(next)) {
      seen.add(next)
      path.push({ block: next, left: [...leadsTo(next)] })
    }
  }
  return order
}
