// Values and places as short text, for all that is drawn or printed of a search.

import type { FrameView } from '../runtime/index.ts'

/** How a value is written; it should take one line. */
export type Show = (value: unknown) => string

/** How a file is named. */
export type ShowFile = (file: string) => string

export interface TextOptions {
  /** Default: `short`. */
  readonly show?: Show
  /** Default: as the compiler was told. */
  readonly showFile?: ShowFile
}

const LONGEST = 72

/**
 * A value in one line of at most 72 characters, what is too long for it cut off with `…`.
 *
 * `short([1, { a: 'b' }])` is `[1, {a: "b"}]`.
 */
export function short(value: unknown): string {
  return cut(written(value, 4), LONGEST)
}

export function cut(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`
}

function written(value: unknown, depth: number): string {
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'bigint') return `${value}n`
  if (typeof value === 'function') return value.name === '' ? 'function' : `function ${value.name}`
  if (typeof value !== 'object' || value === null) return String(value)
  if (depth === 0) return '…'
  const inner = (part: unknown): string => written(part, depth - 1)
  if (Array.isArray(value)) return `[${value.slice(0, LONGEST).map(inner).join(', ')}]`
  if (value instanceof Map || value instanceof Set) {
    const parts = Array.from(value as Iterable<unknown>).slice(0, LONGEST)
    return `${value.constructor.name} {${parts.map(inner).join(', ')}}`
  }
  const fields = Object.entries(value).map(([name, part]) => `${name}: ${inner(part)}`)
  const name = Object.getPrototypeOf(value)?.constructor?.name ?? ''
  return `${name === 'Object' || name === '' ? '' : `${name} `}{${fields.join(', ')}}`
}

/** Where a branch stands: `queens (queens.ts:16:20)`. */
export function placeText(frames: readonly FrameView[], showFile: ShowFile = (file) => file): string {
  const [frame] = frames
  if (frame === undefined) return ''
  const { functionName, file, line, column } = frame
  return `${functionName === '' ? 'anonymous' : functionName} (${showFile(file)}:${line}:${column})`
}

/** The live variables of all frames, the innermost first: `{ row: 3, columns: [1, 5, 8] }`. */
export function variablesText(frames: readonly FrameView[], show: Show): string {
  const variables = frames.flatMap((frame) => frame.variables)
  if (variables.length === 0) return ''
  return `{ ${variables.map(({ name, value }) => `${name}: ${show(value)}`).join(', ')} }`
}
