// Own properties with their attributes, and how far an object is closed to changes.

import type { Reading } from '../reading.ts'
import type { Words } from '../words.ts'

/** Defines what the words say on `target`, and closes it. Nothing is assigned, so nothing inherited is called. */
export function readProperties(words: Words, reading: Reading, target: object): void {
  const lock = words.text()
  for (let left = words.count(); left > 0; left--) {
    const key = reading.value(words)
    if (typeof key !== 'string' && typeof key !== 'symbol') throw words.wrong('no key')
    const bits = words.number(0, 7)
    const property: PropertyDescriptor = { enumerable: (bits & 2) > 0, configurable: (bits & 4) > 0 }
    if (words.flag()) {
      property.value = reading.value(words)
      property.writable = (bits & 1) > 0
    } else {
      property.get = reading.value(words) as () => unknown
      property.set = reading.value(words) as () => void
    }
    Object.defineProperty(target, key, property)
  }
  close(lock, target, words)
}

function close(lock: string, target: object, words: Words): void {
  switch (lock) {
    case 'open':
      return
    case 'closed':
      return void Object.preventExtensions(target)
    case 'sealed':
      return void Object.seal(target)
    case 'frozen':
      return void Object.freeze(target)
    default:
      throw words.wrong('no way to close an object')
  }
}

/** A data property like those of literals, also where it is called `__proto__`. */
export function put(target: object, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true })
}
