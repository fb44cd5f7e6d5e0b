// How a step ends. Emitted code returns the result of one of these: they set the machine's registers
// and hand back the next top frame.

import { Effect, Pass } from './effect.ts'
import { ENTERED, FAILED, NEXT, RETURNED, UNKNOWN, YIELDED } from './frame.ts'
import type { Cleanness, Frame } from './frame.ts'
import { cursorOf } from './generator.ts'
import { delegateTo } from './delegate.ts'
import { acquire } from './holding.ts'
import type { Listener } from './listener.ts'
import { machine } from './machine.ts'
import type { Attempt, Options } from './machine.ts'
import { Resource } from './resource.ts'

const askItself: unknown = Effect.prototype[Symbol.iterator]

/** Whether iterating the effect is asking for it, as it is unless its class says otherwise. */
export function asksItself(effect: Effect<unknown>): boolean {
  return effect[Symbol.iterator] === askItself
}

/** `yield value`. */
export function yields(value: unknown, frame: Frame): Frame {
  machine.signal = YIELDED
  machine.value = value
  return frame
}

/** The function returned: its parent goes on with `value`. */
export function returns(value: unknown): null {
  machine.signal = RETURNED
  machine.value = value
  return null
}

/** `yield* callee(…)`, where the compiler knows the callee: `entry` is its first frame, above the caller's. */
export function enters(entry: Frame): Frame {
  machine.signal = ENTERED
  return entry
}

/** `yield* callee(…)`, where `value` is what the call gave. */
export function call(callee: unknown, value: unknown, frame: Frame): Frame {
  const cursor = cursorOf(value)
  // A generator function returns an object that nobody else has seen, so its frame can be ours. A
  // plain function may have kept the generator, which then must stay an object of its own.
  if (cursor !== undefined && cursor.maker.fn === callee) {
    const entry = cursor.stack!
    entry.$parent = frame
    machine.signal = ENTERED
    return entry
  }
  return delegate(value, frame)
}

/** `yield* value`. */
export function delegate(value: unknown, frame: Frame): Frame {
  if (value instanceof Effect) {
    if (value[Symbol.iterator] === askItself) return yields(value, frame)
    if (value instanceof Pass) {
      machine.signal = ENTERED
      return frame
    }
    if (value instanceof Resource) return acquire(value, frame)
  }
  // First, because the methods of what is iterated may run generators of ours.
  const above = delegateTo(value, frame)
  machine.signal = ENTERED
  return above
}

/** `return yield* callee(…)`: a proper tail call, the caller's frame is not kept. */
export function tailCall(callee: unknown, value: unknown, parent: Frame | null): Frame {
  const cursor = cursorOf(value)
  if (cursor !== undefined && cursor.maker.fn === callee) {
    const entry = cursor.stack!
    entry.$parent = parent
    machine.signal = ENTERED
    return entry
  }
  return tailDelegate(value, parent)
}

/** `return yield* value`. */
export function tailDelegate(value: unknown, parent: Frame | null): Frame {
  if (parent !== null && value instanceof Effect && value[Symbol.iterator] === askItself)
    return yields(value, parent)
  return delegate(value, new Answer(parent))
}

/** Sent to a step instead of a value: it takes the next option of the scheduler's choice point. */
export const OPTION: unique symbol = Symbol('option')

/** `yield* amb(…)`, `yield* choose(…)`: what this step goes on at `frame` with by itself; null where it ends. */
export function open(effect: unknown, frame: Frame): typeof OPTION | null {
  const { scheduler } = machine
  if (scheduler !== null) return scheduler.open(effect, frame) ? OPTION : null
  yields(effect, frame)
  return null
}

/** What a choice is resumed with: the option that the branch begins with, or what was sent. */
export function given(sent: unknown): unknown {
  if (sent !== OPTION) return sent
  const { point } = machine.scheduler!
  return point.options[point.taken++]
}

/**
 * A step of `frame` has come to `fail`: the frame of its own function that it goes on with, or one with a point
 * that no function has, so that the step ends. Null when no search is under way and the failure is an effect
 * like any other.
 */
export function fail(frame: Frame): Frame | null {
  const { scheduler } = machine
  return scheduler === null ? null : (scheduler.next(frame) ?? NOWHERE)
}

const NOWHERE = { $point: -1 } as Frame

/**
 * `yield* amb(…)`, `yield* choose(…)`: the options, where this step is to try them before it makes a frame above
 * `parent`. Then a tree of choices whose branches all fail allocates nothing. What throws loses the options that are
 * left, so there must be nobody below who could catch it.
 */
export function attempt(effect: unknown, parent: Frame | null): Attempt | null {
  const { scheduler } = machine
  return scheduler === null || parent !== null ? null : scheduler.attempt(effect)
}

/**
 * A branch is about to leave the options after the first `taken`: whether it does so in a call of its own. If not, it goes
 * on where it is, because nothing is left or the choice point keeps what is.
 */
export function dive(choice: Options, taken: number): boolean {
  if (choice.nesting < 0) return false
  const attempt = choice as Attempt
  const { limit } = attempt
  if (taken === limit) return false
  attempt.depths[attempt.nesting++] = attempt.depth
  attempt.waiting += limit - taken
  attempt.taken = limit
  return true
}

/** The branch fails in its call, whose caller tries the next option. */
export function fails(): null {
  machine.signal = FAILED
  return null
}

/**
 * Whether the branch, whose call gave `left`, is over: it has failed, or what it returned has been taken. If not, it has to
 * leave this call as well, and the options after the first `taken` are `kept`.
 */
export function emerge(
  left: Frame | null,
  choice: Options,
  options: readonly unknown[],
  taken: number,
): boolean {
  const { signal } = machine
  if (signal !== FAILED && (signal !== RETURNED || !machine.scheduler!.answered())) {
    leaving.left = left
    leaving.options = options
    leaving.taken = taken
    return false
  }
  const attempt = choice as Attempt
  attempt.depth = attempt.depths[--attempt.nesting]!
  attempt.waiting -= options.length - taken
  attempt.limit = options.length
  return true
}

/** What `emerge` hands to `kept`: the step in between makes a frame and does nothing else. */
const leaving: { left: Frame | null; options: readonly unknown[]; taken: number } = {
  left: null,
  options: [],
  taken: 0,
}

/** That with which the branch leaves this step, while the options that are left stay. They start at `frame`. */
export function kept(frame: Frame): Frame | null {
  const { left } = leaving
  leaving.left = null
  machine.scheduler!.kept(frame, leaving.options, leaving.taken)
  return left
}

/** The options that a resumed step tries: those that the scheduler gives, or the one that was sent. */
export function resumed(sent: unknown): Options {
  return sent === OPTION ? machine.scheduler!.resumed() : { options: [sent], taken: 0, depth: 0, nesting: -1 }
}

/** What is left of a function after `return yield* …`: it returns what it receives. */
export class Answer implements Frame {
  $parent: Frame | null
  $clean: Cleanness
  declare readonly $point: 0
  declare readonly $handles: false
  constructor(parent: Frame | null) {
    this.$parent = parent
    this.$clean = UNKNOWN
  }
  $probe(): boolean {
    return true
  }
  $step(_frame: Frame, _mode: typeof NEXT, sent: unknown): Frame | null {
    return returns(sent)
  }
  $copy(_frame: Frame, _copy: unknown, parent: Frame | null): Frame {
    return new Answer(parent)
  }
  $describe(_frame: Frame, to: Listener): void {
    to.fact('answer')
  }
}
Object.assign(Answer.prototype, { $point: 0, $handles: false })
