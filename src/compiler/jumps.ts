// `break`, `continue` and `return`: which block they aim at, and leaving for it through whatever stands
// between.

import type { Lowering } from './lowering.ts'
import type { Node } from './syntax.ts'
import type { Block } from './ir.ts'

export function breakTarget(lowering: Lowering, label: string | null): void {
  const depth = lowering.contexts.findLastIndex(
    (context) =>
      context.type === 'target' &&
      context.breakTo !== null &&
      (label === null ? !context.plain : context.labels.includes(label)),
  )
  jump(lowering, depth, (context) => context.breakTo!)
}

export function continueTarget(lowering: Lowering, label: string | null): void {
  const depth = lowering.contexts.findLastIndex(
    (context) =>
      context.type === 'target' &&
      context.continueTo !== null &&
      (label === null || context.labels.includes(label)),
  )
  jump(lowering, depth, (context) => context.continueTo!)
}

function jump(
  lowering: Lowering,
  depth: number,
  pick: (context: { breakTo: Block | null; continueTo: Block | null }) => Block,
): void {
  const context = lowering.contexts[depth]
  if (context?.type !== 'target') throw new Error('invariant: a jump has a target')
  const target = pick(context)
  lowering.leave(depth + 1, `block ${target.id}`, null, () => lowering.goto(target, lowering.block()))
}

/** Leaves the function with `value`. */
export function lowerReturn(lowering: Lowering, value: Node): void {
  lowering.leave(0, 'return', value, (carried) =>
    lowering.exit({ type: 'return', value: carried! }, lowering.block()),
  )
}
