// A value in a few words, by which two runs of one generator are compared: what they yield cannot be the same object, but
// should look alike. Primitives are told exactly, plain data some way down, everything else by its kind.

import { Effect } from './effect.ts'
import { kindOf } from './errors.ts'

const DEPTH = 3
const PARTS = 20

/** Runs no code of the program: accessors are not asked, but for those by which an effect's class says what it asks. */
export function sketch(value: unknown, depth = DEPTH): string {
  if (typeof value === 'bigint') return `${value}n`
  if (typeof value === 'symbol') return String(value)
  if (Object.is(value, -0)) return '-0'
  if (typeof value !== 'object' || value === null) return kindOf(value)
  if (Array.isArray(value)) return `[${value.length}: ${parts(value, depth)}]`
  const prototype: unknown = Object.getPrototypeOf(value)
  if (value instanceof Effect) return `${kindOf(value)} {${parts(question(value), depth)}}`
  if (prototype === Object.prototype || prototype === null) return `${kindOf(value)} {${parts(value, depth)}}`
  return kindOf(value)
}

/** The properties of an effect, and what the accessors of its classes give: the options of a choice are behind one. */
function question(effect: Effect<unknown>): object {
  const told: Record<string, unknown> = { ...effect }
  for (
    let at = Object.getPrototypeOf(effect) as object;
    at !== Effect.prototype;
    at = Object.getPrototypeOf(at)
  )
    for (const [name, { get }] of Object.entries(Object.getOwnPropertyDescriptors(at)))
      if (get !== undefined) told[name] ??= Reflect.apply(get, effect, [])
  return told
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
