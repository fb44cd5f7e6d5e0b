// Operands around a suspension: what JavaScript evaluates before it goes into temporaries.

import * as b from './build.ts'
import type { Lowering } from './lowering.ts'
import type { Node } from './syntax.ts'

/** Whether evaluating `value` later gives the same: then it needs no temporary. */
export function isStable(value: Node): boolean {
  return (
    value.type === 'Literal' ||
    value.stable === true ||
    (value.variable !== undefined && value.variable.temporary)
  )
}

/** Evaluates `value` now, unless later would be the same. */
export function settle(l: Lowering, value: Node): Node {
  return isStable(value) ? value : l.keep(value)
}

/** Lowers operands from left to right: all that stand before the last suspension are settled. Holes are null. */
export function inOrder<T extends Node | null>(l: Lowering, nodes: readonly T[]): T[] {
  const last = nodes.findLastIndex((node) => node !== null && l.lowered.has(node))
  return nodes.map((node, i) => {
    if (node === null) return node
    if (node.type === 'SpreadElement') {
      const list = l.unit.forms.expression(l, node.argument)
      return b.spread(i < last ? l.keep(b.array([b.spread(list)])) : list) as T
    }
    const value = l.unit.forms.expression(l, node)
    return (i < last ? settle(l, value) : value) as T
  })
}
