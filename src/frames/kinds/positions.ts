// Iterations under way. An iteration whose position could not be would never end, so each number is checked.

import {
  positionIn,
  positionInCollection,
  positionInIterator,
  positionInKeys,
  positionInString,
} from '../../runtime/position.ts'
import type { ElementsOf } from '../../runtime/position.ts'
import type { ReadKind, Reading } from '../reading.ts'
import type { Words } from '../words.ts'

function readElements(words: Words): ElementsOf {
  const gives = words.text()
  if (gives !== 'values' && gives !== 'keys' && gives !== 'entries') throw words.wrong('no kind of elements')
  return gives
}

const inArray: ReadKind = (words, reading) => {
  const gives = readElements(words)
  const index = words.number()
  const array = reading.value(words)
  if (!Array.isArray(array)) throw words.wrong('no array')
  return { made: positionIn(array, gives, index) }
}

const inString: ReadKind = (words, reading) => {
  const index = words.number()
  const string = reading.value(words)
  if (typeof string !== 'string') throw words.wrong('no string')
  return { made: positionInString(string, index) }
}

const inCollection: ReadKind = (words, reading) => {
  const gives = readElements(words)
  const passed = words.number()
  const collection = reading.value(words)
  if (!(collection instanceof Map) && !(collection instanceof Set)) throw words.wrong('no Map and no Set')
  const made = positionInCollection(collection, gives, passed)
  reading.unsettled.push(made)
  return { made }
}

const inKeys: ReadKind = (words, reading) => {
  const keys: string[] = []
  for (let left = words.count(); left > 0; left--) keys.push(words.text())
  return { made: positionInKeys(reading.value(words), keys) }
}

const inIterator: ReadKind = (words, reading) => ({ made: positionInIterator(readIterator(words, reading)) })

/** The iterator of a reading, which is always one of ours. */
export function readIterator(words: Words, reading: Reading): object {
  if (words.text() !== 'reading' || !words.flag()) throw words.wrong('no reading of a generator')
  // Whether it still reads, whether the iterator is over, whether others have left: a generator knows it itself.
  for (let left = 3; left > 0; left--) words.flag()
  const iterator = reading.value(words)
  if (typeof iterator !== 'object' || iterator === null) throw words.wrong('no iterator')
  return iterator
}

export const positions: Readonly<Record<string, ReadKind>> = {
  'in array': inArray,
  'in string': inString,
  'in collection': inCollection,
  'in keys': inKeys,
  'in iterator': inIterator,
}
