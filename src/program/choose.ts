// A choice out of anything that can be iterated, drawn one element at a time.

import { Choice } from './choice.ts'
import { notIterable } from './errors.ts'

/**
 * One element of `options`, in the order of iteration.
 *
 * Law: `choose([a, b, c]) = amb(a, b, c)`.
 *
 * Arrays, typed arrays, sets and maps are copied at the call, so that changing them afterwards changes no
 * choice. Anything else is iterated lazily: an element is drawn when its branch starts, so there may be
 * infinitely many. An Immutable.js collection is neither copied nor walked ahead: `choose(Range(0, Infinity))`.
 *
 * ```ts
 * import { choose, guard, solve } from 'multishot'
 *
 * function* naturals() {
 *   for (let n = 0; ; n++) yield n
 * }
 * const squares = solve(function* () {
 *   const n = yield* choose(naturals())
 *   yield* guard(Number.isInteger(Math.sqrt(n)))
 *   return n
 * })
 * console.log(squares.take(4).toArray()) // → [ 0, 1, 4, 9 ]
 * ```
 *
 * Not promised: an iterable that can be iterated only once, such as the generator above, gives its
 * elements to the first branch that asks. Make it inside the `choose(…)`, as here, and each asks its own.
 *
 * @throws {MultishotError} MS3101 when `options` cannot be iterated.
 */
export function choose<Option>(options: Iterable<Option>): Choice<Option> {
  if (Array.isArray(options)) return Choice.of<Option>(options)
  if (typeof options !== 'string' && typeof Object(options)[Symbol.iterator] !== 'function')
    throw notIterable(options)
  return new Choice(isContainer(options) ? [...options] : options)
}

/** What is finite and can be changed by others. */
function isContainer(options: Iterable<unknown>): boolean {
  return options instanceof Set || options instanceof Map || ArrayBuffer.isView(options)
}
