// The cursor of a generator of either kind, for everybody who looks at its stack and does not run it.

import { asyncCursorOf } from './async-generator.ts'
import { notAGenerator, notCompiled } from './errors.ts'
import { cursorOf } from './generator.ts'
import type { Cursor } from './generator.ts'

/** The cursor of a compiled generator object, plain or async; undefined for everything else. */
export function anyCursorOf(value: unknown): Cursor | undefined {
  return cursorOf(value) ?? asyncCursorOf(value)
}

/**
 * The cursor of `generator`, which `what` names in the message when it is none of ours.
 *
 * @throws {MultishotError} MS1001 for a native generator, MS1002 for anything else.
 */
export function requireCursor(generator: unknown, what: string): Cursor {
  const cursor = anyCursorOf(generator)
  if (cursor === undefined) {
    const tag = Object.prototype.toString.call(generator)
    throw tag === '[object Generator]' || tag === '[object AsyncGenerator]'
      ? notCompiled(what)
      : notAGenerator(what, generator)
  }
  return cursor
}
