// What steps ask the search while they run, so that they need not leave for each choice: which branch goes next, and
// where there is no choice point yet, which options they may try. What lies in the frontier is here too, because every
// such answer puts a point there or takes one.
//
// Law: whatever steps do by themselves, it is what the loop would have done, in the order of the strategy.

import { Choice } from '../../program/index.ts'
import { FAILED, isAnythingCounted, isClean, machine, YIELDED } from '../../runtime/index.ts'
import type { Forking, Frame, Options as Trying, Scheduler } from '../../runtime/index.ts'
import type { Attempt } from '../attempt.ts'
import { goesOnAs, NO_OPTIONS, Options } from '../choice-point.ts'
import type { ChoicePoint } from '../choice-point.ts'
import type { Frontier, Strategy } from '../frontier.ts'
import { limited } from '../limits.ts'
import type { Limits } from '../limits.ts'
import { merging } from '../merging.ts'
import { Inside } from '../scope.ts'
import { Counts } from './counts.ts'

/** The most attempts that wait for one branch: their calls lie on the JavaScript stack, above the user's own. */
const DEEPEST = 100

export abstract class Steps extends Counts implements Scheduler {
  protected readonly strategy: Strategy
  private readonly merges: boolean
  /** Bounds on its frontiers; null where it has none. */
  readonly limits: Limits | null
  /** All that is left; scopes in it have frontiers of their own. */
  protected root: Frontier
  /** Where the branch that runs puts what it becomes: the root, or what it sees inside of scopes. */
  protected frontier: Frontier
  protected readonly inside: Inside
  private readonly dives: boolean
  /** Where the branch that runs was resumed, unless that stack is clean. */
  protected branch: Frame | null = null
  /** An option that is tried alone: a step reads it once, before it runs anything else. */
  private readonly one = { options: [] as unknown[], taken: 0, depth: 0, nesting: -1 }
  /** The options among which it is. */
  private among = NO_OPTIONS
  /** When to look whether a bound has been reached. */
  protected lookAt = 0
  /** At so many attempts, `lookAt` decides how many more there may be. */
  private attemptsAllowed = 0
  /** Whether any branch has a cost or an estimate that must be handed on. */
  protected weighs = false
  /** Where a branch has asked for options whose stack must be forked for each of them. */
  protected opened: Frame | null = null
  /** The points of attempts that a branch has left, while it still has others to leave. The outermost first. */
  private emerged: ChoicePoint | null = null

  constructor(start: Frame, strategy: Strategy, merges: boolean, forking: Forking, limits: Limits | null) {
    super(start, forking)
    this.limits = limits
    this.strategy = limits === null ? strategy : limited(strategy, limits)
    this.merges = merges
    this.root = this.frontierOfRoot()
    this.frontier = this.root
    this.dives = this.root.dives === true
    this.inside = new Inside(this.root)
    this.root.push(this.point)
  }

  protected frontierOfRoot(): Frontier {
    const root = this.merges ? merging(this.strategy, this.tally) : this.strategy.frontier()
    if (this.limits !== null) root.deepest = this.limits.deepest
    return root
  }

  protected push(point: ChoicePoint): void {
    this.survivals++
    this.frontier.push(point)
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
    this.opened = frame
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
    if (point !== null && this.steps < this.lookAt) {
      if (point.taken < point.direct) {
        const { stack } = point
        if (goesOnAs(frame, stack)) {
          this.begin(point)
          return stack
        }
      } else if (!isAnythingCounted()) {
        const fork = point.forkFor(frame)
        if (fork !== null) {
          this.beginFork(point, fork)
          return fork
        }
      }
    }
    machine.signal = FAILED
    return null
  }

  /** Lets steps of the stack take options of `point` by themselves, until it is time to look at the bounds. */
  protected begin(point: ChoicePoint): void {
    this.point = point
    this.counted = point.taken
    this.branch = null
    this.limit(point)
  }

  /** Lets the step take the next option of `point` with `fork`, which is that branch's own. */
  private beginFork(point: ChoicePoint, fork: Frame): void {
    this.point = point
    this.counted = point.taken
    this.branch = fork
    point.limit = point.taken + 1
  }

  private limit(point: ChoicePoint): void {
    const most = this.counted + this.lookAt - this.steps
    point.limit = most < point.direct ? most : point.direct
  }

  attempt(effect: unknown): Attempt | null {
    const { tried, attempts } = this
    // One way for what is rare, which comes back from the beginning: what is known of objects here stays known.
    if (effect !== tried.effect || this.point !== tried || attempts === this.attemptsAllowed)
      return this.allowsAttempts(effect) ? this.attempt(effect) : null
    if (tried.nesting === DEEPEST) return null
    // All count as taken; those that a point is made for, or that an error leaves behind, are taken back.
    this.attempts = attempts + 1
    tried.taken = 0
    tried.limit = tried.size
    const depth = tried.depth + 1
    tried.depth = depth
    if (depth > this.depth) this.depth = depth
    return tried
  }

  /** Whether options of `effect` can be tried at all, and bounds allow it. */
  private allowsAttempts(effect: unknown): boolean {
    const { tried } = this
    if (effect !== tried.effect && !this.adopts(effect)) return false
    if (this.point !== tried) this.beginAttempts()
    if (this.attempts < this.attemptsAllowed) return true
    this.countAttempts()
    const more = Math.trunc((this.lookAt - this.steps) / tried.size)
    if (more <= 0) return false
    this.attemptsAllowed = this.attempts + more
    return true
  }

  private adopts(effect: unknown): boolean {
    if (!this.dives) return false
    const { tried } = this
    const { size } = tried
    this.countAttempts()
    if (!tried.adopts(effect)) return false
    if (tried.size !== size) this.attemptsAllowed = this.attempts
    return true
  }

  /** The branch that runs comes from a point and tries the options of the choice that it has met. */
  private beginAttempts(): void {
    const { tried, point } = this
    this.count()
    this.attemptsAllowed = this.attempts
    this.point = tried
    tried.depth = point.depth
    if (this.weighs) {
      tried.cost = point.cost
      tried.bound = point.bound
    }
  }

  resumed(): Trying {
    const { point, tried } = this
    if (point.limit < point.options.length || point.limit === point.taken + 1) return this.nextOf(point)
    // What throws loses the options that are left, so there must be nobody below who could catch it.
    if (!this.dives || point.stack.$parent !== null) return point
    tried.resumes(point)
    point.taken = point.size
    this.beginAttempts()
    return tried
  }

  /** The next option of `point`, and no other. Its array is of the kind that its options are, so that V8 reads both alike. */
  private nextOf(point: ChoicePoint): Trying {
    const { one } = this
    const { options } = point
    if (this.among !== options) {
      this.among = options
      one.options = options.slice(0, 1)
    }
    one.options[0] = options[point.taken++]
    one.taken = 0
    return one
  }

  kept(frame: Frame, options: readonly unknown[], taken: number): void {
    const { tried } = this
    const depth = tried.depths[--tried.nesting]!
    const point = new Options(frame, depth, options, options.length)
    point.taken = taken
    if (this.weighs) point.comesFrom(tried)
    const left = options.length - taken
    this.steps -= left
    tried.waiting -= left
    point.below = this.emerged
    this.emerged = point
    if (tried.nesting > 0) return
    let outermost: ChoicePoint | null = point
    while (outermost !== null) {
      const inner: ChoicePoint | null = outermost.below
      this.frontier.push(outermost)
      outermost = inner
    }
    this.emerged = null
  }

  abstract answered(): boolean

  /** An error has left all attempts under way: the options that have not been tried are no steps. */
  protected loseAttempts(): void {
    const { tried } = this
    this.steps -= this.untried()
    tried.waiting = 0
    tried.taken = tried.limit
    tried.nesting = 0
    this.emerged = null
  }

  /** How many options count as taken that have not been. */
  protected untried(): number {
    const { tried } = this
    return this.point === tried ? tried.waiting + tried.limit - tried.taken : tried.waiting
  }

  interrupt(): void {
    this.lookAt = 0
    this.attemptsAllowed = this.attempts
    // Who tries options before there is a frame must come to the last one.
    if (this.point !== this.tried) this.point.limit = 0
  }
}
