// The cursor of a generator of either kind, for everybody who looks at its stack and does not run it.

import { asyncCursorOf } from './async-generator.ts'
import { notAGenerator, notCompiled, ofAnotherCopy } from './errors.ts'
import { cursorOf } from './generator.ts'
import type { Cursor } from './generator.ts'

/** The cursor of a compiled generator object, plain or async; undefined for everything else. */
export function anyCursorOf(value: unknown): Cursor | undefined {
  return cursorOf(value) ?? asyncCursorOf(value)
}

/** Whether a copy of this runtime knows a value as a generator of its own. */
type Knows = (value: unknown) => boolean

const knows: Knows = (value) => anyCursorOf(value) !== undefined

/** The copies in this realm. Only messages ask them: one copy's generators are not native ones to another. */
const copies: Knows[] = copiesIn(globalThis)
copies.push(knows)

function copiesIn(realm: object): Knows[] {
  const COPIES = Symbol.for('multishot.copies')
  const found = Reflect.get(realm, COPIES) as Knows[] | undefined
  if (found !== undefined) return found
  const first: Knows[] = []
  Reflect.defineProperty(realm, COPIES, { value: first })
  return first
}

/**
 * The cursor of `generator`, which `what` names in the message when it is none of ours.
 *
 * @throws {MultishotError} MS1001 for a native generator, MS1007 for one of another copy of multishot, MS1002 for
 * anything else.
 */
export function requireCursor(generator: unknown, what: string): Cursor {
  const cursor = anyCursorOf(generator)
  if (cursor === undefined) {
    if (copies.some((other) => other(generator))) throw ofAnotherCopy(what)
    const tag = Object.prototype.toString.call(generator)
    throw tag === '[object Generator]' || tag === '[object AsyncGenerator]'
      ? notCompiled(what)
      : notAGenerator(what, generator)
  }
  return cursor
}
