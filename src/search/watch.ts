// Watches the bounds of a search, or of a `within` in it. Looking costs more than a step, so it is looked only now and
// then. For clock and signal that is more often the slower steps turn out to be. What grows by one in a step at most
// is looked at again when it may have come to its bound. So a search pays for no bound between two looks.
//
// Law: `steps` is never exceeded, and what is counted otherwise by one at most; between two looks at clock and signal lie
// at most 1024 steps.

import type { ChoicePoint } from './choice-point.ts'
import { massOf } from './mass.ts'
import { countOf } from './scope.ts'
import type { Reached } from './status.ts'

/** A bound that has been reached. */
export type Stop = Exclude<Reached, 'limit' | 'depth'> | 'aborted'

/** What is watched. */
export interface Watched {
  /** How many points wait, at most. */
  waiting: number
  /** All of them. */
  readonly points: Iterable<ChoicePoint>
}

/** Nothing has been reached, but others should have a turn. */
export const PAUSED = 'paused'

/** What can stop a search from outside; every `AbortSignal` is one. */
export interface Signal {
  readonly aborted: boolean
  /** Where there is one, a search that has something open hears of an abort at once. */
  readonly addEventListener?: (type: 'abort', heard: () => void) => void
  readonly removeEventListener?: (type: 'abort', heard: () => void) => void
}

export interface Bounds {
  readonly steps: number
  /** Choices met. */
  readonly forks: number
  /** Points that wait. */
  readonly frontier: number
  /** Bytes that those hold. */
  readonly memory: number
  /** Milliseconds spent searching; the time between two pulls is the consumer's own. */
  readonly time: number
  readonly signal: Signal | undefined
  /** Milliseconds from any start. */
  readonly clock: () => number
  /** Whether somebody wants to hear from the search now and then, even without a bound. */
  readonly attended: boolean
  /** Milliseconds of searching after which others have a turn. Default: they have to wait. */
  readonly slice?: number
}

/** The most steps between two looks, and the milliseconds aimed at. */
const MOST_STEPS = 1024
const AIM = 0.5
/** How many steps must follow for each object that was looked at to estimate memory. */
const SHARE = 1 / 8
/** Without clock and signal only the steps are watched. A small integer, which is what the loop compares fastest. */
const UNATTENDED = 1 << 20

export class Watch {
  /** The number of steps at which `look` must be called again. */
  lookAt = 0
  private readonly bounds: Bounds
  private readonly looksOut: boolean
  /** Steps from one look to the next. */
  private interval = 1
  private stepsAtLook = 0
  private spentAtLook = 0
  /** Milliseconds spent searching until `since`, and from when the clock runs again. */
  private spent = 0
  private since = 0
  /** Milliseconds spent when the slice began. */
  private spentAtTurn = 0
  private readonly slice: number
  /** Whether nothing has been done in the slice: each makes some progress, however short it is. */
  private isFresh = true
  private isWaiting = false
  /** The number of steps at which memory is to be estimated, and at which it was last, as how much. */
  private weighAt: number
  private weighedAt = 0
  private bytes = 0

  constructor(bounds: Bounds) {
    this.bounds = bounds
    this.slice = bounds.slice ?? Infinity
    this.weighAt = bounds.memory < Infinity ? 0 : Infinity
    this.looksOut =
      bounds.time < Infinity || bounds.signal !== undefined || bounds.attended || this.slice < Infinity
  }

  /** Others have had their turn. */
  turn(): void {
    this.spentAtTurn = this.spent
    this.isFresh = true
  }

  get clock(): () => number {
    return this.bounds.clock
  }

  get signal(): Signal | undefined {
    return this.bounds.signal
  }

  /** From here on somebody waits for the search, which waits for something else: also that time counts. */
  wait(): void {
    this.isWaiting = true
  }

  /** Milliseconds left. */
  get left(): number {
    return this.bounds.time - this.spent
  }

  /** The search starts or goes on; it then looks before its first step, for much may have changed meanwhile. */
  begin(steps: number): void {
    this.lookAt = steps
    if (this.isWaiting) this.readClock()
    else if (this.looksOut) this.since = this.bounds.clock()
    this.isWaiting = false
  }

  /** The bound that has been reached after so many steps and choices, if any. */
  look(steps: number, choices: number, search: Watched): Stop | typeof PAUSED | null {
    const { bounds } = this
    const reached = this.lookAround()
    if (reached === 'aborted' || reached === 'time') return reached
    if (steps >= bounds.steps) return 'steps'
    const full = this.lookInside(steps, choices, search)
    if (full !== null) return full
    if (reached === PAUSED) return PAUSED
    if (this.looksOut) this.adapt(steps)
    this.lookAt = Math.min(
      bounds.steps,
      steps + (this.looksOut ? this.interval : UNATTENDED),
      steps + bounds.forks - choices + 1,
      steps + bounds.frontier - search.waiting + 1,
      this.weighAt,
    )
    return null
  }

  /** The same for a branch that goes on after it has awaited something: it has had its step. */
  lookBetween(steps: number, choices: number, search: Watched): Stop | typeof PAUSED | null {
    const reached = this.lookAround()
    if (reached !== null && reached !== PAUSED) return reached
    return this.lookInside(steps, choices, search) ?? reached
  }

  /** What the search itself has too many of. */
  private lookInside(steps: number, choices: number, search: Watched): Stop | null {
    const { bounds } = this
    if (choices > bounds.forks) return 'forks'
    if (search.waiting > bounds.frontier) {
      search.waiting = countOf(search.points)
      if (search.waiting > bounds.frontier) return 'frontier'
    }
    return steps >= this.weighAt && this.isTooHeavy(steps, search.points) ? 'memory' : null
  }

  /** What comes from outside. */
  private lookAround(): 'aborted' | 'time' | typeof PAUSED | null {
    const { bounds } = this
    if (this.looksOut) this.readClock()
    if (bounds.signal?.aborted) return 'aborted'
    if (this.spent >= bounds.time) return 'time'
    if (this.spent - this.spentAtTurn >= this.slice && !this.isFresh) return PAUSED
    this.isFresh = false
    return null
  }

  /** Looks again when as much more as there was lately would have come half way to the bound. */
  private isTooHeavy(steps: number, points: Iterable<ChoicePoint>): boolean {
    const { memory } = this.bounds
    const { bytes, objects } = massOf(points, memory)
    const taken = Math.max(1, steps - this.weighedAt)
    const growth = Math.max(1, bytes - this.bytes) / taken
    const aimed = Math.min((memory - bytes) / growth / 2, taken * 2, MOST_STEPS)
    this.weighAt = steps + Math.ceil(Math.max(1, aimed, objects * SHARE))
    this.weighedAt = steps
    this.bytes = bytes
    return bytes > memory
  }

  /** The search has come to a solution or to its end. */
  pause(): void {
    if (this.looksOut) this.readClock()
  }

  private readClock(): void {
    const now = this.bounds.clock()
    this.spent += now - this.since
    this.since = now
  }

  /** Aims the next look at a point in time; it may only double, because the steps so far were perhaps few. */
  private adapt(steps: number): void {
    const taken = steps - this.stepsAtLook
    if (taken === 0) return
    const aimed = Math.floor((taken * AIM) / (this.spent - this.spentAtLook))
    this.interval = Math.max(1, Math.min(aimed, this.interval * 2, MOST_STEPS))
    this.stepsAtLook = steps
    this.spentAtLook = this.spent
  }
}
