// A choice point is a stack that waits for one of several values, and what it still has to try. It stands
// for all the branches that leave it, so a search allocates one object per choice and none per branch.
//
// This is the hot path: choice points are mutable, `take` leaves its second result in a register, and fields
// are only declared, because V8 writes a field with an initialiser twice.

import {
  abandonStack,
  enter,
  fork,
  holdsAnything,
  isClean,
  isPrimitive,
  machine,
  templateOf,
} from '../runtime/index.ts'
import type { Frame, Resumable, Template } from '../runtime/index.ts'
import type { Listener } from '../runtime/listener.ts'
import type { AnyProgram } from '../program/index.ts'

/** What lies behind a branch. */
export interface Way {
  readonly depth: number
  readonly cost: number
  readonly bound: number
}

/** What a frontier holds. */
export abstract class ChoicePoint implements Resumable {
  declare readonly stack: Frame
  /** How many choices lie on the way here. */
  declare depth: number
  /** The options, as far as a step may take them by itself. */
  declare options: readonly unknown[]
  /** How many branches leave here: `Infinity` as long as nobody knows. */
  declare size: number
  /** How many have left. */
  declare taken: number
  /** How many a step of the stack may take by itself, and up to where it may now. */
  declare direct: number
  declare limit: number
  /** For the frontier that holds this point, so that a list of points needs no further objects. */
  declare below: ChoicePoint | null
  /**
   * What the way here has cost, and what it must come to at least: `cost` and `estimate` of the program. These
   * stand on the prototype until a program asks, because other programs need not pay for them.
   */
  declare cost: number
  declare bound: number
  /** Whether the point stands for the branches inside a scope (scope.ts). */
  declare readonly isScope: boolean
  /** How many attempts wait for the branch that runs; less than none, because steps take options of a point in turn. */
  declare nesting: number

  constructor(stack: Frame, depth: number, options: readonly unknown[], size: number, direct: number) {
    this.stack = stack
    this.depth = depth
    this.options = options
    this.size = size
    this.taken = 0
    this.direct = direct
    this.limit = 0
    this.below = null
  }

  /** True once nothing is left to take; the frontier then drops the point. */
  get spent(): boolean {
    return this.taken === this.size
  }

  /**
   * Starts the next branch: returns its stack and leaves in `machine.value` what is to be sent to it. Null
   * when it turns out that nothing was left. Stack and value belong to the branch alone.
   */
  abstract take(): Frame | null

  /**
   * The stack of the next branch, if the step of `frame` can go on with it by itself, and what it is sent, which it then
   * takes. Null: it cannot, and nothing has been done.
   */
  forkFor(_frame: Frame): Frame | null {
    return null
  }

  /**
   * The point as it was before anything was taken, with a stack of its own, for strategies that start again. Only
   * points that a frontier starts with are asked.
   */
  anew(): ChoicePoint {
    throw new Error('invariant: only where a search starts it can start again')
  }

  /** Tells what the stack waits for. */
  describe(to: Listener): void {
    to.common(this)
  }

  /** Brings what is left to take into another order, where that is known. */
  shuffle(_random: () => number): void {}

  /** The point inside whose branch would go next, where this stands for a scope. */
  within(): ChoicePoint | null {
    return null
  }

  /** Whether branches inside are held back because they are too deep (limits.ts). */
  get isCutOff(): boolean {
    return false
  }

  /** Leaves its frontier until `deepen` is called. */
  holdBack(): void {
    throw new Error('invariant: only scopes are held back as a whole')
  }

  /** Deeper branches may be explored now. */
  deepen(): void {}

  /** How many points wait here, those inside a scope too. */
  count(): number {
    return this.spent ? 0 : 1
  }

  /** A branch that left `from` has come here. */
  comesFrom(from: Way): this {
    const { cost, bound } = from
    if (cost !== 0) this.cost = cost
    if (bound !== -Infinity) this.bound = bound
    return this
  }

  /** Whether there is anything to close. */
  holds(): boolean {
    return holdsAnything(this.stack)
  }

  /** Called when the search ends while something is left. */
  close(): void {
    this.size = this.taken
    abandonStack(this.stack)
  }
}
Object.assign(ChoicePoint.prototype, { cost: 0, bound: -Infinity, isScope: false, nesting: -1 })

/** Whether a step of `frame` can go on with `stack`: it is of the same function, and what lies below is the same. */
export function goesOnAs(frame: Frame, stack: Frame): boolean {
  return stack.$step === frame.$step && stack.$parent === frame.$parent && stack.$maker === frame.$maker
}

/** Fisher and Yates: each order of the elements from `first` on is as likely as every other. */
function shuffled<A>(elements: readonly A[], first: number, random: () => number): A[] {
  const result = elements.slice()
  for (let left = result.length - first; left > 1; left--) {
    const at = first + left - 1
    const other = first + Math.floor(random() * left)
    const element = result[at]!
    result[at] = result[other]!
    result[other] = element
  }
  return result
}

/** Options that are known: the last one takes the stack itself. */
export class Options extends ChoicePoint {
  /** From which all but the last one of many get their stacks. */
  declare private template: Template | null
  /** Whether the stack waits where a step can take an option by itself. */
  declare private readonly isOpened: boolean

  constructor(stack: Frame, depth: number, options: readonly unknown[], direct: number, isOpened = false) {
    super(stack, depth, options, options.length, direct)
    this.template = null
    this.isOpened = isOpened
  }

  take(): Frame {
    const { options, stack } = this
    const option = options[this.taken++]
    // An object is copied even for the last branch: whoever made the choice may hold it too.
    if (!isPrimitive(option)) return this.spent ? lastFork(stack, option) : fork(stack, option)
    const branch = this.branch()
    machine.value = option
    return branch
  }

  override forkFor(frame: Frame): Frame | null {
    const { template, taken } = this
    if (template === null || !this.isOpened || !goesOnAs(frame, template.stack)) return null
    if (!isPrimitive(this.options[taken])) return null
    return taken + 1 === this.size ? template.stack : template.replay()
  }

  override describe(to: Listener): void {
    to.fact('options')
    to.fact(this.options.length)
    for (const option of this.options) to.part(option)
  }

  override anew(): Options {
    return new Options(fork(this.stack, undefined), this.depth, this.options, 0)
  }

  /** The primitive options no longer come first, so a step may take none by itself. */
  override shuffle(random: () => number): void {
    if (this.size - this.taken > 1) this.options = shuffled(this.options, this.taken, random)
    this.direct = 0
  }

  /** The stack of a branch that has just been taken. */
  private branch(): Frame {
    const { stack, template } = this
    if (template !== null) return this.spent ? template.stack : template.replay()
    if (this.spent || isClean(stack)) return stack
    if (this.size - this.taken < 2) return fork(stack, undefined)
    const first = templateOf(stack)
    if (!first.replayable) return first.stack
    this.template = first
    return first.replay()
  }
}

/** Copies a stack that no other branch will need. */
export function lastFork(stack: Frame, option: unknown): Frame {
  const copy = fork(stack, option)
  const { value } = machine
  if (copy !== stack) abandonStack(stack)
  machine.value = value
  return copy
}

export const NO_OPTIONS: readonly unknown[] = []

/** What a branch receives that has only one way to go on. */
export const ONE_WAY: readonly unknown[] = [undefined]

/** One way to go on, with a value that nobody else has. */
export class Arrival extends ChoicePoint {
  declare readonly value: unknown

  constructor(stack: Frame, depth: number, value: unknown) {
    super(stack, depth, NO_OPTIONS, 1, 0)
    this.value = value
  }

  take(): Frame {
    this.taken = 1
    machine.value = this.value
    return this.stack
  }

  override describe(to: Listener): void {
    to.fact('arrival')
    to.part(this.value)
  }

  override anew(): Arrival {
    const stack = fork(this.stack, this.value)
    return new Arrival(stack, this.depth, machine.value)
  }
}

/** Options that are drawn one by one. Nobody knows which is the last, so the stack is always forked. */
export class Draws extends ChoicePoint {
  declare private readonly iterable: Iterable<unknown>
  declare private readonly iterator: Iterator<unknown>

  constructor(stack: Frame, depth: number, iterable: Iterable<unknown>) {
    super(stack, depth, NO_OPTIONS, Infinity, 0)
    this.iterable = iterable
    this.iterator = iterable[Symbol.iterator]()
  }

  override describe(to: Listener): void {
    to.fact('draws')
    to.part(this.iterable)
  }

  take(): Frame | null {
    // An iterator that throws has closed itself, so it must not look as if something were left.
    this.size = this.taken
    const drawn = this.iterator.next()
    if (drawn.done) {
      abandonStack(this.stack)
      return null
    }
    this.size = Infinity
    this.taken++
    return fork(this.stack, drawn.value)
  }

  override holds(): boolean {
    return (!this.spent && this.iterator.return !== undefined) || super.holds()
  }

  override close(): void {
    super.close()
    this.iterator.return?.()
  }
}

/** Programs to run in place of the choice: each returns into its own copy of the stack. */
export class Entries extends ChoicePoint {
  declare private programs: readonly AnyProgram[]

  constructor(stack: Frame, depth: number, programs: readonly AnyProgram[]) {
    super(stack, depth, NO_OPTIONS, programs.length, 0)
    this.programs = programs
  }

  take(): Frame {
    let program = this.programs[this.taken++]!
    let { stack } = this
    if (!this.spent) {
      // Together, because the program may close over variables of the stack.
      stack = fork(stack, program)
      program = machine.value as AnyProgram
    }
    const entered = enter(program(), stack)
    machine.value = undefined
    return entered
  }

  override describe(to: Listener): void {
    to.fact('entries')
    to.fact(this.programs.length)
    for (const program of this.programs) to.part(program)
  }

  override anew(): Entries {
    const stack = fork(this.stack, this.programs)
    return new Entries(stack, this.depth, machine.value as readonly AnyProgram[])
  }

  override shuffle(random: () => number): void {
    this.programs = shuffled(this.programs, this.taken, random)
  }
}
