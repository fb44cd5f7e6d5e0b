// What leaves a step in one place. Where nobody searches, a guard that fails is an effect at a point of its own; but the
// guards of a function differ in their labels only, so what follows can be written once. And where frames hold many
// variables, so can the making of what is yielded.

import type { Frames } from './frames.ts'
import type { Block } from './ir.ts'
import type { Node } from './syntax.ts'

export interface Failing {
  /** What makes the effect. */
  readonly callee: Node
  /** Whether any has a label. */
  readonly isLabelled: boolean
  /** The guards, by what happens where nobody searches. */
  readonly guards: ReadonlyMap<Block, Guard>
}

interface Guard {
  readonly label: Node | null
  /** Where its branch goes on. */
  readonly resume: Block
}

/** The guards of `blocks` with the same callee as the first; null where that is one only. */
export function failingTogether(
  blocks: readonly Block[],
  isEntered: (block: Block) => boolean,
): Failing | null {
  const guards = new Map<Block, Guard>()
  let callee: Node | null = null
  for (const { exit } of blocks) {
    if (exit!.type !== 'fail' || isEntered(exit!.unsearched)) continue
    const effect = effectOf(exit!.unsearched)
    if (effect === null || (callee !== null && callee.name !== effect.callee.name)) continue
    callee ??= effect.callee
    guards.set(exit!.unsearched, { label: effect.arguments[1] ?? null, resume: effect.resume })
  }
  if (guards.size < 2) return null
  return { callee: callee!, isLabelled: [...guards.values()].some(({ label }) => label !== null), guards }
}

/** `guard(false)` or `guard(false, 'label')`, if that is all that `block` asks for. */
function effectOf({ body, exit }: Block): { callee: Node; arguments: readonly Node[]; resume: Block } | null {
  if (body.length > 0 || exit!.type !== 'suspend' || exit!.value.type !== 'CallExpression') return null
  const { callee, arguments: args } = exit!.value
  const [condition, ...others] = args as readonly Node[]
  const isRejection = condition?.type === 'Literal' && condition.value === false
  if (callee.type !== 'Identifier' || !isRejection || others.some(({ type }) => type !== 'Literal'))
    return null
  return { callee, arguments: args, resume: exit!.resume }
}

/** From how many mentions of variables on what yields leaves in one place. */
const MENTIONS = 100

/** Whether frames made wherever one is left would name variables very often. */
export function yieldsOften(blocks: readonly Block[], { live }: Frames): boolean {
  const sizes = blocks.map(({ exit }) =>
    exit!.type === 'suspend' && exit!.yields ? live.get(exit!.resume)!.size : 0,
  )
  return sizes.reduce((sum, size) => sum + size, 0) > MENTIONS
}
