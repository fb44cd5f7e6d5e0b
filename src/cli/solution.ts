// A solution as text: for people, as Node.js prints values, in one line; for programs, as JSON.
//
// JSON has fewer kinds of values than JavaScript. What it lacks is written as the nearest it has:
// a bigint as a string of digits (a JSON number would be rounded by most readers), a Map as an array of
// pairs, a Set and a typed array as an array, `undefined` and functions as null. Immutable collections and
// everything else that has a `toJSON` say themselves how they are written.

import { inspect } from 'node:util'

/** `'text'` is for people, `'json'` for programs: one value a line. */
export type Format = 'text' | 'json'

/** A solution in `format`, without the line's end. Strings are text as they are. */
export function printed(solution: unknown, format: Format): string {
  if (format === 'json') return JSON.stringify(solution, jsonValue) ?? 'null'
  return typeof solution === 'string' ? solution : inspect(plain(solution), everything)
}

const everything = {
  depth: Infinity,
  breakLength: Infinity,
  compact: true,
  maxArrayLength: Infinity,
  maxStringLength: Infinity,
} as const

function jsonValue(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString()
  if (value instanceof Map || value instanceof Set) return [...value]
  if (ArrayBuffer.isView(value) && Symbol.iterator in value) return Array.from(value as Iterable<unknown>)
  return value
}

/** What Immutable.js writes on its values. A record is no collection. */
interface Marked extends Iterable<unknown> {
  readonly '@@__IMMUTABLE_ITERABLE__@@'?: true
  readonly '@@__IMMUTABLE_KEYED__@@'?: true
  readonly '@@__IMMUTABLE_INDEXED__@@'?: true
  readonly '@@__IMMUTABLE_RECORD__@@'?: true
  toObject(): object
}

/**
 * Immutable collections, at any depth, as the native ones of the same contents: Node.js would print the
 * trees inside them. Other values are given back as they are; `above` ends the walk of a cyclic one.
 */
function plain(value: unknown, above: readonly unknown[] = []): unknown {
  if (typeof value !== 'object' || value === null || above.includes(value)) return value
  const inner = (part: unknown): unknown => plain(part, [...above, value])
  const marked = value as Marked
  if (marked['@@__IMMUTABLE_RECORD__@@']) return inner(marked.toObject())
  if (marked['@@__IMMUTABLE_KEYED__@@']) return new Map(Array.from(marked, inner) as [unknown, unknown][])
  if (marked['@@__IMMUTABLE_INDEXED__@@']) return Array.from(marked, inner)
  if (marked['@@__IMMUTABLE_ITERABLE__@@']) return new Set(Array.from(marked, inner))
  if (Array.isArray(value)) return value.map(inner)
  if (Object.getPrototypeOf(value) !== Object.prototype) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, inner(part)]))
}
