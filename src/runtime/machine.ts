// The machine runs stacks of frames. It is a trampoline: a step that calls another generator hands the
// machine a new top frame instead of calling it, so nesting costs heap and never JavaScript stack, and
// resuming below any depth of `yield*` costs the same.
//
// Results travel in registers (`machine.signal`, `machine.value`), not in objects: a step that fails or
// returns allocates nothing. This is the hot loop, the one place where mutation is shared.

import { AWAITED, ENTERED, FAILED, FORWARDED, NEXT, RETURN, RETURNED, THROW, YIELDED } from './frame.ts'
import type { Frame, Mode, Signal } from './frame.ts'

/**
 * Options that a step may try by itself, after the first `taken`. It tells which it has taken, for what it does may
 * throw.
 */
export interface Options {
  readonly options: readonly unknown[]
  taken: number
  /** How many choices lie on the way of the branch that runs. */
  depth: number
  /** How many attempts wait for the branch that runs, each in a call of its own; -1 where the branches take turns. */
  nesting: number
}

/** A choice point: its stack, if it is clean, may be resumed by a step by itself. */
export interface Resumable extends Options {
  readonly stack: Frame
}

/**
 * Who drives the machine in a search. Steps ask it where a branch forks and where it fails, because the branch
 * that goes next mostly goes on in the same function: then the step runs on, and nothing has to be left and
 * entered again. Which branch that is, the scheduler alone decides.
 */
export interface Scheduler {
  /** The choice point whose branch runs. */
  readonly point: Resumable
  /**
   * A branch asks for `effect` at `frame`. True: this step goes on at `frame` with the next option of
   * `point`. Otherwise the step ends, and `machine.signal` says how.
   */
  open(effect: unknown, frame: Frame): boolean
  /** The branch at `frame` has failed: where this step goes on, with the next option of `point`; null ends it. */
  next(frame: Frame): Frame | null
  /**
   * A branch asks for `effect` in a frame that is not made yet, at the bottom of its stack. Null: it must be made,
   * and `open` asked. Otherwise the step tries all of these options, one after the other.
   */
  attempt(effect: unknown): Attempt | null
  /** What a step is resumed to try: `point`, an attempt of what is left of it, or its next option alone. */
  resumed(): Options
  /**
   * A branch of an attempt has to leave the steps in which it runs, while options after the first `taken` are left. They
   * start at `frame`. Told from the innermost attempt outwards.
   */
  kept(frame: Frame, options: readonly unknown[], taken: number): void
  /**
   * A branch of an attempt has returned, and its result is in `machine.value`. True: that has been taken, and the next
   * branch goes on where this one began. Otherwise it has to leave.
   */
  answered(): boolean
}

/** What a step tries that calls itself for the branches. There is one for all the attempts under way. */
export interface Attempt extends Options {
  /** How many there are of those that are tried now. */
  limit: number
  /** How many options are left to those that wait, all together. */
  waiting: number
  /** How many choices lie on the way to each of those that wait, the outermost first. */
  readonly depths: number[]
}

interface Registers {
  /** What the last step did. */
  signal: Signal
  /** The value yielded or returned. */
  value: unknown
  /** The search that drives the machine, if any: then a failing branch ends without a frame. */
  scheduler: Scheduler | null
  /** Whether whoever drives the stack awaits what its frames await: then frames of async generators stand on one stack. */
  awaits: boolean
}

export const machine: Registers = { signal: YIELDED, value: undefined, scheduler: null, awaits: false }

/**
 * Resumes a stack and runs it to its next suspension or to its end. Afterwards `machine.signal` says
 * which: `YIELDED` (the new stack is returned, the value is in `machine.value`), `RETURNED` or `FAILED`
 * (null). An error that the whole stack leaves uncaught is thrown. The stack of an async generator may also have
 * `AWAITED`: then it goes on with `NEXT` and what `machine.value` became, or with `THROW` and why it did not.
 */
export function run(stack: Frame, mode: Mode, sent: unknown): Frame | null {
  if (mode === RETURN) return runReturn(stack, sent)
  let frame: Frame = mode === THROW ? handlerOf(stack, sent) : stack
  for (;;) {
    let next: Frame | null
    try {
      next = frame.$step(frame, mode, sent)
    } catch (error) {
      frame = handlerOf(frame.$parent, error)
      mode = THROW
      sent = error
      continue
    }
    switch (machine.signal) {
      case YIELDED:
      case FORWARDED:
      case FAILED:
      case AWAITED:
        return next
      case ENTERED:
        frame = next!
        mode = NEXT
        sent = undefined
        break
      case RETURNED:
        if (frame.$parent === null) return null
        frame = frame.$parent
        mode = NEXT
        sent = machine.value
        break
    }
  }
}

/** Goes on after a step of `frame` that ended in `next`, for a caller that makes the first step itself. */
export function proceed(frame: Frame, next: Frame | null): Frame | null {
  switch (machine.signal) {
    case ENTERED:
      return run(next!, NEXT, undefined)
    case RETURNED:
      return frame.$parent === null ? null : run(frame.$parent, NEXT, machine.value)
    default:
      return next
  }
}

/** Goes on after a step of `frame` that threw. */
export function unwind(frame: Frame, error: unknown): Frame | null {
  if (frame.$parent === null) throw error
  return run(frame.$parent, THROW, error)
}

/** The nearest frame that could catch `error`; without one the error leaves the stack. */
function handlerOf(frame: Frame | null, error: unknown): Frame {
  while (frame !== null && !frame.$handles) frame = frame.$parent
  if (frame === null) throw error
  return frame
}

/**
 * `return(value)` on a stack. The frames that were there at the start are all inside their own
 * `return()`: when one of them completes, its parent is returned from as well. A frame entered since
 * (a `finally` that delegates) completes normally. So the two kinds are told apart by counting.
 */
function runReturn(stack: Frame, value: unknown): Frame | null {
  let frame: Frame = stack
  let mode: Mode = RETURN
  let sent = value
  let entered = 0
  for (;;) {
    let next: Frame | null = null
    let threw = false
    if (mode === NEXT || frame.$handles) {
      try {
        next = frame.$step(frame, mode, sent)
      } catch (error) {
        threw = true
        sent = error
      }
    } else {
      threw = mode === THROW
      machine.signal = RETURNED
      machine.value = sent
    }
    if (!threw && machine.signal === ENTERED) {
      // A tail call takes its caller's place, so it also takes over what the caller was.
      if (next!.$parent !== frame.$parent) entered++
      frame = next!
      mode = NEXT
      sent = undefined
      continue
    }
    if (!threw && machine.signal !== RETURNED) return next
    if (!threw) sent = machine.value
    if (frame.$parent === null) {
      if (threw) throw sent
      return null
    }
    mode = threw ? THROW : entered > 0 ? NEXT : RETURN
    if (entered > 0) entered--
    frame = frame.$parent
  }
}
