// How a step of an async generator ends, where that differs from a plain one's (steps.ts), and how it
// delegates.
//
// By itself an async generator delegates by the async iterator protocol, step by step, because a program can count
// the ticks (async-iteration.ts). On a stack that a search has taken nobody counts: there the frames of a called
// generator stand above the caller's, so that the search forks the nested ones as one stack.

import { AWAITED, ENTERED, FORWARDED, YIELDED } from './frame.ts'
import type { Frame } from './frame.ts'
import { asyncCursorOf } from './async-generator.ts'
import { Effect, Pass } from './effect.ts'
import { cursorOf } from './generator.ts'
import { acquireAsync } from './holding.ts'
import { machine } from './machine.ts'
import { Resource } from './resource.ts'
import { asksItself, yields } from './steps.ts'

/** `await value`. */
export function awaits(value: unknown, frame: Frame): Frame {
  machine.signal = AWAITED
  machine.value = value
  return frame
}

/** A value that a delegating generator passes on: it has been awaited, so whoever drives the stack has it at once. */
export function forwards(value: unknown, frame: Frame): Frame {
  machine.signal = machine.awaits ? YIELDED : FORWARDED
  machine.value = value
  return frame
}

/**
 * Whether `yield* value` of an async generator is one suspension: an effect, or on a stack that was taken a generator that
 * nobody else has seen, because `callee` has just made it.
 */
export function isDirect(value: unknown, callee?: unknown): boolean {
  if (value instanceof Effect) return value instanceof Pass || value instanceof Resource || asksItself(value)
  return machine.awaits && callee !== undefined && madeBy(callee, value) !== undefined
}

/** `yield* value` where that is one suspension. */
export function delegateDirectly(value: unknown, frame: Frame, callee?: unknown): Frame {
  if (value instanceof Effect && asksItself(value)) return yields(value, frame)
  if (value instanceof Resource) return acquireAsync(value, frame)
  machine.signal = ENTERED
  if (value instanceof Effect) return frame
  const entry = madeBy(callee, value)!
  entry.$parent = frame
  return entry
}

function madeBy(callee: unknown, value: unknown): Frame | undefined {
  const cursor = asyncCursorOf(value) ?? cursorOf(value)
  return cursor !== undefined && cursor.maker.fn === callee ? cursor.stack! : undefined
}
