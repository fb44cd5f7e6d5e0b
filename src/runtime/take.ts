// How a search gets at the frames of a generator: it takes the stack out, and the generator object is
// finished from then on.
//
// Whoever drives an async stack takes it with `takeAsyncStack` and resumes it with `run` (machine.ts), while
// `machine.awaits` says so: then the frames of nested generators, async and plain, are one stack. The machine then also
// says `AWAITED`: the driver awaits `machine.value` and resumes the frame it was given with `NEXT` or `THROW`. A frame is
// a value at an `await` as well, but what it awaits is not: fork stacks at the effects they ask for, and resume a
// stack that has `AWAITED` once. `RETURN` is not for such stacks: give up what nobody needs (abandon.ts).

import { AsyncCursor } from './async-generator.ts'
import { requireCursor } from './cursors.ts'
import { asyncWhereNot, notAGenerator } from './errors.ts'
import type { Frame } from './frame.ts'
import type { Cursor } from './generator.ts'
import { beginSharing } from './leaving.ts'
import { machine } from './machine.ts'
import { enclosing } from './methods.ts'
import { requireSuspended } from './refusal.ts'
import { Root } from './root.ts'

/**
 * Takes the stack out of a generator that has not finished; `what` names it in messages.
 *
 * @throws {MultishotError} MS1001 for a native generator, MS1002 for anything else, MS1006 for an async generator.
 */
export function takeStack(generator: unknown, what: string): Frame {
  return above(requirePlain(requireCursor(generator, what), what), what)
}

/** The same for a generator of either kind, to whoever can wait for what its frames await. */
export function takeAsyncStack(generator: unknown, what: string): Frame {
  return above(requireCursor(generator, what), what)
}

function above(cursor: Cursor, what: string): Frame {
  beginSharing()
  const stack = take(cursor, what)
  const root = rootBelow(cursor)
  if (root !== null) bottom(stack).$parent = root
  return stack
}

/** What knows the variables around the generator's function. */
function rootBelow({ maker }: Cursor): Root | null {
  return enclosing(maker).length === 0 ? null : new Root(maker)
}

/** Takes the stack out of a generator and puts it above what `base` makes to stand on the root, if there is one. */
export function takeStackOnto(generator: unknown, what: string, base: (root: Frame | null) => Frame): Frame {
  const cursor = requirePlain(requireCursor(generator, what), what)
  const stack = take(cursor, what)
  bottom(stack).$parent = base(rootBelow(cursor))
  return stack
}

const entered = 'the entered generator'

/**
 * Puts a generator that was just made above `parent`: when it returns, `parent` goes on with its value. It may be an
 * async one above a stack that is driven as an async one.
 */
export function enter(generator: unknown, parent: Frame): Frame {
  const cursor = requireCursor(generator, entered)
  const stack = take(machine.awaits ? cursor : requirePlain(cursor, entered), entered)
  bottom(stack).$parent = parent
  return stack
}

function requirePlain(cursor: Cursor, what: string): Cursor {
  if (cursor instanceof AsyncCursor) throw asyncWhereNot(what)
  return cursor
}

function take(cursor: Cursor, what: string): Frame {
  requireSuspended(cursor, 'search')
  const { stack } = cursor
  if (stack === null) throw notAGenerator(what, 'a generator that has finished')
  cursor.stack = null
  return stack
}

function bottom(stack: Frame): Frame {
  let frame = stack
  while (frame.$parent !== null) frame = frame.$parent
  return frame
}
