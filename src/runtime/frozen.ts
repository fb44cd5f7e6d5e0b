// Plain data that is frozen all the way down can be shared like a primitive. That is found out once:
// a frozen object keeps the answer in a private field, which costs a tenth of an entry in a WeakSet.

import { closureOf } from './closure.ts'
import { isImmutableClass } from './immutable.ts'
import { makeStamp } from './stamp.ts'
import type { Stamp } from './stamp.ts'

const known = knowledge()

/** There is a proposal that frozen objects take no private fields either; where it holds, a WeakMap must do. */
function knowledge(): Pick<Stamp<true>, 'get' | 'set'> {
  const stamp = makeStamp<true>()
  try {
    stamp.set(Object.freeze({}), true)
    return stamp
  } catch {
    return new WeakMap<object, true>()
  }
}

/** Plain frozen data all the way down. */
export function isDeeplyFrozen(root: object): boolean {
  if (known.get(root) === true) return true
  if (!Object.isFrozen(root)) return false
  const visited = new Set<object>()
  const pending: object[] = [root]
  for (let object = pending.pop(); object !== undefined; object = pending.pop()) {
    if (known.get(object) === true || visited.has(object)) continue
    const prototype: object | null = Object.getPrototypeOf(object)
    if (prototype !== null && isImmutableClass(prototype)) continue
    if (typeof object === 'function') {
      if (closureOf(object) !== undefined) return false
      continue
    }
    const plain = prototype === null || prototype === Object.prototype || prototype === Array.prototype
    if (!plain || !Object.isFrozen(object)) return false
    visited.add(object)
    for (const key of Reflect.ownKeys(object)) {
      const property = Object.getOwnPropertyDescriptor(object, key)!
      for (const part of [property.value, property.get, property.set])
        if ((typeof part === 'object' && part !== null) || typeof part === 'function') pending.push(part)
    }
  }
  for (const object of visited) known.set(object, true)
  return true
}
