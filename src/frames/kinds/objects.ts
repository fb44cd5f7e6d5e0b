// Arrays, objects, records of captured variables, instances, collections of Immutable.js, and what codecs read.

import { emptyScope } from '../../runtime/closure.ts'
import { isCollection } from '../../runtime/value.ts'
import { damaged, unknownName } from '../errors.ts'
import type { ReadKind, Reading } from '../reading.ts'
import type { Words } from '../words.ts'
import { put, readProperties } from './properties.ts'

const array: ReadKind = (words, reading) => {
  const made: unknown[] = []
  const fill = (): void => {
    for (let left = words.count(); left > 0; left--) made.push(reading.value(words))
  }
  return { made, fill }
}

/** As long as it says, which costs nothing where there is nothing. */
const sparse: ReadKind = (words, reading) => {
  const made = new Array<unknown>(words.number(0, 2 ** 32 - 1))
  return { made, fill: () => readProperties(words, reading, made) }
}

const object: ReadKind = (words, reading) => {
  const made = {}
  const fill = (): void => {
    for (let left = words.count(); left > 0; left--) put(made, words.text(), reading.value(words))
  }
  return { made, fill }
}

function withProperties(made: object, words: Words, reading: Reading): ReturnType<ReadKind> {
  return { made, fill: () => readProperties(words, reading, made) }
}

const plain: ReadKind = (words, reading) => withProperties({}, words, reading)

const bare: ReadKind = (words, reading) => withProperties(Object.create(null) as object, words, reading)

const args: ReadKind = (words, reading) => {
  if (words.flag()) throw words.wrong('no arguments that can be read')
  const made = (function () {
    return arguments
  })() as object
  // The engine's own properties give way to those that are written.
  for (const key of Reflect.ownKeys(made)) if (key !== 'callee') Reflect.deleteProperty(made, key)
  return withProperties(made, words, reading)
}

const scope: ReadKind = (words, reading) => {
  const made = emptyScope(words.flag())
  const fill = (): void => {
    for (let left = words.count(); left > 0; left--) put(made, words.text(), reading.value(words))
  }
  return { made, fill }
}

const instance: ReadKind = (words, reading) => {
  const made = Object.create(readClass(words, reading)) as object
  return withProperties(made, words, reading)
}

/** The prototype of a class that the generator declares, or that has a name. */
export function readClass(words: Words, reading: Reading): object {
  if (!words.flag()) return reading.prototype(words)
  const made = reading.value(words)
  if (typeof made !== 'function') throw words.wrong('no class')
  return made.prototype as object
}

const collection: ReadKind = (words, reading) => {
  const prototype = reading.prototype(words)
  if (!isCollection(prototype)) throw words.wrong('no class of collections')
  const keyed =
    Reflect.get(prototype, '@@__IMMUTABLE_KEYED__@@') === true ||
    Reflect.get(prototype, '@@__IMMUTABLE_RECORD__@@') === true
  const elements: unknown[] = []
  for (let left = words.count(); left > 0; left--) {
    const first = reading.value(words)
    elements.push(keyed ? [first, reading.value(words)] : first)
  }
  const Class = prototype.constructor as new (elements: readonly unknown[]) => object
  return { made: new Class(elements) }
}

const codec: ReadKind = (words, reading) => {
  const name = words.text()
  if (!Object.hasOwn(reading.codecs, name)) throw unknownName('codec', name)
  const made: unknown = reading.codecs[name]!.read(reading.wholeValue(words))
  if ((typeof made !== 'object' || made === null) && typeof made !== 'function')
    throw damaged(`the codec ${name} has made no object of it`)
  return { made }
}

export const objects: Readonly<Record<string, ReadKind>> = {
  array,
  sparse,
  object,
  plain,
  bare,
  arguments: args,
  scope,
  instance,
  collection,
  codec,
}
