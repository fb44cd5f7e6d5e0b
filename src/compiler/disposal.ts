// `using`: the block's resources are a list in a variable of the step, and however the block is left they are
// disposed of, the last one first (ECMAScript, DisposeResources). So it runs where engines do not know the form.

import * as b from './build.ts'
import { lowerFinally } from './finally.ts'
import { BY_ERROR } from './lowering.ts'
import type { Lowering } from './lowering.ts'
import { assignIdentifier } from './patterns.ts'
import { Rewriter } from './rewrite.ts'
import { sent, suspendAwaiting } from './suspend.ts'
import { isUsing } from './syntax.ts'
import type { Node } from './syntax.ts'

/** Runs `work` with resources of its own, if there is `using` among the `declarations`. */
export function disposing(l: Lowering, declarations: readonly (Node | null)[], work: () => void): void {
  const using = declarations.filter(isUsing)
  if (using.length === 0) return work()
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
    const given = [b.variable(resources), failed, b.variable(value)]
    const awaiting = using.find((each) => each!.kind === 'await using')
    if (awaiting) disposeAwaiting(l, awaiting, given)
    else l.emit(b.statement(b.call(l.unit.helper('dispose'), ...given)))
  })
}

/** Disposes of resources of which some are awaited; errors are gathered, also those that are awaited. */
function disposeAwaiting(l: Lowering, at: Node, given: readonly Node[]): void {
  const disposal = l.keep(b.create(l.unit.helper('Disposal'), ...given))
  const of = (name: string, ...args: Node[]): Node => b.call(b.member(disposal, name), ...args)
  const [step, waiting, over] = [l.block(), l.block(), l.block()]
  l.goto(step)
  l.branch(of('awaits'), waiting, over, waiting)
  suspendAwaiting(l, at, b.call(l.unit.helper('element')), true)
  l.emit(b.statement(of('settled', b.id(l.unit.registers.mode), sent(l))))
  l.goto(step, over)
  l.emit(b.statement(of('end')))
}

/** Adds a value of `declaration`, which is in a temporary, to the resources of the block. */
export function holdResource(l: Lowering, { kind }: Node, value: Node): void {
  const resources = b.variable(l.resources!)
  const hold = l.unit.helper(kind === 'await using' ? 'holdAsync' : 'hold')
  l.emit(b.set(resources, b.call(hold, resources, value)))
}

export function lowerUsing(l: Lowering, node: Node): void {
  const rewriter = new Rewriter(l.unit, l)
  for (const { id, init } of node.declarations as Node[]) {
    const value = l.keep(rewriter.nameValue(id, init, l.unit.forms.expression(l, init, id.name)))
    holdResource(l, node, value)
    assignIdentifier(l, id, value, 'declare')
  }
}
