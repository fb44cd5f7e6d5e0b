// What happens in a search, told while it happens: the events, and the search that tells them.
//
// Law: a traced search takes the same branches in the same order and gives the same solutions and effort as one
// that is not traced.
//
// It is a class of its own, so that a search which nobody watches pays nothing. In it no step goes on by itself:
// each ends at every choice and every failure, which therefore comes by here with its reason and its place.

import { Choice, Cost, Either, Note, Scoped, Tabled } from '../program/index.ts'
import { Failure, framesOf, machine, THROW } from '../runtime/index.ts'
import type { Frame, FrameView, Scheduler } from '../runtime/index.ts'
import { Arrival, ONE_WAY } from './choice-point.ts'
import type { ChoicePoint } from './choice-point.ts'
import { Exploration } from './explore.ts'
import type { Flight } from './flights.ts'
import type { Leaving } from './marker.ts'
import type { Scope } from './scope.ts'
import type { Effort, EndReason } from './status.ts'
import { Turn } from './turn.ts'

/** A branch between two choices, numbered in the order in which they start. The program starts as number 0. */
export type BranchId = number

/** Where a branch stands. */
interface Standing {
  readonly branch: BranchId
  /** The frames of its stack, the innermost first, with their live variables, as they are when this is called. */
  readonly frames: () => readonly FrameView[]
}

/** One thing that happened. Values in it are the branch's own: to be read, and that while the event is heard. */
export type TraceEvent =
  /**
   * An option of `parent`'s choice is taken: a branch starts. Of an alternative of `either` the value is undefined, and
   * of the branch that runs a program of an operator, which is named then.
   */
  | {
      readonly tag: 'option'
      readonly branch: BranchId
      readonly parent: BranchId
      readonly index: number
      readonly value: unknown
      readonly operator: string | undefined
    }
  /** The branch has come to a choice, between so many options; `undefined`: nobody knows how many. */
  | ({ readonly tag: 'choice'; readonly effect: string; readonly size: number | undefined } & Standing)
  /** The branch asks an operator, such as `once` or `collect`; what happens inside is told of branches that start here. */
  | ({ readonly tag: 'enter'; readonly operator: string } & Standing)
  /**
   * A branch inside of an operator has come to the end of its program, with this answer. Of those that are only asked,
   * by `collect` and its like and by tabled functions, it `ends` there; else it goes on outside, if the operator lets it.
   */
  | {
      readonly tag: 'answer'
      readonly branch: BranchId
      readonly operator: string
      readonly value: unknown
      readonly ends: boolean
    }
  | ({ readonly tag: 'note'; readonly label: string; readonly value: unknown } & Standing)
  /** The branch costs so much more; `total` is all that it has cost. */
  | { readonly tag: 'cost'; readonly branch: BranchId; readonly amount: number; readonly total: number }
  /** The branch has failed; `reason` is the label of the guard, what `fail` was given, or the operator that said no. */
  | ({ readonly tag: 'fail'; readonly reason: string | undefined } & Standing)
  | { readonly tag: 'solution'; readonly branch: BranchId; readonly value: unknown }
  /** The branch threw. The search ends. */
  | { readonly tag: 'threw'; readonly branch: BranchId; readonly error: unknown }
  /** The branch has come to the state of another one, `into`, which goes on for both. */
  | ({ readonly tag: 'merged'; readonly into: BranchId } & Standing)
  /**
   * So many options of the branch's choice have not been tried; `undefined`: nobody knows how many. The search ends, or
   * goes on without them (`givenUp`): an operator has what it wanted, or the strategy leaves them out.
   */
  | {
      readonly tag: 'cut'
      readonly branch: BranchId
      readonly left: number | undefined
      readonly givenUp: boolean
    }
  /** The search ends; what comes after that comes of `resume`. */
  | { readonly tag: 'end'; readonly reason: EndReason | 'failed'; readonly effort: Effort }

/** Hears the events of a search, in their order. What it throws, whoever walks the stream receives. */
export type Trace = (event: TraceEvent) => void

/** A search that tells what it does. */
export class TracedExploration extends Exploration {
  private readonly trace: Trace
  /** The branch that came to each point. */
  private readonly cameTo = new WeakMap<ChoicePoint, BranchId>()
  /** The branches that await something. */
  private readonly inFlight = new WeakMap<Flight, BranchId>()
  /** Points of which it is told why nothing leaves them any more. */
  private readonly told = new WeakSet<ChoicePoint>()
  /** The operator that each scope is of. */
  private readonly operators = new WeakMap<ChoicePoint, string>()
  /** Of points at which a strategy starts: whether the branch that came there has gone on. */
  private readonly starts = new WeakMap<ChoicePoint, { isTaken: boolean }>()
  private current: BranchId = 0
  private started = 1
  /** Whether it has been told what is left, or nobody wants to hear it. */
  private isOver = false
  private isThrowing = false

  constructor(trace: Trace, ...given: ConstructorParameters<typeof Exploration>) {
    super(...given)
    this.trace = trace
    this.cameTo.set(this.point, 0)
    this.tally.dropped = (point, by) => {
      const [branch, into] = [this.cameTo.get(point) ?? 0, this.cameTo.get(by) ?? 0]
      trace({ tag: 'merged', into, branch, frames: () => framesOf(point.stack) })
      this.told.add(point)
    }
  }

  override advance(): boolean {
    let found: boolean
    try {
      found = super.advance()
    } catch (error) {
      this.trace({ tag: 'threw', branch: this.current, error })
      this.trace({ tag: 'end', reason: 'failed', effort: this.effort() })
      throw error
    }
    if (found) this.trace({ tag: 'solution', branch: this.current, value: this.solution })
    return found
  }

  protected override get driver(): Scheduler | null {
    return null
  }

  protected override take(point: ChoicePoint): Frame | null {
    const index = point.taken
    const stack = super.take(point)
    const cameTo = this.cameTo.get(point) ?? this.owner()
    const start = this.starts.get(point)
    if (start !== undefined) start.isTaken = true
    if (point.options === ONE_WAY || point instanceof Arrival) this.current = cameTo
    else if (stack !== null) {
      const { value } = machine
      this.current = this.started++
      const operator = this.cameTo.has(point) ? undefined : this.innermost
      this.trace({ tag: 'option', branch: this.current, parent: cameTo, index, value, operator })
      machine.value = value
    } else if (index === 0) {
      this.current = cameTo
      this.trace({ tag: 'fail', reason: undefined, ...this.at(point.stack) })
    }
    return stack
  }

  protected override departed(flight: Flight): void {
    this.inFlight.set(flight, this.current)
  }

  protected override land(flight: Flight): Frame | null {
    this.current = this.inFlight.get(flight)!
    return super.land(flight)
  }

  protected override choicePoint(stack: Frame, effect: unknown, depth: number): ChoicePoint | null {
    const next = super.choicePoint(stack, effect, depth)
    if (next !== null) {
      this.cameTo.set(standing(next), this.current)
      if (!next.isScope) this.attend(next)
    }
    if (effect instanceof Scoped) {
      const operator = operatorOf(effect)
      this.operators.set(standing(next!), operator)
      this.trace({ tag: 'enter', operator, ...this.at(stack) })
    } else if (effect instanceof Cost) {
      this.trace({ tag: 'cost', branch: this.current, amount: effect.amount, total: next!.cost })
    } else if (effect instanceof Note) {
      this.trace({ tag: 'note', label: effect.label, value: effect.value, ...this.at(stack) })
    } else if (effect instanceof Choice || effect instanceof Either || effect instanceof Tabled) {
      if (effect instanceof Tabled && next !== null) this.operators.set(standing(next), effect.tag)
      this.trace({ tag: 'choice', effect: effect.tag, size: sizeOf(next), ...this.at(stack) })
    }
    if (next === null) {
      const reason = effect instanceof Failure ? effect.reason : undefined
      this.trace({ tag: 'fail', reason, ...this.at(stack) })
    }
    return next
  }

  protected override end(reason: EndReason): false {
    // Where a strategy could start again, a point is left though all was tried.
    if (reason !== 'exhausted' && reason !== 'pruned') this.tellCuts(this.root)
    this.trace({ tag: 'end', reason, effort: this.effort() })
    return super.end(reason)
  }

  private tellCuts(points: Iterable<ChoicePoint>): void {
    for (const point of points) {
      if (point.isScope) this.tellCuts(standing(point) as Scope)
      else this.tellCut(point, false)
    }
  }

  private tellCut(point: ChoicePoint, givenUp: boolean): void {
    if (point.spent || this.told.has(point)) return
    const tried = point.taken
    const size = sizeOf(point)
    const branch = this.cameTo.get(point) ?? this.owner()
    this.trace({ tag: 'cut', branch, left: size === undefined ? undefined : size - tried, givenUp })
  }

  /**
   * Tells it when somebody gives the point up while the search goes on. Where a strategy starts at the point, the branch
   * goes on there, but only once: who starts again leaves the branch that the search or its scope begins with.
   */
  private attend(point: ChoicePoint): void {
    const { close, anew } = point
    const start = { branch: this.current, isTaken: false }
    point.close = () => {
      if (!this.isOver) this.tellCut(point, true)
      Reflect.apply(close, point, [])
    }
    point.anew = () => {
      const again = Reflect.apply(anew, point, [])
      if (!start.isTaken) {
        this.cameTo.set(again, start.branch)
        this.starts.set(again, start)
      }
      return again
    }
  }

  protected override abandon(): void {
    this.isOver = true
    super.abandon()
  }

  protected override leave(stack: Frame | null, leaving: Leaving): boolean {
    const { mode, value } = leaving
    if (mode !== THROW) {
      const operator = this.innermost!
      const ends = this.inside.scopes.at(-1)!.isApart
      this.trace({ tag: 'answer', branch: this.current, operator, value, ends })
    }
    return super.leave(stack, leaving)
  }

  protected override throwOutside(scope: Scope, stack: Frame | null, error: unknown): boolean {
    this.isThrowing = true
    return super.throwOutside(scope, stack, error)
  }

  protected override settle(scope: Scope, after: ChoicePoint | null): void {
    // The branch has come out by itself.
    if (after !== null) this.cameTo.set(after, this.current)
    const operator = this.operators.get(scope)
    if (scope.spent && !this.isThrowing && (operator === 'not' || operator === 'forall')) {
      const branch = this.cameTo.get(scope) ?? 0
      this.trace({ tag: 'fail', reason: operator, branch, frames: () => framesOf(scope.stack) })
    }
    this.isThrowing = false
    super.settle(scope, after)
  }

  protected override outside(after: ChoicePoint, scope: Scope): void {
    // Nothing is left inside, and the branch that entered goes on.
    if (!this.cameTo.has(after)) this.cameTo.set(after, this.cameTo.get(scope) ?? this.current)
    super.outside(after, scope)
  }

  /** The branch that entered the innermost scope, or the program's: those that start there, or start there again, leave it. */
  private owner(): BranchId {
    const scope = this.inside.scopes.at(-1)
    return (scope && this.cameTo.get(scope)) ?? 0
  }

  /** The operator whose branch runs. */
  private get innermost(): string | undefined {
    const scope = this.inside.scopes.at(-1)
    return scope && this.operators.get(scope)
  }

  private at(stack: Frame): Standing {
    return { branch: this.current, frames: () => framesOf(stack) }
  }
}

/** What a branch has come to: the scope itself, whatever stands for it. */
function standing(point: ChoicePoint): ChoicePoint {
  return point instanceof Turn ? point.scope : point
}

function operatorOf({ operation }: Scoped<unknown>): string {
  if (operation.operator !== 'optimum') return operation.operator
  return operation.sign === 1 ? 'minimize' : 'maximize'
}

/** How many options a choice has, as far as it is known. */
function sizeOf(point: ChoicePoint | null): number | undefined {
  if (point === null) return 0
  return point.size === Infinity ? undefined : point.size
}
