// What a frame holds of something that goes on beside it, such as a place in an iteration. It knows
// itself what a clone gets.

import type { CopyValue } from './frame.ts'
import type { Listener } from './listener.ts'

/** How many standings there are that somebody must release. As long as there are none, nobody has to. */
let counted = 0

export function isAnythingCounted(): boolean {
  return counted > 0
}

/** There is one more, or one less. */
export function count(change: 1 | -1): void {
  counted += change
}

export abstract class Standing {
  /**
   * The same standing for a clone; itself when clones may share it. `apart` copies a value as it is then,
   * alone, also later.
   */
  abstract copy(copy: CopyValue, apart: CopyValue): Standing
  /** Tells of what it consists. */
  abstract describe(to: Listener): void
  /** Whether its copies have something in common that counts them. */
  get isCounted(): boolean {
    return false
  }
  /** Whether somebody has to release it. */
  get isOpen(): boolean {
    return false
  }
  /** The frame is given up. */
  release(): void {}
}
