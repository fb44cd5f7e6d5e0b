// A choice point is a stack that waits for one of several values, and what it still has to try. It stands
// for all the branches that leave it, so a search allocates one object per choice and none per branch.
//
// This is the hot path: choice points are mutable, `take` leaves its second result in a register, and fields
// are only declared, because V8 writes a field with an initialiser twice.

import { enter, fork, isClean, machine } from '../runtime/index.ts'
import type { Frame } from '../runtime/index.ts'
import type { Program } from '../program/index.ts'

/** What a frontier holds. */
export abstract class ChoicePoint {
  declare readonly stack: Frame
  /** How many choices lie on the way here. */
  declare readonly depth: number
  /** How many branches have left. */
  declare taken: number
  /** True once nothing is left to take; the frontier then drops the point. */
  declare spent: boolean
  /** For the frontier that holds this point, so that a list of points needs no further objects. */
  declare below: ChoicePoint | null

  constructor(stack: Frame, depth: number) {
    this.stack = stack
    this.depth = depth
    this.taken = 0
    this.spent = false
    this.below = null
  }

  /**
   * Starts the next branch: returns its stack and leaves in `machine.value` what is to be sent to it. Null
   * when it turns out that nothing was left. Stack and value belong to the branch alone.
   */
  abstract take(): Frame | null

  /** Called when the search ends while something is left. */
  close(): void {}
}

/** Options that are known: the last one takes the stack itself. */
export class Options extends ChoicePoint {
  declare readonly options: readonly unknown[]
  /** Whether forks return the stack as it is; then only the option has to be looked at. */
  declare clean: boolean
  /** Up to where a step may take options by itself. */
  declare limit: number

  constructor(stack: Frame, depth: number, options: readonly unknown[]) {
    super(stack, depth)
    this.options = options
    this.clean = isClean(stack)
    this.limit = 0
  }

  take(): Frame {
    const { options, stack } = this
    const option = options[this.taken++]
    const last = this.taken === options.length
    if (last) this.spent = true
    if ((last || this.clean) && isPrimitive(option)) {
      machine.value = option
      return stack
    }
    // An object is copied even for the last branch: whoever made the choice may hold it too.
    const branch = fork(stack, option)
    this.clean = branch === stack
    return branch
  }
}

/** Options that are drawn one by one. Nobody knows which is the last, so the stack is always forked. */
export class Draws extends ChoicePoint {
  declare private readonly options: Iterator<unknown>

  constructor(stack: Frame, depth: number, options: Iterator<unknown>) {
    super(stack, depth)
    this.options = options
  }

  take(): Frame | null {
    // An iterator that throws has closed itself, so it must not look as if something were left.
    this.spent = true
    const drawn = this.options.next()
    if (drawn.done) return null
    this.spent = false
    this.taken++
    return fork(this.stack, drawn.value)
  }

  override close(): void {
    this.spent = true
    this.options.return?.()
  }
}

/** Programs to run in place of the choice: each returns into its own copy of the stack. */
export class Entries extends ChoicePoint {
  declare private readonly programs: readonly Program<unknown>[]

  constructor(stack: Frame, depth: number, programs: readonly Program<unknown>[]) {
    super(stack, depth)
    this.programs = programs
  }

  take(): Frame {
    let program = this.programs[this.taken++]!
    let { stack } = this
    if (this.taken === this.programs.length) this.spent = true
    else {
      // Together, because the program may close over variables of the stack.
      stack = fork(stack, program)
      program = machine.value as Program<unknown>
    }
    const entered = enter(program(), stack)
    machine.value = undefined
    return entered
  }
}

export function isPrimitive(value: unknown): boolean {
  return typeof value === 'object' ? value === null : typeof value !== 'function'
}
