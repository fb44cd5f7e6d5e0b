// The branches of a search that await something. They stand in no frontier: a branch that has begun goes on as soon
// as it can, and strategies decide only which one begins next.
//
// Law: a branch that awaits goes on once, or is given up once. Its stack is never forked meanwhile, because what it
// awaits is no value.

import { abandonStack, NEXT, THROW } from '../runtime/index.ts'
import type { Frame, Mode } from '../runtime/index.ts'
import type { ChoicePoint } from './choice-point.ts'
import { giveUp } from './scope.ts'
import type { Awaiting, Scope } from './scope.ts'
import type { Signal } from './watch.ts'

/** A branch that awaits something, and then what has become of that. */
export class Flight implements Awaiting {
  readonly stack: Frame
  /** The choice that it comes from. */
  readonly point: ChoicePoint
  readonly scopes: readonly Scope[]
  mode: Mode = NEXT
  value: unknown
  private readonly flights: Flights

  constructor(stack: Frame, point: ChoicePoint, scopes: readonly Scope[], flights: Flights) {
    this.stack = stack
    this.point = point
    this.scopes = scopes
    this.flights = flights
  }

  close(): void {
    if (this.flights.leave(this)) abandonStack(this.stack)
  }
}

/** What an abort must end. */
interface Search {
  close(): void
}

/** The longest time that timers know. */
const LONGEST = 2 ** 31 - 1

export class Flights {
  private readonly all = new Set<Flight>()
  /** Those that can go on, in the order in which they were told so. */
  private readonly landed: Flight[] = []
  private readonly concurrency: number
  private readonly search: Search
  private signal: Signal | undefined
  /** Tells whoever waits for a landing. */
  private wake: (() => void) | null = null

  constructor(concurrency: number, search: Search) {
    this.concurrency = concurrency
    this.search = search
  }

  get isEmpty(): boolean {
    return this.all.size === 0
  }

  /** Whether no other branch may begin. */
  get isFull(): boolean {
    return this.all.size >= this.concurrency
  }

  /** Whether it is one at a time. */
  get isSingle(): boolean {
    return this.concurrency === 1
  }

  /** A branch awaits `awaited`. While it does, `signal` is heard also if nobody pulls. */
  depart(flight: Flight, awaited: unknown, signal: Signal | undefined): void {
    if (this.isEmpty) {
      this.signal = signal
      signal?.addEventListener?.('abort', this.aborted)
    }
    this.all.add(flight)
    for (const scope of flight.scopes) (scope.awaiting ??= new Set()).add(flight)
    void this.land(flight, awaited)
  }

  private async land(flight: Flight, awaited: unknown): Promise<void> {
    try {
      flight.value = await awaited
    } catch (error) {
      flight.mode = THROW
      flight.value = error
    }
    if (!this.all.has(flight)) return
    this.landed.push(flight)
    this.tell()
  }

  /** The branch that goes on, which is in flight no longer. */
  next(): Flight | undefined {
    const flight = this.landed.shift()
    if (flight !== undefined) this.leave(flight)
    return flight
  }

  /** False: it had left before. */
  leave(flight: Flight): boolean {
    if (!this.all.delete(flight)) return false
    const at = this.landed.indexOf(flight)
    if (at >= 0) this.landed.splice(at, 1)
    for (const scope of flight.scopes) scope.awaiting!.delete(flight)
    if (this.isEmpty) this.signal?.removeEventListener?.('abort', this.aborted)
    return true
  }

  private readonly aborted = (): void => this.search.close()

  /** Settles when a branch can go on, when `tell` is called, and at the latest after so many milliseconds. */
  async landing(milliseconds: number): Promise<void> {
    if (this.landed.length > 0) return
    let timer: ReturnType<typeof setTimeout> | undefined
    await new Promise<void>((resolve) => {
      this.wake = resolve
      if (milliseconds < Infinity) timer = setTimeout(resolve, Math.min(Math.ceil(milliseconds), LONGEST))
    })
    clearTimeout(timer)
  }

  /** Wakes whoever waits for a landing. */
  tell(): void {
    this.wake?.()
    this.wake = null
  }

  /** Gives up all of them. */
  close(): void {
    giveUp(this.all, null)
    this.tell()
  }
}
