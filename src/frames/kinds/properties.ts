// Own properties with their attributes, and how far an object is closed to changes.

import { makeRoom } from '../../runtime/made-again.ts'
import type { Reading } from '../reading.ts'
import type { Words } from '../words.ts'

/** Defines what the words say on `target`, and closes it. Nothing is assigned, so nothing inherited is called. */
export function readProperties(words: Words, reading: Reading, target: object): void {
  const lock = words.text()
  for (let left = words.count(); left > 0; left--) {
    const key = readKey(words, reading)
    Object.defineProperty(target, key, readProperty(words, reading))
  }
  close(lock, target, words)
}

/** What has become of a class, or the prototype of one, that was made again. */
export function readMadeAgain(words: Words, reading: Reading, target: object): void {
  const lock = words.text()
  const keys: PropertyKey[] = []
  for (let left = words.count(); left > 0; left--) keys.push(readKey(words, reading))
  const made = makeRoom(target, keys)
  for (const key of keys) {
    if (!words.flag()) Object.defineProperty(target, key, readProperty(words, reading))
    else {
      const again = made.get(key)
      if (again === undefined) throw words.wrong('no method of the class')
      const [writable, enumerable, configurable] = readAttributes(words)
      const property = { ...again, enumerable, configurable }
      Object.defineProperty(target, key, 'value' in again ? { ...property, writable } : property)
    }
  }
  close(lock, target, words)
}

function readKey(words: Words, reading: Reading): PropertyKey {
  const key = reading.value(words)
  if (typeof key !== 'string' && typeof key !== 'symbol') throw words.wrong('no key')
  return key
}

function readAttributes(words: Words): [writable: boolean, enumerable: boolean, configurable: boolean] {
  const bits = words.number(0, 7)
  return [(bits & 1) > 0, (bits & 2) > 0, (bits & 4) > 0]
}

function readProperty(words: Words, reading: Reading): PropertyDescriptor {
  const [writable, enumerable, configurable] = readAttributes(words)
  if (words.flag()) return { value: reading.value(words), writable, enumerable, configurable }
  const get = reading.value(words) as () => unknown
  const set = reading.value(words) as () => void
  return { get, set, enumerable, configurable }
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
