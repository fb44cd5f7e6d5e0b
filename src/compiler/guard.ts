// Iterating by a position: whatever leaves early closes the iterator (ECMAScript, IteratorClose).

import * as b from './build.ts'
import type { Variable } from './ir.ts'
import type { Lowering } from './lowering.ts'
import type { Node } from './syntax.ts'

/** Runs `work` with the iterator of what stands `at` closed if it is left early, by a jump or by an error. */
export function guardPosition(l: Lowering, at: Node, position: Variable, work: () => void): void {
  const outer = l.handler
  const failed = l.block()
  l.under(failed, () => {
    l.goto(l.block())
    const close = (): void =>
      l.emit(b.statement(b.at(at, b.call(l.unit.helper('close'), b.variable(position), b.literal(false)))))
    l.within({ type: 'close', close, outer }, work)
  })
  const after = l.block()
  l.goto(after, failed)
  l.emit(b.statement(b.call(l.unit.helper('close'), b.variable(position), b.literal(true))))
  // Nothing is caught meanwhile, so the error is still there.
  l.exit({ type: 'throw', value: b.id(l.unit.registers.error) }, after)
}
