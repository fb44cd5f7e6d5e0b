// How much memory the points of a frontier hold, estimated: the frames that wait and all objects that they reach,
// each counted once, as far as JavaScript shows them. An object counts for its slots, a string for its characters.
//
// Not counted: code, what functions keep that no frame reaches, and fields that are private.

import { closureOf } from '../runtime/closure.ts'
import type { ChoicePoint } from './choice-point.ts'

export interface Mass {
  readonly bytes: number
  /** How many objects were looked at. */
  readonly objects: number
}

const HEADER = 24
const SLOT = 8

/** The mass of `points`; nobody looks further where it comes to more than `most` bytes. */
export function massOf(points: Iterable<ChoicePoint>, most: number): Mass {
  const met = new Set<object>(points)
  let bytes = 0
  const meet = (value: unknown): void => {
    if (typeof value === 'string') bytes += value.length
    else if (typeof value === 'object' && value !== null) met.add(value)
    else if (typeof value === 'function') for (const part of closureOf(value)?.parts ?? []) meet(part)
  }
  // A set gives what is added while it is walked.
  for (const object of met) {
    if (bytes > most) break
    bytes += HEADER
    if (ArrayBuffer.isView(object)) bytes += object.byteLength
    else if (Array.isArray(object)) {
      bytes += SLOT * object.length
      object.forEach(meet)
    } else {
      if (object instanceof Map) {
        bytes += 3 * SLOT * object.size
        object.forEach((value, key) => (meet(key), meet(value)))
      } else if (object instanceof Set) {
        bytes += 2 * SLOT * object.size
        object.forEach(meet)
      }
      for (const { value } of Object.values(Object.getOwnPropertyDescriptors(object))) {
        bytes += SLOT
        meet(value)
      }
    }
  }
  return { bytes, objects: met.size }
}
