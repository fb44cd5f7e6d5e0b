// The bottom of a program's stack, where the program is a closure.

import { shareEnclosing } from './copy.ts'
import { RETURNED } from './frame.ts'
import type { Frame, Mode } from './frame.ts'
import type { MadeBy } from './generator.ts'
import type { Listener } from './listener.ts'
import { machine } from './machine.ts'
import { enclosing } from './methods.ts'
import { OwnFrame } from './own-frame.ts'

/**
 * Stands at the bottom of a program's stack whose function is a closure, so that every fork of the
 * stack knows what lies outside it.
 */
export class Root extends OwnFrame {
  readonly maker: MadeBy
  constructor(maker: MadeBy) {
    super(null)
    this.maker = maker
  }
  $step(_frame: Frame, _mode: Mode, sent: unknown): null {
    machine.signal = RETURNED
    machine.value = sent
    return null
  }
  $copy(): Frame {
    shareEnclosing(this.maker)
    return this
  }
  $describe(_frame: Frame, to: Listener): void {
    const parts = enclosing(this.maker)
    to.fact('root')
    to.fact(parts.length)
    for (const part of parts) to.common(part)
  }
}

/** What stands at the bottom of `stack` and knows what lies outside it. */
export function rootOf(stack: Frame): Root | null {
  let frame: Frame = stack
  while (frame.$parent !== null) frame = frame.$parent
  return frame instanceof Root ? frame : null
}
