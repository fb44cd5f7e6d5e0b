// Giving up what will never be resumed. Memory needs no word for that; iterators that clones read together
// do, for they are closed when the last one has left that might still read them.

import { asyncCursorOf } from './async-generator.ts'
import type { AsyncCursor } from './async-generator.ts'
import { requireCursor } from './cursors.ts'
import type { AnyIterator } from './fork.ts'
import type { Frame } from './frame.ts'
import type { MadeBy } from './generator.ts'
import { enclosing } from './methods.ts'
import { partsOf } from './parts.ts'
import { requireSuspended } from './refusal.ts'
import { acquiredAs, Hold, letGo } from './resource.ts'
import { Root } from './root.ts'
import { isMarked } from './share.ts'
import { isAnythingCounted, Standing } from './standing.ts'

/**
 * Gives a clone up: it is finished, none of its code runs, no `finally` either, and it no longer counts as a
 * reader of the iterators that it had in common with its clones. The last one that is given up closes those
 * which another clone wanted to close before their end.
 *
 * Law: what the others do is as if it had never been.
 *
 * @example
 * ```ts
 * import { abandon, clone } from 'multishot'
 *
 * function* first(lines: Iterable<string>): Generator<string, string, void> {
 *   for (const line of lines) {
 *     yield line
 *     return `${line}!`
 *   }
 *   return 'nothing'
 * }
 * const lines = new Set(['a', 'b']).values()
 * const one = first({ [Symbol.iterator]: () => ({ next: () => lines.next(), return: () => (console.log('closed'), { done: true, value: 0 }) }) })
 * one.next()
 * const other = clone(one)
 * console.log(one.next().value) // → a!
 * abandon(other) // → closed
 * ```
 *
 * @throws {TypeError} for a generator that is running.
 * @throws {MultishotError} MS1001 or MS1002 for what is no compiled generator, MS1005 for an async one that awaits.
 */
export function abandon(generator: AnyIterator): void {
  const cursor = requireCursor(generator, 'the generator to give up')
  requireSuspended(cursor, 'give up')
  const { stack, maker } = cursor
  cursor.stack = null
  if (stack !== null) release(stack, maker)
}

/** Gives up a stack that nobody will resume. */
export function abandonStack(stack: Frame): void {
  release(stack, undefined)
}

/** Whether there is anything in the stack that somebody has to release. */
export function holdsAnything(stack: Frame): boolean {
  return isAnythingCounted() && [...standingsIn(stack, undefined)].some(({ isOpen }) => isOpen)
}

/** Closes what a branch has left open that has returned. What it read goes on, for it may be in its answer. */
export function letGoOfStack(stack: Frame): void {
  letGo([...standingsIn(stack, undefined)].filter((each) => each instanceof Hold))
}

function release(stack: Frame, maker: MadeBy | undefined): void {
  if (!isAnythingCounted()) return
  const holds: Hold[] = []
  for (const standing of standingsIn(stack, maker, giveUp)) {
    if (standing instanceof Hold) holds.push(standing)
    else standing.release()
  }
  letGo(holds)
}

function giveUp(cursor: AsyncCursor): void {
  cursor.isGivenUp = true
}

/** What a stack reaches that must be released; `meets` hears of the generators on the way that await something. */
function standingsIn(
  stack: Frame,
  maker: MadeBy | undefined,
  meets?: (cursor: AsyncCursor) => void,
): ReadonlySet<Standing> {
  const found = new Set<Standing>()
  const visited = new Set<unknown>()
  leaveOut(maker, visited)
  for (let frame: Frame | null = stack; frame !== null; frame = frame.$parent)
    if (frame instanceof Root) leaveOut(frame.maker, visited)
  const pending: object[] = [stack]
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (visited.has(value) || isMarked(value) || acquiredAs(value) !== undefined) continue
    visited.add(value)
    if (value instanceof Standing) found.add(value)
    const cursor = asyncCursorOf(value)
    if (cursor?.busy) meets?.(cursor)
    for (const [, part] of partsOf(value))
      if ((typeof part === 'object' && part !== null) || typeof part === 'function') pending.push(part)
  }
  return found
}

/** The variables of the functions around are no part of a clone. */
function leaveOut(maker: MadeBy | undefined, visited: Set<unknown>): void {
  if (maker !== undefined) for (const part of enclosing(maker)) visited.add(part)
}
