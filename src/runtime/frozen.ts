// Plain data that is frozen all the way down can be shared like a primitive.

import { closureOf } from './closure.ts'
import { isImmutableClass } from './immutable.ts'

const frozen = new WeakSet<object>()

/** Plain frozen data all the way down; found once. */
export function isDeeplyFrozen(root: object): boolean {
  if (frozen.has(root)) return true
  const visited = new Set<object>()
  const pending: object[] = [root]
  for (let object = pending.pop(); object !== undefined; object = pending.pop()) {
    if (frozen.has(object) || visited.has(object)) continue
    visited.add(object)
    const prototype: object | null = Object.getPrototypeOf(object)
    if (prototype !== null && isImmutableClass(prototype)) continue
    if (typeof object === 'function') {
      if (closureOf(object) !== undefined) return false
      continue
    }
    const plain = prototype === null || prototype === Object.prototype || prototype === Array.prototype
    if (!plain || !Object.isFrozen(object)) return false
    for (const key of Reflect.ownKeys(object)) {
      const property = Object.getOwnPropertyDescriptor(object, key)!
      for (const part of [property.value, property.get, property.set])
        if ((typeof part === 'object' && part !== null) || typeof part === 'function') pending.push(part)
    }
  }
  for (const object of visited) frozen.add(object)
  return true
}
