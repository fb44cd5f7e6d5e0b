// How a search gets at the frames of a generator: it takes the stack out, and the generator object is
// finished from then on.

import { closureOf } from './closure.ts'
import { generatorRunning, notAGenerator } from './errors.ts'
import type { Frame } from './frame.ts'
import { requireCursor } from './generator.ts'
import type { Cursor } from './generator.ts'
import { Root } from './root.ts'

/**
 * Takes the stack out of a generator that has not finished; `what` names it in messages.
 *
 * @throws {MultishotError} MS1001 for a native generator, MS1002 for anything else.
 */
export function takeStack(generator: unknown, what: string): Frame {
  const cursor = requireCursor(generator, what)
  const stack = take(cursor, what)
  if (closureOf(cursor.maker.fn) !== undefined) bottom(stack).$parent = new Root(cursor.maker)
  return stack
}

/** Puts a generator that was just made above `parent`: when it returns, `parent` goes on with its value. */
export function enter(generator: unknown, parent: Frame): Frame {
  const stack = take(requireCursor(generator, 'the entered generator'), 'the entered generator')
  bottom(stack).$parent = parent
  return stack
}

function take(cursor: Cursor, what: string): Frame {
  if (cursor.running) throw generatorRunning()
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
