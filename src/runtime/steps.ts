// How a step ends. Emitted code returns the result of one of these: they set the machine's registers
// and hand back the next top frame.

import { Effect, FAILURE, Failure, Pass } from './effect.ts'
import { ENTERED, FAILED, NEXT, RETURNED, UNKNOWN, YIELDED } from './frame.ts'
import type { Cleanness, Frame } from './frame.ts'
import { cursorOf } from './generator.ts'
import { delegateTo } from './delegate.ts'
import { machine } from './machine.ts'

const askItself: unknown = Effect.prototype[Symbol.iterator]

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
  }
  machine.signal = ENTERED
  return delegateTo(value, frame)
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

/**
 * `yield* fail(…)` under a search: the branch ends here. Emitted before the frame is built, so that a
 * failing branch allocates nothing.
 */
export function fails(effect: unknown): boolean {
  if (!machine.searching || !(effect === FAILURE || effect instanceof Failure)) return false
  machine.signal = FAILED
  machine.value = effect
  return true
}

/** What `retry` returns when there is no option to go on with. */
export const NONE: unique symbol = Symbol('none')

/**
 * A step of `frame` has come to `fail`: the next option, if the search would resume this very frame with it.
 * Nothing has to be left and entered again then, so a failing branch costs no more than a turn of a loop.
 */
export function retry(frame: Frame): unknown {
  const { point } = machine
  if (point === null || point.stack !== frame || !machine.searching) return NONE
  const at = point.taken
  if (at === point.limit) return NONE
  const option = point.options[at]
  // A mutable option is copied for its branch, which is the search's to do.
  if (typeof option === 'object' ? option !== null : typeof option === 'function') return NONE
  point.taken = at + 1
  return option
}

/** What is left of a function after `return yield* …`: it returns what it receives. */
class Answer implements Frame {
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
}
Object.assign(Answer.prototype, { $point: 0, $handles: false })
