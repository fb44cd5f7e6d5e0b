// What holds something that is no property: Map, Set, Date, RegExp, errors, buffers and views, boxed primitives.

import type { ReadKind, Reading } from '../reading.ts'
import type { Words } from '../words.ts'
import { readClass } from './objects.ts'
import { readProperties } from './properties.ts'

/** Behind what the object holds stand its class and its own properties. */
function complete(words: Words, reading: Reading, made: object): void {
  const prototype = readClass(words, reading)
  if (Object.getPrototypeOf(made) !== prototype) Object.setPrototypeOf(made, prototype)
  readProperties(words, reading, made)
}

function whole(words: Words, reading: Reading, made: object): ReturnType<ReadKind> {
  return { made, fill: () => complete(words, reading, made) }
}

const map: ReadKind = (words, reading) => {
  const made = new Map<unknown, unknown>()
  const fill = (): void => {
    for (let left = words.count(); left > 0; left--) {
      const key = reading.value(words)
      made.set(key, reading.value(words))
    }
    complete(words, reading, made)
  }
  return { made, fill }
}

const set: ReadKind = (words, reading) => {
  const made = new Set<unknown>()
  const fill = (): void => {
    for (let left = words.count(); left > 0; left--) made.add(reading.value(words))
    complete(words, reading, made)
  }
  return { made, fill }
}

const date: ReadKind = (words, reading) => whole(words, reading, new Date(reading.value(words) as number))

const pattern: ReadKind = (words, reading) => whole(words, reading, new RegExp(words.text(), words.text()))

const error: ReadKind = (words, reading) => {
  const made = new Error()
  for (const key of Reflect.ownKeys(made)) Reflect.deleteProperty(made, key)
  const stack = reading.value(words)
  if (typeof stack === 'string')
    Object.defineProperty(made, 'stack', {
      value: stack,
      writable: true,
      enumerable: false,
      configurable: true,
    })
  return whole(words, reading, made)
}

const list: ReadKind = (words, reading) =>
  whole(words, reading, new Array<unknown>(words.number(0, 2 ** 32 - 1)))

/** A buffer that can grow says how far; more than this is reserved for nobody. */
const MOST_BYTES = 2 ** 28

const buffer: ReadKind = (words, reading) => {
  const maxByteLength = words.number(-1, MOST_BYTES)
  const bytes = readBytes(words)
  const Buffer = ArrayBuffer as new (length: number, options?: { maxByteLength: number }) => ArrayBuffer
  const made = new Buffer(bytes.length, maxByteLength < 0 ? undefined : { maxByteLength })
  new Uint8Array(made).set(bytes)
  return whole(words, reading, made)
}

const views = new Map<string, new (buffer: ArrayBuffer, offset: number, length?: number) => object>()
for (const Class of [Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array])
  views.set(Class.name, Class)
for (const Class of [Uint32Array, Float32Array, Float64Array, BigInt64Array, BigUint64Array, DataView])
  views.set(Class.name, Class)
const { Float16Array } = globalThis as unknown as { readonly Float16Array?: typeof Float32Array }
if (Float16Array !== undefined) views.set('Float16Array', Float16Array)

const view: ReadKind = (words, reading) => {
  const Class = views.get(words.text())
  if (Class === undefined) throw words.wrong('no kind of view')
  const on = reading.value(words)
  if (!(on instanceof ArrayBuffer)) throw words.wrong('no buffer')
  const offset = words.number()
  const length = words.number(-1)
  return whole(words, reading, new Class(on, offset, length < 0 ? undefined : length))
}

/** A Buffer of Node.js where there is one. */
const window: ReadKind = (words, reading) => whole(words, reading, readBytes(words))

function readBytes(words: Words): Uint8Array {
  const text = atob(words.text())
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}

const boxed: ReadKind = (words, reading) => {
  const value = reading.value(words)
  if (value === null || value === undefined || typeof value === 'object' || typeof value === 'function')
    throw words.wrong('no primitive that can be boxed')
  return whole(words, reading, Object(value) as object)
}

export const builtIns: Readonly<Record<string, ReadKind>> = {
  map,
  set,
  date,
  pattern,
  error,
  list,
  buffer,
  view,
  window,
  boxed,
}
