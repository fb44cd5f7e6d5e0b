// Reading a generator that was written down. Data is no code and is not trusted: it names code that is loaded,
// and every word is checked before it is used.
//
// Nodes refer to each other in circles, so an object is made empty when it is first referred to and filled later.
// What is made of its parts (a closure, a view on a buffer) has them made first.

import type { AnyIterator } from '../runtime/fork.ts'
import { MultishotError } from '../runtime/errors.ts'
import { anyCursorOf } from '../runtime/cursors.ts'
import { damaged } from './errors.ts'
import { readerOf } from './kinds/index.ts'
import { CodeTable } from './codes.ts'
import { NameTable } from './names.ts'
import { Reading } from './reading.ts'
import type { Names, Written } from './written.ts'

/**
 * The generator that `serialize` has written, with variables of its own. The modules that its code stands in must
 * have been imported; `names` are those that it was written with.
 *
 * Law: it goes on as the written one would have. Whatever the data is, this gives a generator or throws a
 * MultishotError: nothing in data is evaluated, nothing outside of the new generator is changed by reading, and
 * what is made is never much larger than the data.
 *
 * ```ts
 * import { deserialize, serialize } from 'multishot/frames'
 *
 * class Point {
 *   constructor(readonly x: number, readonly y: number) {}
 * }
 * const codecs = {
 *   Point: { is: (it: unknown) => it instanceof Point, write: ({ x, y }: Point) => [x, y], read: ([x, y]: [number, number]) => new Point(x, y) },
 * }
 * function* main() {
 *   const at = new Point(1, 2)
 *   yield 'written here'
 *   yield at instanceof Point && at.x + at.y
 * }
 * const g = main()
 * g.next()
 * console.log(deserialize(serialize(g, { codecs }), { codecs }).next().value) // → 3
 * ```
 *
 * Not promised: that a program goes on well with variables that somebody has changed in the data. Who may write it
 * decides what the variables hold, and which of the program's own functions are in them.
 *
 * @throws {MultishotError} MS1102 for code that is not loaded, MS1103 for code that has changed, MS1104 for a module
 * or codec that `names` lacks, MS1105 for data that is damaged.
 */
export function deserialize<T extends AnyIterator = Generator<any, any, any>>(
  data: Written,
  names: Names = {},
): T {
  try {
    const { codes, nodes } = check(data)
    const reading = new Reading(
      nodes,
      new CodeTable(codes),
      new NameTable(names),
      names.codecs ?? {},
      readerOf,
    )
    const generator = reading.read()
    if (anyCursorOf(generator) === undefined) throw damaged('its first node is no generator')
    return generator as T
  } catch (error) {
    throw error instanceof MultishotError ? error : damaged('its parts do not fit together', error)
  }
}

function check(data: unknown): { codes: readonly unknown[]; nodes: readonly (readonly unknown[])[] } {
  if (typeof data !== 'object' || data === null) throw damaged('it is no object')
  const { multishot, codes, nodes } = data as Partial<Record<keyof Written, unknown>>
  if (multishot !== 'generator 1') throw damaged('it does not begin with the version of its format')
  if (!Array.isArray(codes) || !Array.isArray(nodes) || nodes.length === 0) throw damaged('it has no nodes')
  if (!nodes.every((node) => Array.isArray(node))) throw damaged('a node is no list of words')
  return { codes, nodes }
}
