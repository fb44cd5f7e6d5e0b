// A class is made again for a clone, and with it its methods, over the scopes of the clone. What is made is the class as
// it was at first; these say what has become of it since.

import { closureAgain, closureOf } from './closure.ts'
import { makerOf } from './function.ts'
import { textOf } from './intrinsics.ts'
import { makeStamp } from './stamp.ts'

const ownOfFunctions = new Set<PropertyKey>(['length', 'prototype', 'arguments', 'caller'])

/** Whether every function has this property from the engine. */
export function isOwnOfFunctions(key: PropertyKey): boolean {
  return ownOfFunctions.has(key)
}

/** The keys of a class, or the prototype of one, but for those that every function has from the engine. */
export function keysOfClass(value: object): PropertyKey[] {
  const keys = Reflect.ownKeys(value)
  return typeof value === 'function' ? keys.filter((key) => !ownOfFunctions.has(key)) : keys
}

/**
 * Takes from what was made again the properties that stand in the way of others: it is to have `keys`, in this order.
 * Returns all that it had.
 */
export function makeRoom(
  made: object,
  keys: readonly PropertyKey[],
): ReadonlyMap<PropertyKey, PropertyDescriptor> {
  const had = new Map<PropertyKey, PropertyDescriptor>()
  let isInOrder = true
  for (const key of keysOfClass(made)) {
    isInOrder &&= key === keys[had.size]
    had.set(key, Object.getOwnPropertyDescriptor(made, key)!)
    if (!isInOrder) Reflect.deleteProperty(made, key)
  }
  return had
}

/** Whether `again` is the method or accessor that a class has made of the same code as `property`. */
export function isMethodAgain(property: PropertyDescriptor, again: PropertyDescriptor | undefined): boolean {
  if (again === undefined) return false
  let isMethod = false
  for (const part of ['value', 'get', 'set'] as const) {
    const [one, other]: unknown[] = [property[part], again[part]]
    if (one === undefined && other === undefined) continue
    if (typeof one !== 'function' || typeof other !== 'function' || !isOfSameCode(one, other)) return false
    isMethod = true
  }
  return isMethod
}

/** The method that a class has made again, with the attributes that it has now. */
export function methodAgain(property: PropertyDescriptor, again: PropertyDescriptor): PropertyDescriptor {
  const { value, get, set } = again
  return 'value' in property ? { ...property, value } : { ...property, get, set }
}

function isOfSameCode(one: Function, other: Function): boolean {
  return (
    closureOf(one)?.build === closureOf(other)?.build &&
    makerOf(one)?.code === makerOf(other)?.code &&
    textOf(one) === textOf(other)
  )
}

const firsts = makeStamp<Function>()

/** A class that a generator declared, as it was before its static code ran. */
export function atFirst(declared: Function): Function {
  const known = firsts.get(declared)
  if (known !== undefined) return known
  const { build, parts } = closureOf(declared)!
  const first = closureAgain(build, parts)
  firsts.set(declared, first)
  return first
}
