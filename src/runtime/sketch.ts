// A value in a few words, by which two runs of one generator are compared: what they yield cannot be the same object, but
// should look alike. Primitives are told exactly, plain data some way down, everything else by its kind.

import { Effect } from './effect.ts'
import { kindOf } from './errors.ts'

const DEPTH = 3
const PARTS = 20

/** Runs no code of the program: accessors are not asked. */
export function sketch(value: unknown, depth = DEPTH): string {
  if (typeof value === 'bigint') return `${value}n`
  if (typeof value === 'symbol') return String(value)
  if (Object.is(value, -0)) return '-0'
  if (typeof value !== 'object' || value === null) return kindOf(value)
  if (Array.isArray(value)) return `[${value.length}: ${parts(value, depth)}]`
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype === Object.prototype || prototype === null || value instanceof Effect)
    return `${kindOf(value)} {${parts(value, depth)}}`
  return kindOf(value)
}

function parts(value: object, depth: number): string {
  if (depth === 0) return '…'
  const told: string[] = []
  for (const key of Object.keys(value).slice(0, PARTS)) {
    const property = Object.getOwnPropertyDescriptor(value, key)!
    told.push(`${key}: ${'value' in property ? sketch(property.value, depth - 1) : 'an accessor'}`)
  }
  return told.join(', ')
}
