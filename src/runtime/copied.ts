// What a fork has copied, by the variables that lead to it: for those who ask why a search is slow.
//
// Law: the objects of all variables and what no variable leads to are all the objects; an object counts for the
// first variable that leads to it, those of the innermost frame first.

import type { Place } from './errors.ts'
import type { Frame } from './frame.ts'
import { placeOf } from './function.ts'
import type { Graph } from './graph.ts'
import { framesOf } from './inspect.ts'
import type { FrameView } from './inspect.ts'
import { partsOf } from './parts.ts'
import { isPrimitive } from './primitive.ts'
import { Standing } from './standing.ts'

/** How much is copied. */
export interface Amount {
  readonly objects: number
  /** What these hold: elements, entries, properties, bytes. */
  readonly values: number
}

/** What a fork copies because of one variable. */
export interface CopiedVariable extends Amount, Place {
  /** Its name in the source; `for` for what the head of a loop iterates. */
  readonly name: string
}

/** What each fork copies at a choice, which stands at this place. */
export interface Copied extends Amount, Place {
  /** Those that lead to it, from the one with the most values on. To be called while this is heard. */
  readonly variables: () => readonly CopiedVariable[]
}

/** What has been copied of `stack`. */
export function copiedOf(stack: Frame, { sources, copies }: Graph): Copied {
  const counted = new Set<object>()
  let values = 0
  for (let i = 0; i < sources.length; i++) {
    if (copies[i] === sources[i]) continue
    counted.add(sources[i]!)
    values += held(sources[i]!)
  }
  return {
    ...placeOfStack(stack),
    objects: counted.size,
    values,
    variables: () => byVariable(stack, new Set(counted)),
  }
}

function placeOfStack(stack: Frame): Place {
  for (let frame: Frame | null = stack; frame !== null; frame = frame.$parent) {
    const place = placeOf(frame)
    if (place !== undefined) return place
  }
  return { functionName: '', file: '', line: 0, column: 0 }
}

/** How many values an object holds. */
function held(object: object): number {
  if (Array.isArray(object)) return object.length
  if (object instanceof Map || object instanceof Set) return object.size
  if (ArrayBuffer.isView(object) || object instanceof Standing) return 0
  if (object instanceof ArrayBuffer) return object.byteLength
  return Object.keys(object).length
}

/** Takes what the variables lead to out of `left`. */
function byVariable(stack: Frame, left: Set<object>): readonly CopiedVariable[] {
  const found: CopiedVariable[] = []
  const note = (name: string, value: unknown, { functionName, file, line, column }: Place): void => {
    const amount = reach(value, left)
    if (amount.objects > 0) found.push({ name, functionName, file, line, column, ...amount })
  }
  const views = framesOf(stack)
  for (const view of views)
    for (const { name, value } of [...view.variables, ...view.enclosing]) note(name, value, view)
  for (const [view, frame] of withFrames(views, stack))
    for (const [, part] of partsOf(frame)) if (part instanceof Standing) note('for', part, view)
  return found.toSorted((one, other) => other.values - one.values)
}

/** The views of `framesOf` with their frames. */
function* withFrames(views: readonly FrameView[], stack: Frame): Iterable<readonly [FrameView, Frame]> {
  let at = 0
  for (let frame: Frame | null = stack; frame !== null; frame = frame.$parent)
    if (placeOf(frame) !== undefined) yield [views[at++]!, frame]
}

/** Takes all that `value` leads to out of `left`, and says how much that was. What is shared leads to nothing that is copied. */
function reach(value: unknown, left: Set<object>): Amount {
  let objects = 0
  let values = 0
  const inner = new Set<unknown>([value])
  for (const part of inner) {
    if (isPrimitive(part)) continue
    const object = part as object
    const isCopied = left.delete(object)
    if (isCopied) {
      objects++
      values += held(object)
    }
    for (const [name, next] of leadsTo(object)) if (isCopied || name.startsWith('$')) inner.add(next)
  }
  return { objects, values }
}

/** As `partsOf`, but cheaply for what is long. */
function* leadsTo(object: object): Iterable<readonly [string, unknown]> {
  if (Array.isArray(object)) for (const element of object) yield ['element', element]
  else if (ArrayBuffer.isView(object)) yield ['buffer', object.buffer]
  else yield* partsOf(object)
}
