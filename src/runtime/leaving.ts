// What a function returns whose frames are shared by proof. Other branches may share it still, so it leaves as a copy
// of its own, and whoever gets it may change it. Only a caller in the same file, which the compiler has looked
// into, gets the object itself.
//
// The copy is not seen to be one: the compiler has proved that nobody else holds what is copied. What had come from
// outside is passed on as it is.

import { anyArrived, markStranger } from './assumption.ts'
import { copyValue, fillCopies } from './copy.ts'
import { copyOfData } from './data.ts'
import type { Frame } from './frame.ts'
import { LEAVING } from './policy.ts'
import { returns } from './steps.ts'
import { beginCopy, endCopy } from './undertaking.ts'

/** Before the first fork nobody shares anything. */
let sharing = false

export function beginSharing(): void {
  sharing = true
}

/** Like `returns`, of a function that may return what is shared by proof. */
export function leaves(value: unknown, parent: Frame | null): null {
  return returns(isShared(value, parent) ? copyOf(value) : value)
}

/** Like `leaves`, of a function that returns nothing but plain data of its own, as long as no object arrives. */
export function leavesData(value: unknown, parent: Frame | null): null {
  const copy = isShared(value, parent) && !anyArrived ? copyOfData(value) : null
  return copy === null ? leaves(value, parent) : returns(copy)
}

/** Whether others may share `value`, who would see that it is changed outside. */
function isShared(value: unknown, parent: Frame | null): value is object {
  return sharing && typeof value === 'object' && value !== null && parent?.$trusts !== true
}

/** `value`, which the program was told to return from outside. */
export function stranger(value: unknown): unknown {
  if ((typeof value === 'object' && value !== null) || typeof value === 'function') markStranger(value)
  return value
}

function copyOf(value: object): object {
  const outer = beginCopy(LEAVING)
  try {
    const copy = copyValue(value)
    fillCopies()
    return copy
  } finally {
    endCopy(outer)
  }
}
