// Frames of the runtime's own, beside those of programs: what must know when a program ends, or what lies
// outside it.

import { DIRTY } from './frame.ts'
import type { Cleanness, CopyValue, Frame, Mode } from './frame.ts'
import type { Listener } from './listener.ts'

/** Never clean, because a clean frame would not be asked. */
export abstract class OwnFrame implements Frame {
  $parent: Frame | null
  $clean: Cleanness = DIRTY
  declare readonly $point: 0
  declare readonly $handles: boolean
  constructor(parent: Frame | null) {
    this.$parent = parent
  }
  $probe(): boolean {
    return false
  }
  abstract $step(frame: Frame, mode: Mode, sent: unknown): Frame | null
  abstract $copy(frame: Frame, copy: CopyValue, parent: Frame | null): Frame
  abstract $describe(frame: Frame, to: Listener): void
}
Object.assign(OwnFrame.prototype, { $point: 0, $handles: false })
