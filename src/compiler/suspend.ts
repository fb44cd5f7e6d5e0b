// Leaving a step with a frame, and what is done first where the frame is resumed.

import * as b from './build.ts'
import { lowerReturn } from './jumps.ts'
import type { Block } from './ir.ts'
import type { Lowering } from './lowering.ts'
import type { Node } from './syntax.ts'

/** What the step was resumed with. Valid until the next suspension. */
export function sent(l: Lowering): Node {
  return b.id(l.unit.registers.sent)
}

/** What `node` was resumed with, looked at where a proof rests on it. */
export function received(l: Lowering, node: Node): Node {
  const assumption = l.unit.assumption(node)
  if (assumption !== null) l.emit(b.statement(b.call(l.unit.helper('expect'), assumption, sent(l))))
  return sent(l)
}

/** What `value` becomes, awaited at `node`. */
export function awaited(l: Lowering, node: Node, value: Node): Node {
  suspendAwaiting(l, node, value)
  if (l.guarded) throwSent(l)
  return sent(l)
}

/** Awaits `value`; what is resumed sees by the mode whether `sent` is what it became or why it did not. */
export function suspendAwaiting(l: Lowering, node: Node, value: Node, seesMode = false): void {
  const resume = l.block()
  const leave = (frame: Node): Node => b.call(l.unit.helper('awaits'), value, frame)
  l.exit({ type: 'suspend', leave, value, resume, at: node, seesMode }, resume)
}

/** Inside a `try`, where the step itself sees that it is resumed with an error. */
function throwSent(l: Lowering): void {
  l.emit(b.ifThen(b.binary(b.id(l.unit.registers.mode), '===', b.literal(1)), [b.throws(sent(l))]))
}

/** Leaves the step at `node`; building goes on where it is resumed. */
export function suspend(
  l: Lowering,
  node: Node,
  value: Node,
  leave: (frame: Node) => Node,
  how: { readonly opens?: true; readonly yields?: true } = {},
): void {
  const resume = l.block()
  l.exit({ type: 'suspend', leave, value, resume, at: node, ...how }, resume)
  if (!l.guarded) return
  // Inside a `try` the step itself sees what it is resumed with; elsewhere the machine unwinds the frame.
  throwSent(l)
  const returning = returningFrom(l)
  const going = l.block()
  l.branch(b.binary(b.id(l.unit.registers.mode), '===', b.literal(2)), returning, going, going)
}

/** Yields `value` at `node`; building goes on where it is resumed. */
export function suspendYielding(l: Lowering, node: Node, value: Node): void {
  suspend(l, node, value, (frame) => b.call(l.unit.helper('yields'), value, frame), { yields: true })
}

/** Where a `return` that was sent leaves the function: one place for all suspensions inside of the same statements. */
function returningFrom(l: Lowering): Block {
  const inside = l.contexts.at(-1) ?? l
  const known = l.exits.get(inside)
  if (known?.handler === l.handler) return known
  const returning = l.block()
  l.exits.set(inside, returning)
  const at = l.current
  l.current = returning
  lowerReturn(l, l.returnsShared ? b.call(l.unit.helper('stranger'), sent(l)) : sent(l))
  l.current = at
  return returning
}
