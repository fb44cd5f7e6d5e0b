// `using`: the block's resources are a list in a variable of the step, and however the block is left they are
// disposed of, the last one first (ECMAScript, DisposeResources). So it runs where engines do not know the form.

import * as b from './build.ts'
import { Refusal, unsupported } from './diagnostics.ts'
import { lowerFinally } from './finally.ts'
import { BY_ERROR } from './lowering.ts'
import type { Lowering } from './lowering.ts'
import { assignIdentifier } from './patterns.ts'
import { Rewriter } from './rewrite.ts'
import type { Node } from './syntax.ts'

/** Runs `work` with resources of its own, if `uses`. */
export function disposing(l: Lowering, uses: boolean, work: () => void): void {
  if (!uses) return work()
  const resources = l.temporary('$resources')
  l.emit(b.set(b.variable(resources), b.literal(null)))
  const held = (): void => {
    const outer = l.resources
    l.resources = resources
    work()
    l.resources = outer
  }
  lowerFinally(l, held, ({ kind, value }) => {
    const failed = b.binary(b.variable(kind), '===', b.literal(BY_ERROR))
    const dispose = b.call(l.unit.helper('dispose'), b.variable(resources), failed, b.variable(value))
    l.emit(b.statement(dispose))
  })
}

/** Adds a value, which is in a temporary, to the resources of the block. */
export function holdResource(l: Lowering, value: Node): void {
  const resources = b.variable(l.resources!)
  l.emit(b.set(resources, b.call(l.unit.helper('hold'), resources, value)))
}

export function lowerUsing(l: Lowering, node: Node): void {
  if (node.kind === 'await using') throw new Refusal(unsupported('`await using`', node))
  const rewriter = new Rewriter(l.unit, l)
  for (const { id, init } of node.declarations as Node[]) {
    const value = l.keep(rewriter.nameValue(id, init, l.unit.forms.expression(l, init, id.name)))
    holdResource(l, value)
    assignIdentifier(l, id, value, 'declare')
  }
}
