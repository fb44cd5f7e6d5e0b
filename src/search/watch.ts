// Watches the bounds of a search that are not its own counts: the clock and the signal. Looking costs more
// than a step, so the search looks only now and then, more often the slower its steps turn out to be.
//
// Law: `steps` is never exceeded; between two looks at clock and signal lie at most 1024 steps.

import type { EndReason } from './status.ts'

/** A bound that has been reached. */
export type Stop = Extract<EndReason, 'steps' | 'time' | 'aborted'>

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

  constructor(bounds: Bounds) {
    this.bounds = bounds
    this.slice = bounds.slice ?? Infinity
    this.looksOut =
      bounds.time < Infinity || bounds.signal !== undefined || bounds.attended || this.slice < Infinity
  }

  /** Others have had their turn. */
  turn(): void {
    this.spentAtTurn = this.spent
    this.isFresh = true
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

  /** The bound that has been reached, if any. */
  look(steps: number): Stop | typeof PAUSED | null {
    const { bounds } = this
    const reached = this.lookAround()
    if (reached === 'aborted' || reached === 'time') return reached
    if (steps >= bounds.steps) return 'steps'
    if (reached === PAUSED) return PAUSED
    if (this.looksOut) this.adapt(steps)
    this.lookAt = Math.min(bounds.steps, steps + (this.looksOut ? this.interval : UNATTENDED))
    return null
  }

  /** The same, but for the steps. */
  lookAround(): Exclude<Stop, 'steps'> | typeof PAUSED | null {
    const { bounds } = this
    if (this.looksOut) this.readClock()
    if (bounds.signal?.aborted) return 'aborted'
    if (this.spent >= bounds.time) return 'time'
    if (this.spent - this.spentAtTurn >= this.slice && !this.isFresh) return PAUSED
    this.isFresh = false
    return null
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
