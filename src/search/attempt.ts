// The choice whose options a step tries before there is a choice point (compiler/attempts.ts). A step that tries calls
// itself for the branches, which may come to further choices; all of these share this one object, so that a tree in
// which every branch fails costs the search no object at all.

import { Choice } from '../program/index.ts'
import type { Attempt as Trying } from '../runtime/machine.ts'
import { NO_OPTIONS, Options } from './choice-point.ts'
import type { ChoicePoint } from './choice-point.ts'

/** No effect. */
const NONE = Symbol('none')

/**
 * The frontier never sees it. It stands for the point whose branch runs. All options of a choice count as steps when
 * they begin to be tried: `taken` only tells which of them would be lost if an error left the attempt.
 */
export class Attempt extends Options implements Trying {
  /** How many attempts wait for the branch that runs, each in a call of its own. */
  declare nesting: number
  /** How many options count as taken that have not been, in the attempts that wait. */
  declare waiting: number
  /** How many choices lie on the way to each of them, the outermost first. */
  declare readonly depths: number[]
  /** The choice that was tried last, whose options these are: mostly it is the next one as well. */
  declare effect: unknown

  constructor() {
    super(null as never, 0, NO_OPTIONS, 0)
    this.nesting = 0
    this.waiting = 0
    this.depths = []
    this.effect = NONE
  }

  /** Takes over the options of `effect`, if they can be tried: they are known, and nobody could change them. */
  adopts(effect: unknown): boolean {
    if (!(effect instanceof Choice)) return false
    const { primitives } = effect
    const options = effect.options as readonly unknown[]
    if (primitives === 0 || primitives !== options.length) return false
    this.effect = effect
    this.options = options
    this.size = primitives
    return true
  }

  /** Takes over the options of `point` that are left. */
  resumes(point: ChoicePoint): void {
    if (point.options !== this.options) {
      this.effect = NONE
      this.options = point.options
      this.size = point.size
    }
    this.taken = point.taken
    this.limit = point.size
    this.depth = point.depth
  }
}
