// `finally`: one copy of its code, entered with a note of what is pending and left by that note.

import * as b from './build.ts'
import { BY_ERROR, NORMALLY } from './lowering.ts'
import type { Finalizer, Lowering } from './lowering.ts'

/** Runs `finalizer` however `body` is left. */
export function lowerFinally(l: Lowering, body: () => void, finalizer: (region: Finalizer) => void): void {
  const after = l.block()
  const region: Finalizer = {
    kind: l.temporary('$kind'),
    value: l.temporary('$pending'),
    entry: l.block(),
    outer: l.handler,
    exits: [],
  }
  const failed = l.block()
  l.under(failed, () => {
    l.goto(l.block())
    l.within({ type: 'finally', region }, () => {
      body()
      l.emit(b.set(b.variable(region.kind), b.literal(NORMALLY)))
      // Nothing is pending: said outright, so that no frame inside keeps an old value.
      l.emit(b.set(b.variable(region.value), b.undefinedValue()))
    })
  })
  l.goto(region.entry, failed)
  l.emit(b.set(b.variable(region.value), b.id(l.unit.registers.error)))
  l.emit(b.set(b.variable(region.kind), b.literal(BY_ERROR)))
  l.goto(region.entry)
  finalizer(region)
  const rethrow = l.block()
  const exits = region.exits.map(() => l.block())
  l.exit({ type: 'dispatch', on: b.variable(region.kind), cases: [after, rethrow, ...exits] }, rethrow)
  l.exit({ type: 'throw', value: b.variable(region.value) }, after)
  region.exits.forEach((exit, i) => {
    l.current = exits[i]!
    exit.go()
  })
  l.current = after
}
