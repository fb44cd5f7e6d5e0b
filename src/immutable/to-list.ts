// All of a stream as a list of Immutable.js.

import { List } from 'immutable'
import { AsyncStream } from '../search/index.ts'
import type { Stream } from '../search/index.ts'

/**
 * The solutions in their order; the promise of them when the stream is async.
 *
 * Law: `toList(s).toArray() = s.toArray()`.
 *
 * Consumes: all of the stream. Whether these are all that there are, or a bound stopped the search, is told by
 * the stream's `status`.
 *
 * ```ts
 * import { List } from 'immutable'
 * import { choose, solve } from 'multishot'
 * import { toList } from 'multishot/immutable'
 *
 * const letters = List(['a', 'b'])
 * const words = solve(function* () {
 *   return (yield* choose(letters)) + (yield* choose(letters))
 * })
 * console.log(toList(words).join()) // → aa,ab,ba,bb
 * ```
 *
 * Throws, or rejects with, what the program threw.
 */
export function toList<A>(stream: Stream<A>): List<A>
export function toList<A>(stream: AsyncStream<A>): Promise<List<A>>
export function toList<A>(stream: Stream<A> | AsyncStream<A>): List<A> | Promise<List<A>> {
  if (stream instanceof AsyncStream) return stream.toArray().then((values) => List(values))
  return List(stream.toArray())
}
