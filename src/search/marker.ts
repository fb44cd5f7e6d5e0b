// Where a sub-program ends and its caller begins, on one stack: a frame of the search's own. What comes to it
// leaves the scope, as an effect that the search answers.

import { Effect, RETURN, returns, yields } from '../runtime/index.ts'
import type { Cleanness, CopyValue, Frame, Listener, Mode } from '../runtime/index.ts'

/** A branch has come out of the innermost scope: with an answer, or with an error. */
export class Leaving extends Effect<never> {
  readonly tag = 'leaving'
  constructor(
    readonly mode: Mode,
    readonly value: unknown,
    /** What the marker has carried along. */
    readonly carried: unknown,
  ) {
    super()
  }
}

/**
 * Stands between the two. `carried` is a function of the caller's, which the branch will need when it comes out:
 * copied together with the stack, it closes over the branch's own variables.
 */
export class Marker implements Frame {
  $parent: Frame | null
  $clean: Cleanness = 0
  declare readonly $point: 0
  declare readonly $handles: true
  readonly carried: unknown
  /** Tells markers of different scopes apart. */
  readonly scope: number
  constructor(parent: Frame | null, carried: unknown, scope: number) {
    this.$parent = parent
    this.carried = carried
    this.scope = scope
  }
  $probe(_frame: Frame, isShared: (value: unknown) => boolean): boolean {
    return isShared(this.carried)
  }
  $step(_frame: Frame, mode: Mode, sent: unknown): Frame | null {
    if (mode === RETURN) return returns(sent)
    return yields(new Leaving(mode, sent, this.carried), this.$parent!)
  }
  $copy(_frame: Frame, copy: CopyValue, parent: Frame | null): Frame {
    return new Marker(parent, copy(this.carried), this.scope)
  }
  /** Branches of two scopes are never the same: each scope counts its own. */
  $describe(_frame: Frame, to: Listener): void {
    to.fact('marker')
    to.fact(this.scope)
    to.part(this.carried)
  }
}
Object.assign(Marker.prototype, { $point: 0, $handles: true })
