// What is said of a value that cannot be copied: which variable leads to it, and where the frame stands.

import { AsyncCursor, asyncCursorOf } from './async-generator.ts'
import { anyCursorOf } from './cursors.ts'
import { cannotCopy, generatorBusy, generatorRunning, resourceElsewhere, resourceRefuses } from './errors.ts'
import type { Busy, MultishotError, Obstacle, Place } from './errors.ts'
import type { Frame } from './frame.ts'
import { placeOf } from './function.ts'
import type { Maker } from './function.ts'
import type { Cursor } from './generator.ts'
import { partsOf } from './parts.ts'
import { Acquired } from './resource.ts'
import { Uncopyable } from './uncopyable.ts'

/** A way from a frame to a value. */
interface Path {
  readonly frame: Frame | null
  readonly names: readonly string[]
}

/**
 * What to say of an error that stopped the copy of `stack`: of a refusal, the path from a variable of one of the
 * frames to the value, and the place in the source.
 */
export function explained(error: unknown, stack: Frame | null): unknown {
  if (!(error instanceof Uncopyable)) return error
  const { value, obstacle } = error
  if (value instanceof Acquired) return resourceStays(value, obstacle, stack)
  const { path, place } = whereIs(value, stack)
  return refusal(value, obstacle, path, place)
}

/** The path from a variable of one of the frames to `value`, and where that frame stands. */
export function whereIs(value: unknown, stack: Frame | null): { path: string; place: Place | undefined } {
  const { frame, names } = pathInStack(value, stack, new Set()) ?? { frame: stack, names: [] }
  return { path: names.join('.'), place: frame === null ? undefined : placeOf(frame) }
}

/** The refusal of a value that `path` leads to. */
function refusal(value: unknown, obstacle: Obstacle, path: string, place: Place | undefined): MultishotError {
  return obstacle === 'busy'
    ? generatorBusy('clone', whatKeeps(asyncCursorOf(value)!), path, place)
    : cannotCopy(value, obstacle, path, place)
}

/** What an async generator is busy with. */
function whatKeeps({ maker, stack }: AsyncCursor): Busy {
  const { name } = (maker as Maker).code
  return { functionName: name, place: stack === null ? undefined : placeOf(stack) }
}

/**
 * Refuses what may be done only to a generator that is suspended.
 *
 * @throws {TypeError} for one that is running.
 * @throws {MultishotError} MS1005 for one that awaits, or has ended and must still answer.
 */
export function requireSuspended(cursor: Cursor, action: string): void {
  if (cursor.running) throw generatorRunning()
  if (cursor instanceof AsyncCursor && cursor.busy) throw generatorBusy(action, whatKeeps(cursor))
}

/** The same for a value on its own, which `what` names. */
export function explainedAlone(error: unknown, what: string): unknown {
  if (!(error instanceof Uncopyable)) return error
  const { value, obstacle } = error
  if (value instanceof Acquired) return resourceStays(value, obstacle, null)
  return refusal(value, obstacle, what, undefined)
}

function resourceStays({ place }: Acquired, obstacle: Obstacle, stack: Frame | null): Error {
  const say = obstacle === 'elsewhere' ? resourceElsewhere : resourceRefuses
  let forked: Place | undefined
  for (let frame = stack; frame !== null && forked === undefined; frame = frame.$parent)
    forked = placeOf(frame)
  return say(place, forked)
}

/** The frames of a stack are asked one by one, the one that runs first. */
function pathInStack(target: unknown, stack: Frame | null, visited: Set<unknown>): Path | undefined {
  for (let frame = stack; frame !== null; frame = frame.$parent) {
    visited.add(frame)
    const path = pathIn(target, frame, visited)
    if (path !== undefined) return path.frame === null ? { ...path, frame } : path
  }
  return undefined
}

/** Without a frame, the path starts in `from`; a generator on the way has frames of its own. */
function pathIn(target: unknown, from: object, visited: Set<unknown>): Path | undefined {
  const cursor = anyCursorOf(from)
  if (cursor !== undefined) {
    const inner = pathInStack(target, cursor.stack, visited)
    if (inner !== undefined) return inner
  }
  for (const [name, part] of partsOf(from)) {
    if (name === '$parent' || name === '$stack') continue
    if (part === target) return { frame: null, names: [name] }
    if (((typeof part !== 'object' || part === null) && typeof part !== 'function') || visited.has(part))
      continue
    visited.add(part)
    const inner = pathIn(target, part, visited)
    if (inner === undefined) continue
    if (inner.frame !== null || name.startsWith('$')) return inner
    return { frame: null, names: [name, ...inner.names] }
  }
  return undefined
}
