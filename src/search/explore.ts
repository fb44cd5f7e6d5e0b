// THE loop: take a choice point from the frontier, resume its next branch, put what that became back. It
// knows the effects of nondeterminism and nothing of strategies, streams or consumers.
//
// Law: one call of `advance` resumes exactly the branches up to the next solution. Nothing is looked at
// beyond it, so k solutions cost no more than they need.

import {
  Choice,
  Commit,
  Cost,
  Either,
  Estimate,
  Note,
  Rest,
  Scoped,
  Split,
  Tabled,
} from '../program/index.ts'
import {
  abandonStack,
  AWAITED,
  FAILED,
  Failure,
  forkBy,
  FORWARDED,
  holdFor,
  isAnythingCounted,
  isClean,
  machine,
  NEXT,
  OPTION,
  Pass,
  proceed,
  RETURNED,
  run,
  THROW,
  unwind,
  YIELDED,
} from '../runtime/index.ts'
import type { Forking, Frame, Scheduler } from '../runtime/index.ts'
import { Attempt } from './attempt.ts'
import { Draws, Entries, Options } from './choice-point.ts'
import type { ChoicePoint } from './choice-point.ts'
import { awaitsInTable, notAnEffect } from './errors.ts'
import { Flight, Flights } from './flights.ts'
import type { Frontier, Strategy } from './frontier.ts'
import { limited } from './limits.ts'
import type { Limits } from './limits.ts'
import { Leaving } from './marker.ts'
import { Resources } from './resources.ts'
import { closeAll } from './close-all.ts'
import { Inside } from './scope.ts'
import type { Scope } from './scope.ts'
import { scopeOf } from './scopes/index.ts'
import { merging } from './merging.ts'
import type { Tally } from './merging.ts'
import type { Effort, EndReason } from './status.ts'
import { PAUSED } from './watch.ts'
import type { Stop } from './watch.ts'
import { nameAwaits } from './name-awaits.ts'
import { Consumer } from './tables/consumer.ts'
import { Tables } from './tables/tables.ts'
import { Turn } from './turn.ts'
import type { Watch, Watched } from './watch.ts'

/** The most attempts that wait for one branch: their calls lie on the JavaScript stack, above the user's own. */
const DEEPEST = 100

/** What a branch receives that has only one way to go on. */
export const ONE_WAY: readonly unknown[] = [undefined]

/** The state of one search. Mutable, and owned by the one stream that pulls it. */
export class Exploration implements Scheduler, Watched {
  /** What the branch returned that `advance` stopped at. */
  solution: unknown
  /** Why `advance` returned false. */
  reason: EndReason = 'exhausted'
  private readonly dives: boolean
  private readonly strategy: Strategy
  /** All that is left; scopes in it have frontiers of their own. */
  protected root: Frontier
  /** Where the branch that runs puts what it becomes: the root, or what it sees inside of scopes. */
  private frontier: Frontier
  protected readonly inside: Inside
  private watch: Watch
  private solutionLimit: number
  private progress: ((effort: Effort) => void) | undefined
  /** Bounds on its frontiers; null where it has none. */
  readonly limits: Limits | null
  private readonly merges: boolean
  /** Counts what `merges` drops. */
  protected readonly tally: Tally = { merged: 0 }
  /** The choice point whose branches run now, and how many of them had left when they were counted last. */
  point: ChoicePoint
  private counted = 0
  private readonly tried = new Attempt()
  /** The points of attempts that a branch has left, while it still has others to leave. The outermost first. */
  private emerged: ChoicePoint | null = null
  /** How many steps had been taken, and choices met, when the branch that runs was reached inside of scopes. */
  private entered = 0
  private choicesBefore = 0
  private steps = 0
  /** When to look whether a bound has been reached. */
  private lookAt = 0
  /** Steps that ended in a choice or in a solution; all others failed. */
  private survivals = 0
  private choicePoints = 0
  /** Choices whose options were tried before there was a point: they count as choice points and as survivals. */
  private attempts = 0
  private solutions = 0
  private depth = 0
  /** Whether any branch has a cost or an estimate that must be handed on. */
  private weighs = false
  /** Whether a scope has left branches out. */
  private pruned = false
  private readonly resources: Resources
  /** Of the tabled functions that have been called. */
  private tables: Tables | null = null
  /** Where the branch that runs was resumed, unless that stack is clean. */
  private branch: Frame | null = null
  /** The branches that await something; null where none may. */
  private readonly flights: Flights | null
  /** The branch that something it awaited was thrown into last. */
  private rejected: Flight | null = null
  private isClosed = false
  /** Whether `advance` returned false only to let others have a turn. */
  isPaused = false
  /** Whether `advance` returned false because nothing can be done until a branch that awaits something goes on. */
  isWaiting = false
  /** Whether branches that a bound has left can still be explored. */
  isResumable = false
  /** Whether they are kept for that: undefined, if there is nothing to close. */
  private readonly keeps: boolean | undefined

  constructor(
    start: Frame,
    strategy: Strategy,
    keeps: boolean | undefined,
    watch: Watch,
    solutionLimit: number,
    progress: ((effort: Effort) => void) | undefined,
    merges: boolean,
    private readonly forking: Forking,
    concurrency: number | null,
    limits: Limits | null,
  ) {
    this.keeps = keeps
    this.limits = limits
    this.strategy = limits === null ? strategy : limited(strategy, limits)
    this.merges = merges
    this.root = this.frontierOfRoot()
    this.frontier = this.root
    this.dives = this.root.dives === true
    this.inside = new Inside(this.root)
    this.watch = watch
    this.solutionLimit = solutionLimit
    this.progress = progress
    this.point = new Options(start, 0, ONE_WAY, 0)
    this.root.push(this.point)
    this.resources = new Resources(watch.signal, this, concurrency !== null)
    this.flights =
      concurrency === null ? null : new Flights(strategy.concurrent === true ? concurrency : 1, this)
  }

  private frontierOfRoot(): Frontier {
    const root = this.merges ? merging(this.strategy, this.tally) : this.strategy.frontier()
    if (this.limits !== null) root.deepest = this.limits.deepest
    return root
  }

  get waiting(): number {
    return this.limits?.waiting ?? 0
  }

  set waiting(waiting: number) {
    if (this.limits !== null) this.limits.waiting = waiting
  }

  get points(): Iterable<ChoicePoint> {
    return this.tables === null ? this.root : [...this.root, ...this.tables.points]
  }

  private get choices(): number {
    return this.choicePoints + this.attempts
  }

  /** Whether branches may await something. */
  get isAsync(): boolean {
    return this.flights !== null
  }

  effort(): Effort {
    const { steps, attempts, choices, solutions, depth } = this
    const { merged } = this.tally
    const { copied } = this.forking
    const failures = steps - this.survivals - attempts
    return { steps, choicePoints: choices, solutions, failures, merged, copied, depth }
  }

  /** Goes on to the next solution. False when there is none: then `reason` says why. */
  advance(): boolean {
    const { watch } = this
    this.isPaused = false
    this.isWaiting = false
    if (this.isClosed) return false
    const { scheduler, awaits } = machine
    const holder = holdFor(this.resources)
    const forks = forkBy(this.forking)
    machine.scheduler = this.driver
    machine.awaits = this.flights !== null
    try {
      const isAwaited = this.flights?.isEmpty === false
      if (!isAwaited && this.root.next() === null) return this.end(this.exhausted())
      if (this.solutions >= this.solutionLimit) return this.end('limit')
      watch.begin(this.steps)
      this.lookAt = this.steps
      if (isAwaited) {
        const result = this.landAll(this.flights!)
        if (result !== null) return result
      }
      for (;;) {
        let point = this.root.next()
        if (point === null) return this.flights?.isEmpty === false ? this.waits() : this.end(this.exhausted())
        if (this.steps >= this.lookAt) {
          if (this.steps >= watch.lookAt) {
            this.progress?.(this.effort())
            const reached = watch.look(this.steps, this.choices, this)
            if (reached !== null) return this.stop(reached)
          }
          this.lookAt = this.resources.isEmpty ? watch.lookAt : 0
        }
        if (point.isScope) {
          point = this.descend(point)
          if (point === null) continue
        }
        const stack = this.resume(point)
        this.count()
        if (this.goesOut(stack)) return !this.isWaiting
      }
    } catch (error) {
      const { rejected } = this
      if (error === rejected?.value) nameAwaits(error, rejected!.stack)
      this.count()
      this.survivals++
      this.steps -= this.tried.untried
      this.tried.untried = 0
      this.tried.nesting = 0
      this.emerged = null
      try {
        this.abandon()
      } catch {
        // The first error is the one to report.
      }
      throw error
    } finally {
      machine.scheduler = scheduler
      machine.awaits = awaits
      holdFor(holder)
      forkBy(forks)
      watch.pause()
    }
  }

  private stop(reached: Stop | typeof PAUSED): false {
    // Branches that await something have had their step.
    if (reached === 'steps' && this.flights?.isEmpty === false) return this.waits()
    if (reached !== PAUSED) return this.end(reached)
    this.isPaused = true
    this.watch.turn()
    return false
  }

  /** The branches go on for which what they awaited is here. What `advance` returns; null: others can begin. */
  private landAll(flights: Flights): boolean | null {
    for (;;) {
      const reached = this.watch.lookAround()
      if (reached !== null) return this.stop(reached)
      const flight = flights.next()
      if (flight === undefined) return flights.isFull ? this.waits() : null
      if (this.goesOut(this.land(flight))) return !this.isWaiting
    }
  }

  /** Runs on the branch that awaited something. */
  protected land(flight: Flight): Frame | null {
    const { stack, point, scopes, mode, value } = flight
    this.survivals--
    this.point = point
    this.counted = point.taken
    this.branch = stack
    this.entered = this.steps
    this.choicesBefore = this.choices
    for (const scope of scopes) scope.begin()
    this.inside.scopes.push(...scopes)
    this.frontier = scopes.length > 0 ? this.inside : this.root
    // Whatever steps do by themselves, bounds are looked at after this branch.
    this.lookAt = this.steps
    this.rejected = mode === THROW ? flight : null
    return run(stack, mode, value)
  }

  /** The branch awaits something. True: nobody else may begin meanwhile. */
  protected depart(stack: Frame): boolean {
    const { value } = machine
    machine.value = undefined
    const flights = this.flights!
    const { scopes } = this.inside
    const table = scopes.find((scope) => scope instanceof Consumer)
    if (table !== undefined) throw awaitsInTable(table.table.definition.name, stack)
    const flight = new Flight(stack, this.standing(stack), scopes.slice(), flights)
    this.survivals++
    this.resources.suspended()
    flights.depart(flight, value, this.watch.signal)
    this.departed(flight)
    if (!flights.isFull) return false
    // If it is the only one, nothing happens in its scopes before it goes on: they stay as they are.
    if (flights.isSingle) this.leaveScopes()
    this.isWaiting = true
    return true
  }

  /** Where the branch that runs stands, for later: what is tried is soon something else. */
  private standing(stack: Frame): ChoicePoint {
    const { tried, point } = this
    return point === tried ? new Options(stack, tried.depth, ONE_WAY, 0).comesFrom(tried) : point
  }

  /** For whoever watches: `flight` is that of the branch that runs. */
  protected departed(_flight: Flight): void {}

  private leaveScopes(): void {
    this.inside.scopes.length = 0
    this.frontier = this.root
  }

  private waits(): false {
    this.isWaiting = true
    return false
  }

  /** Settles when it makes sense to call `advance` again that has said that it is waiting. */
  landing(): Promise<void> {
    this.watch.wait()
    return this.flights!.landing(this.watch.left)
  }

  /** Puts back what the branch has become, and comes out of the scopes that it ran in. True as of `became`. */
  private goesOut(stack: Frame | null): boolean {
    const found = this.became(stack)
    if (this.frontier !== this.root) this.ascend()
    return found
  }

  /** Puts back what the branch has become. True: it has returned, and `solution` is what. */
  private became(stack: Frame | null): boolean {
    switch (machine.signal) {
      case FAILED:
        this.failed()
        return false
      case RETURNED: {
        if (isAnythingCounted()) this.resources.returned(this.branch)
        this.survivals++
        const { value } = machine
        machine.value = undefined
        if (this.root.returned?.(value, this.point.cost) === false) return false
        this.solutions++
        this.solution = value
        return true
      }
      case AWAITED:
        return this.depart(stack!)
      default: {
        const yielded = machine.signal === FORWARDED ? opened(machine.value) : machine.value
        if (yielded instanceof Leaving) return this.leave(stack, yielded)
        const next = this.choicePoint(stack!, yielded, this.point.depth)
        if (next === null) this.failed()
        else {
          this.push(next)
          if (isAnythingCounted()) this.resources.suspended()
        }
        return false
      }
    }
  }

  /** Goes into the scopes that are to run, down to a point whose branch can be resumed. */
  private descend(outermost: ChoicePoint): ChoicePoint | null {
    const { scopes } = this.inside
    this.frontier = this.inside
    for (let point = outermost; ;) {
      if (!point.isScope) return point
      const scope = point instanceof Turn ? point.scope : (point as Scope)
      scopes.push(scope)
      scope.begin()
      const next = scope.next()
      if (next === null) {
        this.ascend()
        return null
      }
      scope.taken++
      this.entered = this.steps
      this.choicesBefore = this.choices
      this.lookAt = Math.min(this.lookAt, this.steps + scope.allowance)
      point = next
    }
  }

  /** Comes out of all scopes. Those that have nothing left end, and what they come to goes on. */
  private ascend(): void {
    while (this.inside.scopes.length > 0) this.settle(this.inside.scopes.pop()!, null)
    this.frontier = this.root
  }

  /** `scope` has run, and `after` goes on outside of it. */
  protected settle(scope: Scope, after: ChoicePoint | null): void {
    scope.ran(this.steps - this.entered, this.choices - this.choicesBefore)
    if (!scope.spent) {
      const next = scope.next()
      if (next !== null) {
        scope.follow(next)
        this.queue(scope)
      } else if (scope.isAwaited) (scope.turn as Turn).end()
      else if (scope.isCutOff) this.queue(scope)
      else {
        if (scope.pruned) this.pruned = true
        scope.end()
        const last = scope.exhausted()
        scope.release()
        if (last !== null) this.outside(last, scope)
      }
    }
    if (after !== null) this.outside(after, scope)
  }

  /** Where it has left the frontier around it because branches awaited something, `scope` comes back. */
  private queue(scope: Scope): void {
    if (scope.turn.spent) this.around.push(new Turn(scope))
  }

  /** `after` goes on outside of `scope`. */
  protected outside(after: ChoicePoint, _scope: Scope): void {
    this.around.push(after)
  }

  /** Where a branch stands when it has come out of the scope that was left last. */
  private get around(): Scope | Frontier {
    return this.inside.scopes.at(-1) ?? this.root
  }

  /** A branch has come to the end of the innermost scope. */
  protected leave(stack: Frame | null, { mode, value, carried }: Leaving): boolean {
    const scope = this.inside.scopes.pop()!
    const from = this.point
    if (mode === THROW) return this.throwOutside(scope, stack, value)
    this.survivals++
    // A branch of a sub-program that stands apart ends here; any other one goes on, or the scope keeps it or gives it up.
    if (isAnythingCounted()) {
      if (scope.isApart) this.resources.returned(this.branch)
      else this.resources.suspended()
    }
    let after: ChoicePoint | null = null
    try {
      if (scope.counts(value, from.cost)) after = scope.left({ stack, value, carried, from })
      else if (!scope.isApart) abandonStack(stack!)
    } catch (error) {
      this.survivals--
      return this.throwOutside(scope, stack, error)
    }
    this.settle(scope, after)
    return false
  }

  /** A branch comes out of `scope`, which was left last, by an error. It goes on at once: an error does not wait. */
  protected throwOutside(scope: Scope, stack: Frame | null, error: unknown): boolean {
    const caller = scope.threw(stack, error)
    this.settle(scope, null)
    if (this.inside.scopes.length === 0) this.frontier = this.root
    return this.became(run(caller, THROW, error))
  }

  /** Who answers the steps; null where each of them is to end at every choice and failure. */
  protected get driver(): Scheduler | null {
    return this
  }

  protected take(point: ChoicePoint): Frame | null {
    return point.take()
  }

  /** Runs the next branch of `point`, and what its steps go on with, until one of them has to leave. */
  private resume(point: ChoicePoint): Frame | null {
    if (point.taken < point.direct) {
      this.begin(point)
      this.branch = null
      return attempt(point.stack)
    }
    this.point = point
    this.counted = point.taken
    const branch = this.take(point)
    this.branch = branch
    if (branch !== null) return run(branch, NEXT, machine.value)
    // Nothing was left to draw. If there never was anything, the branch that asked has failed.
    if (point.taken === 0) this.survivals--
    machine.signal = FAILED
    return null
  }

  open(effect: unknown, frame: Frame): boolean {
    if (this.tried.nesting === 0 && effect instanceof Choice && effect.primitives > 0 && isClean(frame)) {
      this.count()
      const depth = this.point.depth + 1
      const point = new Options(frame, depth, effect.options as readonly unknown[], effect.primitives)
      if (this.weighs) point.comesFrom(this.point)
      this.met(depth)
      this.push(point)
      // Strategies may have brought the options into another order, with an object first.
      if (this.steps < this.lookAt && this.frontier.next() === point && point.direct > 0) {
        this.begin(point)
        return true
      }
      machine.signal = FAILED
      return false
    }
    machine.signal = YIELDED
    machine.value = effect
    return false
  }

  next(frame: Frame): Frame | null {
    if (this.tried.nesting > 0) {
      machine.signal = FAILED
      return null
    }
    this.count()
    const point = this.frontier.next()
    if (point !== null && point.taken < point.direct && this.steps < this.lookAt) {
      const { stack } = point
      if (stack.$step === frame.$step && stack.$parent === frame.$parent && stack.$maker === frame.$maker) {
        this.begin(point)
        return stack
      }
    }
    machine.signal = FAILED
    return null
  }

  attempt(effect: unknown): Attempt | null {
    const { tried } = this
    if (!this.dives || !tried.suits(effect) || tried.nesting === DEEPEST) return null
    if (this.point !== tried) this.beginAttempts()
    const steps = this.steps + tried.size
    if (steps > this.lookAt) return null
    // All count as taken; those that a point is made for, or that an error leaves behind, are taken back.
    this.steps = steps
    tried.untried += tried.size
    this.attempts++
    const depth = tried.depth + 1
    tried.depth = depth
    if (depth > this.depth) this.depth = depth
    return tried
  }

  /** The branch that runs comes from a point and tries the options of the choice that it has met. */
  private beginAttempts(): void {
    const { tried, point } = this
    this.count()
    this.counted = 0
    this.point = tried
    tried.depth = point.depth
    if (this.weighs) {
      tried.cost = point.cost
      tried.bound = point.bound
    }
  }

  kept(frame: Frame, options: readonly unknown[], taken: number, depth: number): void {
    const { tried } = this
    const point = new Options(frame, depth, options, options.length)
    point.taken = taken
    if (this.weighs) point.comesFrom(tried)
    const left = options.length - taken
    this.steps -= left
    tried.untried -= left
    point.below = this.emerged
    this.emerged = point
    if (--tried.nesting > 0) return
    let outermost: ChoicePoint | null = point
    while (outermost !== null) {
      const inner: ChoicePoint | null = outermost.below
      this.frontier.push(outermost)
      outermost = inner
    }
    this.emerged = null
  }

  /** Lets steps of the stack take options of `point` by themselves, until it is time to look at the bounds. */
  private begin(point: ChoicePoint): void {
    this.point = point
    this.counted = point.taken
    this.limit(point)
  }

  private limit(point: ChoicePoint): void {
    const most = this.counted + this.lookAt - this.steps
    point.limit = most < point.direct ? most : point.direct
  }

  /** Counts the branches of the current point that have left since the last count. */
  private count(): void {
    const { taken } = this.point
    this.steps += taken - this.counted
    this.counted = taken
  }

  /** What a branch became that asked for `effect`; null when it has no way to go on. */
  protected choicePoint(stack: Frame, effect: unknown, depth: number): ChoicePoint | null {
    if (effect instanceof Choice) {
      this.met(depth + 1)
      const { options } = effect
      if (!Array.isArray(options)) return this.behind(new Draws(stack, depth + 1, options))
      return options.length === 0 ? null : this.behind(new Options(stack, depth + 1, options, 0))
    }
    if (effect instanceof Either) {
      this.met(depth + 1)
      return effect.programs.length === 0 ? null : this.behind(new Entries(stack, depth + 1, effect.programs))
    }
    if (effect instanceof Failure) return null
    if (effect instanceof Pass || effect instanceof Note)
      return this.behind(new Options(stack, depth, ONE_WAY, 0))
    if (effect instanceof Scoped) return this.scope(effect, stack)
    if (effect instanceof Cost || effect instanceof Estimate) return this.weighed(stack, effect)
    if (effect instanceof Commit) return this.committed(stack)
    if (effect instanceof Tabled || effect instanceof Split || effect instanceof Rest)
      return this.ask(effect, stack)
    throw notAnEffect(effect, stack)
  }

  /** A scope inside of another one has the strategy that holds in there. */
  private scope(effect: Scoped<unknown>, stack: Frame): ChoicePoint {
    const strategy = this.inside.scopes.at(-1)?.strategy ?? this.strategy
    const scope = scopeOf(effect, stack, this.point, strategy, this.watch.clock)
    return this.flights === null ? scope : new Turn(scope)
  }

  /** The branch goes on with the answers of a table. */
  private ask(effect: Tabled<unknown> | Split<unknown> | Rest<unknown>, stack: Frame): ChoicePoint | null {
    const { point, inside } = this
    this.tables ??= new Tables(this.strategy)
    if (effect instanceof Split) return this.tables.split(effect, stack, point, inside.scopes)
    this.met(point.depth + 1)
    if (effect instanceof Rest) return this.tables.rest(effect, stack, point, inside.scopes)
    return this.tables.ask(effect, stack, point, inside.scopes)
  }

  /** The branch has another cost or estimate now, so others may go before it. */
  private weighed(stack: Frame, effect: Cost | Estimate): ChoicePoint {
    this.weighs = true
    const { point } = this
    const next = new Options(stack, point.depth, ONE_WAY, 0).comesFrom(point)
    if (effect instanceof Cost) next.cost = point.cost + effect.amount
    else next.bound = Math.max(point.bound, point.cost + effect.amount)
    return next
  }

  /** The branch is the only one left in its scope; outside of scopes, in the search. */
  private committed(stack: Frame): ChoicePoint {
    const scope = this.inside.scopes.at(-1)
    if (scope !== undefined) scope.cut()
    else {
      const { root } = this
      this.root = this.frontierOfRoot()
      this.frontier = this.root
      this.inside.root = this.root
      closeAll(root)
      this.flights?.close()
    }
    return this.behind(new Options(stack, this.point.depth, ONE_WAY, 0))
  }

  /** A point on the way of the branch that runs. */
  private behind<Point extends ChoicePoint>(point: Point): Point {
    return this.weighs ? point.comesFrom(this.point) : point
  }

  private push(point: ChoicePoint): void {
    this.survivals++
    this.frontier.push(point)
  }

  private met(depth: number): void {
    this.choicePoints++
    if (depth > this.depth) this.depth = depth
  }

  private exhausted(): EndReason {
    if (this.root.isCutOff === true) return 'depth'
    return this.pruned || this.root.pruned === true ? 'pruned' : 'exhausted'
  }

  /** Goes on behind the bound that stopped the search, within others. */
  goOn(
    watch: Watch,
    solutionLimit: number,
    deepest: number,
    progress: ((effort: Effort) => void) | undefined,
  ): void {
    this.isResumable = false
    this.watch = watch
    this.solutionLimit = solutionLimit
    this.progress = progress
    const { limits, root } = this
    if (limits === null) return
    limits.deepest = deepest
    root.deepest = deepest
    root.deepen?.()
    this.tables?.deepen()
  }

  /** Ends the search from outside: nothing is explored any more. While it runs, its bounds have to stop it. */
  close(): void {
    if (machine.scheduler === this || this.isClosed) return
    this.isResumable = false
    this.finish('aborted')
  }

  interrupt(): void {
    this.lookAt = 0
    // Who tries options before there is a frame must come to the last one.
    if (this.point !== this.tried) this.point.limit = 0
  }

  private failed(): void {
    if (isAnythingCounted()) this.resources.failed(this.branch)
  }

  protected end(reason: EndReason): false {
    this.reason = reason
    const isOver = reason === 'exhausted' || reason === 'pruned'
    this.isResumable = !isOver && (this.keeps ?? !this.holdsAnything())
    if (!this.isResumable) this.finish(reason)
    return false
  }

  private finish(reason: EndReason): void {
    this.reason = reason
    this.isClosed = true
    this.abandon()
  }

  /** Whether nothing has to be ended, should nobody go on. */
  get isIdle(): boolean {
    return this.isClosed || !this.holdsAnything()
  }

  /** Whether it was asked for that what is open stays open. */
  get isKept(): boolean {
    return this.keeps === true
  }

  /** Settles when all is closed that is being closed. */
  closed(): Promise<void> {
    return this.resources.closed()
  }

  /** Whether anything is to be closed, should nobody go on. */
  private holdsAnything(): boolean {
    const { flights } = this
    if (flights === null ? isAnythingCounted() : !(flights.isEmpty && this.resources.isEmpty)) return true
    for (const point of this.root) if (point.holds()) return true
    return this.tables?.hold() ?? false
  }

  /** Closes what the branches that are left would have drawn from. */
  protected abandon(): void {
    this.leaveScopes()
    try {
      closeAll(this.root)
      this.tables?.close()
    } finally {
      try {
        this.flights?.close()
      } finally {
        this.resources.close()
      }
    }
  }
}

/** Resumes a clean stack with the next option of the scheduler's choice point. */
function attempt(stack: Frame): Frame | null {
  let next: Frame | null
  try {
    next = stack.$step(stack, NEXT, OPTION)
  } catch (error) {
    // The step may have gone on at another frame; only one with the same parent.
    return unwind(stack, error)
  }
  return proceed(stack, next)
}

/** The value inside the result object of a foreign iterator that a program delegated to. */
function opened(result: unknown): unknown {
  return (result as IteratorResult<unknown>).value
}
