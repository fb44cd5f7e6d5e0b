// What a computation consists of beside its data: records of captured variables, iterations under way, functions,
// generators.

import { isScope } from './closure.ts'
import { anyCursorOf } from './cursors.ts'
import { Maker } from './function.ts'
import { isMapped, ownerOf } from './mapped.ts'
import { Standing } from './standing.ts'

/** What is part of the frames, not of the data: no policy has a say in it. */
export function isOwnState(value: object): boolean {
  return (
    isScope(value) ||
    isMapped(value) ||
    ownerOf(value) !== undefined ||
    value instanceof Standing ||
    value instanceof Maker ||
    anyCursorOf(value) !== undefined
  )
}
