// How a search ends: by itself, by a bound behind which it can go on, or by somebody who has had enough. What is open
// or under way then is closed, unless it is kept for those who go on.

import type { Forking, Frame } from '../../runtime/index.ts'
import type { ChoicePoint } from '../choice-point.ts'
import { closeAll } from '../close-all.ts'
import { Flights } from '../flights.ts'
import type { Strategy } from '../frontier.ts'
import type { Limits } from '../limits.ts'
import { Resources } from '../resources.ts'
import type { Effort, EndReason } from '../status.ts'
import type { Tables } from '../tables/tables.ts'
import { PAUSED } from '../watch.ts'
import type { Stop, Watch, Watched } from '../watch.ts'
import { Steps } from './steps.ts'

export abstract class Ending extends Steps implements Watched {
  /** Why `advance` returned false. */
  reason: EndReason = 'exhausted'
  protected watch: Watch
  protected solutionLimit: number
  protected progress: ((effort: Effort) => void) | undefined
  /** Whether a scope has left branches out. */
  protected pruned = false
  protected readonly resources: Resources
  /** Of the tabled functions that have been called. */
  protected tables: Tables | null = null
  /** The branches that await something; null where none may. */
  protected readonly flights: Flights | null
  /** Whether `advance` is under way: its bounds have to stop it then, not whoever closes it meanwhile. */
  protected isRunning = false
  protected isClosed = false
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
    forking: Forking,
    concurrency: number | null,
    limits: Limits | null,
  ) {
    super(start, strategy, merges, forking, limits)
    this.keeps = keeps
    this.watch = watch
    this.solutionLimit = solutionLimit
    this.progress = progress
    this.resources = new Resources(watch.signal, this, concurrency !== null)
    this.flights =
      concurrency === null ? null : new Flights(strategy.concurrent === true ? concurrency : 1, this)
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

  /** What `advance` returns when the watch says so. */
  protected stop(reached: Stop | typeof PAUSED): false {
    // Branches that await something have had their step.
    if (reached === 'steps' && this.flights?.isEmpty === false) return this.waits()
    if (reached !== PAUSED) return this.end(reached)
    this.isPaused = true
    this.watch.turn()
    return false
  }

  protected waits(): false {
    this.isWaiting = true
    return false
  }

  protected exhausted(): EndReason {
    if (this.root.isCutOff === true) return 'depth'
    return this.pruned || this.root.pruned === true ? 'pruned' : 'exhausted'
  }

  protected end(reason: EndReason): false {
    this.reason = reason
    const isOver = reason === 'exhausted' || reason === 'pruned'
    this.isResumable = !isOver && (this.keeps ?? !this.holdsAnything())
    if (!this.isResumable) this.finish(reason)
    return false
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
    if (this.isRunning || this.isClosed) return
    this.isResumable = false
    this.finish('aborted')
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
    if (!this.resources.isEmpty || this.flights?.isEmpty === false) return true
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

  protected leaveScopes(): void {
    this.inside.scopes.length = 0
    this.frontier = this.root
  }
}
