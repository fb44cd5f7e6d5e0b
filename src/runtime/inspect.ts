// A suspended generator read aloud: its frames, where each stands in the source, and the variables that
// are live there, under the names that the user gave them. What error messages, traces and Node.js show.

import { AsyncCursor, asyncGenerators } from './async-generator.ts'
import { isDead } from './code.ts'
import type { Code } from './code.ts'
import { isScope, UNINITIALISED } from './closure.ts'
import { anyCursorOf, requireCursor } from './cursors.ts'
import type { Place } from './errors.ts'
import type { Frame } from './frame.ts'
import { placeOf } from './function.ts'
import type { Maker } from './function.ts'
import type { AnyIterator } from './fork.ts'
import { generators } from './generator.ts'
import type { Cursor } from './generator.ts'
import { isMapped } from './mapped.ts'
import { enclosing } from './methods.ts'

/** A variable that is live. The value is the generator's own, no copy. */
export interface LiveVariable {
  readonly name: string
  readonly value: unknown
  /** Whether inner functions hold it too. */
  readonly captured: boolean
}

/** One activation of a generator function. */
export interface FrameView extends Place {
  /** The number of the suspension point in its function; 0 is the start. */
  readonly point: number
  /** Those of the function itself. Two may have one name, where one hides the other. */
  readonly variables: readonly LiveVariable[]
  /** Those of the generator functions around it that it mentions. */
  readonly enclosing: readonly LiveVariable[]
}

/** What a generator is doing. `'awaiting'`: it is async, and has to answer a call of `next`, `throw` or `return`. */
export type GeneratorStatus = 'start' | 'suspended' | 'running' | 'awaiting' | 'finished'

/** A generator as data. */
export interface Inspection {
  readonly status: GeneratorStatus
  /** The function that made it. */
  readonly functionName: string
  /** The one that runs next first, then its callers. */
  readonly frames: readonly FrameView[]
}

/**
 * What a generator is doing, where, and what its variables hold. Of a running generator, the frames tell
 * where it was suspended last.
 *
 * Law: it changes nothing and runs no code of the program.
 *
 * ```ts
 * import { inspect } from 'multishot/frames'
 *
 * function* steps(start: number) {
 *   const seen = [start]
 *   yield seen
 *   return seen.length
 * }
 * const g = steps(5)
 * g.next()
 * const { status, frames } = inspect(g)
 * console.log(status, frames[0]!.functionName, frames[0]!.variables)
 * // → suspended steps [ { name: 'seen', value: [ 5 ], captured: false } ]
 * ```
 *
 * @throws {MultishotError} MS1001 for a generator that was not compiled, MS1002 for anything else.
 */
export function inspect(generator: AnyIterator): Inspection {
  const cursor = requireCursor(generator, 'the generator to inspect')
  const { name } = (cursor.maker as Maker).code
  return { status: statusOf(cursor), functionName: name, frames: framesOf(cursor.stack) }
}

function statusOf(cursor: Cursor): GeneratorStatus {
  const { running, stack } = cursor
  if (running) return 'running'
  if (cursor instanceof AsyncCursor && cursor.busy) return 'awaiting'
  if (stack === null) return 'finished'
  const isStart = stack.$parent === null && stack.$point === 0 && placeOf(stack) !== undefined
  return isStart ? 'start' : 'suspended'
}

/** The frames of a stack that stand in the user's source. */
export function framesOf(stack: Frame | null): FrameView[] {
  const views: FrameView[] = []
  for (let frame: CodeFrame | null = stack; frame !== null; frame = frame.$parent) {
    const place = placeOf(frame)
    if (place === undefined) continue
    const maker = frame.$maker as Maker | undefined
    const around = maker === undefined ? [] : enclosing(maker)
    views.push({
      ...place,
      point: frame.$point,
      variables: [...variablesOf(frame, frame.$code!)],
      enclosing: around.flatMap((part) => (isRecord(part) ? [...fieldsOf(part)] : [])),
    })
  }
  return views
}

type CodeFrame = Frame & { readonly $code?: Code }

function* variablesOf(frame: Frame, code: Code): Iterable<LiveVariable> {
  const point = code.points[frame.$point]!
  const [, copied, shared = ''] = code.shapes[point[0]]!
  const slots = `${copied} ${shared}`.trim().split(' ')
  for (const [number, slot] of slots.entries()) {
    if (isDead(point, number)) continue
    const [field, source] = slot.split(':') as [string, string?]
    const value: unknown = Reflect.get(frame, field)
    // A name with `$` that stands for no other is the compiler's own.
    const isOwn = source !== undefined || (field !== '' && !field.startsWith('$'))
    if (isRecord(value)) yield* fieldsOf(value)
    else if (isOwn && value !== UNINITIALISED) yield { name: source ?? field, value, captured: false }
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && (isScope(value) || isMapped(value))
}

function* fieldsOf(record: Readonly<Record<string, unknown>>): Iterable<LiveVariable> {
  for (const [name, value] of Object.entries(record))
    if (value !== UNINITIALISED) yield { name, value, captured: true }
}

type Show = (value: unknown, options: object) => string

/** What `util.inspect` and `console.log` of Node.js show. */
function show(this: AnyIterator, depth: number, options: object, inspectValue?: Show): string {
  const cursor = anyCursorOf(this)
  // The `prototype` of a generator function inherits this method, and is no generator.
  if (cursor === undefined) return inspectValue?.(this, { ...options, customInspect: false }) ?? '[object]'
  const { status, functionName, frames } = inspect(this)
  const title = `${cursor instanceof AsyncCursor ? 'AsyncGenerator' : 'Generator'} ${functionName}`.trimEnd()
  if (depth < 0 || inspectValue === undefined) return `[${title}]`
  const inner = { ...options, depth: depth - 1 }
  const lines = frames.map(({ functionName: name, file, line, column, variables }) => {
    const live = variables.map((each) => `${each.name}: ${inspectValue(each.value, inner)}`).join(', ')
    const text = `at ${name === '' ? 'anonymous' : name} (${file}:${line}:${column})`
    return `\n  ${text}${live === '' ? '' : ` { ${live.replaceAll('\n', '\n  ')} }`}`
  })
  return `${title} <${status}>${lines.length === 0 ? '' : ` {${lines.join('')}\n}`}`
}

for (const { prototype } of [generators, asyncGenerators])
  Object.defineProperty(prototype, Symbol.for('nodejs.util.inspect.custom'), {
    value: show,
    configurable: true,
    writable: true,
  })
