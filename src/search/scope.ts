// A scope is a part of the search that an operator such as `once` decides about: the branches of a sub-program,
// from where it was entered to where they come out of it. In the frontier outside it is one choice point; the
// choices that arise inside stand in a frontier of its own, made by the same strategy.
//
//     caller's stack ── marker ── sub-program's stack         a branch inside
//     caller's stack                                          the branch when it has come out
//
// Because the branches inside stand on the caller's stack, variables that the sub-program changes are the
// branch's own, and steps, bounds and traces are those of the one search.

import { abandonStack, fork, machine, rootOf } from '../runtime/index.ts'
import type { Frame } from '../runtime/index.ts'
import type { AnyProgram } from '../program/index.ts'
import { closeAll } from './close-all.ts'
import { Arrival, ChoicePoint, Entries, NO_OPTIONS } from './choice-point.ts'
import type { Way } from './choice-point.ts'
import type { Frontier, Strategy } from './frontier.ts'
import { Marker } from './marker.ts'

/** A branch that has come out of a scope. */
export interface Outcome {
  /** Where the caller goes on; null where the sub-program stood apart. */
  readonly stack: Frame | null
  readonly value: unknown
  /** What the marker carried. */
  readonly carried: unknown
  /** The last choice of the branch. */
  readonly from: ChoicePoint
}

/** A branch that awaits something. */
export interface Awaiting {
  /** The scopes around it, the outermost first. */
  readonly scopes: readonly Scope[]
  /** It is given up. */
  close(): void
}

/** How many scopes there have been. */
let scopes = 0

export abstract class Scope extends ChoicePoint {
  /** Those of the branch inside that goes next: strategies see the best of them from outside. */
  declare depth: number
  protected inner: Frontier
  readonly strategy: Strategy
  /** The way to where the scope was entered. */
  readonly entry: Way
  /** Whether the sub-program does not stand on the caller's stack. */
  isApart = false
  /** Whether the caller's stack is kept as it was, and no branch inside stands on it. */
  private keepsStack = true
  protected isHeldBack = false
  private readonly id = scopes++
  /** What stands for the scope in the frontier around it (turn.ts). */
  turn: ChoicePoint = this
  /** The branches inside that await something. */
  awaiting: Set<Awaiting> | null = null

  /** `stack` is the caller's, which the scope keeps for those who need it again. */
  constructor(stack: Frame, entry: Way, strategy: Strategy) {
    super(stack, entry.depth, NO_OPTIONS, Infinity, 0)
    this.comesFrom(entry)
    this.entry = { depth: entry.depth, cost: entry.cost, bound: entry.bound }
    this.strategy = strategy
    this.inner = strategy.frontier()
  }

  /** A branch has come out. What goes on outside, if anything does. */
  abstract left(outcome: Outcome): ChoicePoint | null

  /** Nothing is left inside. What goes on outside. */
  exhausted(): ChoicePoint | null {
    return null
  }

  /** A branch has come out by an error: the stack that it is thrown into. The others inside are given up. */
  threw(stack: Frame | null, _error: unknown): Frame {
    if (this.isApart) this.keepsStack = false
    this.finish()
    return stack ?? this.stack
  }

  /** The point inside whose next branch goes next. */
  next(): ChoicePoint | null {
    return this.inner.next()
  }

  push(point: ChoicePoint): void {
    this.inner.push(point)
  }

  /** Whether a branch that comes out counts. */
  counts(value: unknown, cost: number): boolean {
    return this.inner.returned?.(value, cost) ?? true
  }

  get pruned(): boolean {
    return this.inner.pruned === true
  }

  override get isCutOff(): boolean {
    return this.inner.isCutOff === true
  }

  override get spent(): boolean {
    return this.isHeldBack || super.spent
  }

  override holdBack(): void {
    this.isHeldBack = true
  }

  override deepen(): void {
    this.isHeldBack = false
    this.inner.deepen?.()
  }

  override count(): number {
    return 1 + countOf(this.inner)
  }

  /** A branch inside is about to run. */
  begin(): void {}

  /** How many steps may be taken inside before `next` must be asked again. */
  get allowance(): number {
    return Infinity
  }

  /** So many steps were taken inside, and so many choices met. */
  ran(_steps: number, _choices: number): void {}

  /** Whether there is anybody inside who awaits something. */
  get isAwaited(): boolean {
    return this.awaiting !== null && this.awaiting.size > 0
  }

  /** Gives up the branches inside. */
  cut(): void {
    const { inner, awaiting } = this
    this.inner = this.strategy.frontier()
    try {
      closeAll(inner)
    } finally {
      if (awaiting !== null) giveUp(awaiting, this)
    }
  }

  /** No branch will be inside any more. */
  end(): void {
    this.size = this.taken
  }

  /** Gives up the branches inside, and the caller's stack if it was kept. */
  finish(): void {
    this.end()
    this.release()
    this.cut()
  }

  /** Gives up the caller's stack, unless somebody goes on with it. */
  release(): void {
    if (!this.keepsStack) return
    this.keepsStack = false
    abandonStack(this.stack)
  }

  take(): Frame {
    throw new Error('invariant: the search takes branches from inside a scope')
  }

  override within(): ChoicePoint | null {
    return this.next()
  }

  /** `point` goes next: from outside the scope looks like it. */
  follow(point: ChoicePoint): void {
    this.depth = point.depth
    if (point.cost !== this.cost) this.cost = point.cost
    if (point.bound !== this.bound) this.bound = point.bound
  }

  /** What is left inside, in no promised order. */
  *[Symbol.iterator](): Iterator<ChoicePoint> {
    yield* this.inner
  }

  override holds(): boolean {
    for (const point of this) if (point.holds()) return true
    return super.holds()
  }

  override close(): void {
    this.finish()
  }

  /** Where the caller goes on when a branch has come out. */
  protected out({ stack, from }: Outcome, value: unknown): ChoicePoint {
    return new Arrival(stack!, from.depth, value).comesFrom(from)
  }

  /** The caller goes on with another program, as it was when it entered. */
  protected instead(program: AnyProgram): ChoicePoint {
    this.keepsStack = false
    return new Entries(this.stack, this.entry.depth, [program]).comesFrom(this.entry)
  }

  /** Where the caller goes on as it was when it entered. */
  protected back(value: unknown): ChoicePoint {
    this.keepsStack = false
    return new Arrival(this.stack, this.entry.depth, value).comesFrom(this.entry)
  }

  /** Enters `program` above the caller's stack, which is not needed again. */
  protected enter(program: AnyProgram, carried?: unknown): ChoicePoint {
    this.keepsStack = false
    return this.start(new Marker(this.stack, carried, this.id), program)
  }

  /** Enters `program` above a copy of the caller's stack. */
  protected enterCopy(program: AnyProgram, carried?: unknown): void {
    const marker = fork(new Marker(this.stack, carried, this.id), program)
    this.start(marker, machine.value as AnyProgram)
  }

  /** Enters a copy of `program` that stands apart, for its answers only: then no fork copies the caller's stack. */
  protected enterApart(program: AnyProgram, carried?: unknown): void {
    this.isApart = true
    const marker = fork(new Marker(rootOf(this.stack), carried, this.id), program)
    this.start(marker, machine.value as AnyProgram)
  }

  private start(marker: Frame, program: AnyProgram): ChoicePoint {
    const point = new Entries(marker, this.entry.depth, [program]).comesFrom(this.entry)
    this.push(point)
    return point
  }
}
Object.assign(Scope.prototype, { isScope: true })

/** Gives up branches that await something, and the scopes around them that lie inside of `outer`. */
export function giveUp(awaiting: Iterable<Awaiting>, outer: Scope | null): void {
  const branches = [...awaiting]
  const scopes = branches.flatMap(({ scopes: around }) =>
    around.slice(outer === null ? 0 : around.indexOf(outer) + 1),
  )
  closeAll([...branches, ...new Set(scopes)])
}

export function countOf(points: Iterable<ChoicePoint>): number {
  let count = 0
  for (const point of points) count += point.count()
  return count
}

/**
 * What the steps of a branch inside scopes see as their frontier. They may go on by themselves only if all the
 * frontiers around them agree.
 */
export class Inside implements Frontier {
  /** The scopes around the branch that runs, the outermost first. */
  readonly scopes: Scope[] = []
  /** The frontier outside of them. */
  root: Frontier

  constructor(root: Frontier) {
    this.root = root
  }

  push(point: ChoicePoint): void {
    this.scopes.at(-1)!.push(point)
  }

  next(): ChoicePoint | null {
    const { scopes } = this
    for (let i = scopes.length - 1; i >= 0; i--) {
      const scope = scopes[i]!
      const next = scope.next()
      if (next === null) return null
      scope.taken++
      scope.follow(next)
    }
    let around: Frontier | Scope = this.root
    for (let i = 0; i < scopes.length; i++) {
      const scope = scopes[i]!
      if (around.next() !== scope.turn) return null
      around = scope
    }
    return around.next()
  }

  [Symbol.iterator](): Iterator<ChoicePoint> {
    return this.root[Symbol.iterator]()
  }
}
