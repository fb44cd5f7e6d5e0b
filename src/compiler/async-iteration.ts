// `for await`: whatever leaves early closes the iterator and awaits that (ECMAScript, AsyncIteratorClose).

import * as b from './build.ts'
import type { Variable } from './ir.ts'
import type { Lowering } from './lowering.ts'
import { awaited, suspendAwaiting } from './suspend.ts'
import type { Node } from './syntax.ts'

/** Runs `work` with the iterator closed if it is left early, by a jump or by an error. */
export function guardIteration(l: Lowering, at: Node, iteration: Variable, work: () => void): void {
  const outer = l.handler
  const closes = (threw: boolean): Node => b.call(b.member(b.variable(iteration), 'closes'), b.literal(threw))
  const toAwait = (): Node => b.call(l.unit.helper('element'))
  const failed = l.block()
  l.under(failed, () => {
    l.goto(l.block())
    const close = (): void => {
      const [waiting, after] = [l.block(), l.block()]
      l.branch(closes(false), waiting, after, waiting)
      l.emit(b.statement(b.call(l.unit.helper('closed'), awaited(l, at, toAwait()))))
      l.goto(after)
    }
    l.within({ type: 'close', close, outer }, work)
  })
  const after = l.block()
  l.goto(after, failed)
  const error = l.keep(b.id(l.unit.registers.error))
  const rethrow = l.block()
  const waiting = l.block()
  l.branch(closes(true), waiting, rethrow, waiting)
  // The error that ended the iteration is the one that counts, whatever closing comes to.
  suspendAwaiting(l, at, toAwait(), true)
  l.goto(rethrow)
  l.exit({ type: 'throw', value: error }, after)
}
