// The bottom of a program's stack, where the program is a closure.

import { closureOf } from './closure.ts'
import { shareEnclosing } from './copy.ts'
import { DIRTY } from './frame.ts'
import type { Cleanness, Frame, Mode } from './frame.ts'
import type { MadeBy } from './generator.ts'
import type { Listener } from './listener.ts'
import { returns } from './steps.ts'

/**
 * Stands at the bottom of a program's stack whose function is a closure, so that every fork of the
 * stack knows what lies outside it. Never clean, because a clean frame would not be asked.
 */
export class Root implements Frame {
  $parent: Frame | null = null
  $clean: Cleanness = DIRTY
  declare readonly $point: 0
  declare readonly $handles: false
  readonly maker: MadeBy
  constructor(maker: MadeBy) {
    this.maker = maker
  }
  $probe(): boolean {
    return false
  }
  $step(_frame: Frame, _mode: Mode, sent: unknown): null {
    return returns(sent)
  }
  $copy(): Frame {
    shareEnclosing(this.maker)
    return this
  }
  $describe(_frame: Frame, to: Listener): void {
    const parts = closureOf(this.maker.fn)?.parts ?? []
    to.fact('root')
    to.fact(parts.length)
    for (const part of parts) to.common(part)
  }
}
Object.assign(Root.prototype, { $point: 0, $handles: false })
