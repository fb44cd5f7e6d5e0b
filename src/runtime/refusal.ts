// What is said of a value that cannot be copied: which variable leads to it, and where the frame stands.

import { cannotCopy } from './errors.ts'
import type { Frame } from './frame.ts'
import { placeOf } from './function.ts'

/** Thrown to the nearest frame, which knows the names. */
export class Uncopyable extends Error {
  readonly value: unknown
  constructor(value: unknown) {
    super()
    this.value = value
  }
}

/** The refusal, with the path from a variable of `frame` to the value and the place in the source. */
export function explain(refused: unknown, frame: Frame): Error {
  return cannotCopy(refused, pathTo(refused, frame, new Set([frame])) ?? '', placeOf(frame))
}

function pathTo(target: unknown, from: object, visited: Set<unknown>): string | undefined {
  if (from instanceof Map || from instanceof Set) {
    for (const [key, value] of from.entries()) {
      const name = typeof key === 'object' || typeof key === 'function' ? 'element' : String(key)
      for (const part of from instanceof Map ? [key, value] : [value]) {
        if (part === target) return name
        if (typeof part !== 'object' || part === null || visited.has(part)) continue
        visited.add(part)
        const inner = pathTo(target, part, visited)
        if (inner !== undefined) return `${name}.${inner}`
      }
    }
  }
  for (const key of Object.keys(from)) {
    const value: unknown = Object.getOwnPropertyDescriptor(from, key)?.value
    if (key === '$parent' || ((typeof value !== 'object' || value === null) && typeof value !== 'function'))
      continue
    if (value === target) return key
    if (visited.has(value)) continue
    visited.add(value)
    const inner = pathTo(target, value, visited)
    if (inner === undefined) continue
    return key.startsWith('$') ? inner : `${key}.${inner}`
  }
  return undefined
}
