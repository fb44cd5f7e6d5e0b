// Own properties: which objects have none but plain data, and how those of all others are copied.
// Asking is most of what a copy costs, so each question is put in the cheapest way that V8 knows.

import type { CopyValue } from './frame.ts'

/** Neither holes nor further properties nor accessors: elements only. */
export function isDense(array: readonly unknown[]): boolean {
  const keys = Object.keys(array)
  if (keys.length !== array.length || Object.getOwnPropertySymbols(array).length > 0) return false
  // Indices come first among the keys: as many keys as elements may still be a hole and a property.
  return keys.length === 0 || keys.at(-1) === String(array.length - 1)
}

/**
 * The keys of an object that is nothing but writable data under string keys, as most are; null at the first
 * sign of anything else. Asking for all own keys at once would cost more than the rest together.
 */
export function dataKeys(object: object): readonly string[] | null {
  const keys = Object.keys(object)
  if (Object.getOwnPropertyNames(object).length !== keys.length) return null
  if (Object.getOwnPropertySymbols(object).length > 0) return null
  for (const key of keys) {
    const property = Object.getOwnPropertyDescriptor(object, key)!
    if (property.writable !== true || property.configurable !== true || key === '__proto__') return null
  }
  return keys
}

/** Copies the own properties of `source` but for `except`, accessors and attributes included. */
export function copyProperties(
  source: object,
  target: object,
  copy: CopyValue,
  except?: (key: PropertyKey, property: PropertyDescriptor) => boolean,
): void {
  for (const key of Reflect.ownKeys(source)) {
    const property = Object.getOwnPropertyDescriptor(source, key)!
    if (!except?.(key, property)) copyProperty(target, key, property, copy)
  }
}

/** Gives `target` a copy of `property`. */
export function copyProperty(
  target: object,
  key: PropertyKey,
  property: PropertyDescriptor,
  copy: CopyValue,
): void {
  if ('value' in property) property.value = copy(property.value)
  else {
    property.get = copy(property.get)
    property.set = copy(property.set)
  }
  Object.defineProperty(target, key, property)
}

/** Frozen, sealed or closed like `source`. */
export function lockLike(source: object, target: object): void {
  if (Object.isExtensible(source)) return
  if (Object.isFrozen(source)) Object.freeze(target)
  else if (Object.isSealed(source)) Object.seal(target)
  else Object.preventExtensions(target)
}
