// What a value leads to, by name: properties, the entries of a Map or Set, the frames of a generator, the
// variables that a closure captured. Names with `$` are the runtime's own.

import { closureOf } from './closure.ts'
import { anyCursorOf } from './cursors.ts'
import { Maker } from './function.ts'

export function* partsOf(value: object): Iterable<readonly [string, unknown]> {
  if (value instanceof Map || value instanceof Set) {
    for (const [key, part] of value.entries()) {
      const name = typeof key === 'object' || typeof key === 'function' ? 'element' : String(key)
      if (value instanceof Map) yield [name, key]
      yield [name, part]
    }
  }
  if (value instanceof Maker) yield ['$fn', value.fn]
  if (typeof value === 'function') for (const part of closureOf(value)?.parts ?? []) yield ['$part', part]
  const stack = anyCursorOf(value)?.stack
  if (stack) yield ['$stack', stack]
  for (const key of Reflect.ownKeys(value)) {
    const part: unknown = Object.getOwnPropertyDescriptor(value, key)?.value
    if ((typeof part === 'object' && part !== null) || typeof part === 'function') yield [String(key), part]
  }
}
