// The different solutions of a stream as a set of Immutable.js.

import { OrderedSet } from 'immutable'
import { AsyncStream } from '../search/index.ts'
import type { Stream } from '../search/index.ts'

/**
 * Each solution once, in the order in which they were found first; the promise of them when the stream is async.
 * What counts as the same is for Immutable.js to say, so two arrays are not, even when they hold the same.
 *
 * Law: `toOrderedSet(s) = OrderedSet(toList(s))`.
 *
 * Consumes: all of the stream. `distinct` of `multishot/streams` gives the different ones as they come.
 *
 * ```ts
 * import { Set } from 'immutable'
 * import { amb, solve } from 'multishot'
 * import { toOrderedSet } from 'multishot/immutable'
 *
 * const pairs = solve(function* () {
 *   return Set([yield* amb(1, 2), yield* amb(1, 2)])
 * })
 * console.log(pairs.toArray().length, toOrderedSet(pairs).size) // → 4 3
 * ```
 *
 * Throws, or rejects with, what the program threw.
 */
export function toOrderedSet<A>(stream: Stream<A>): OrderedSet<A>
export function toOrderedSet<A>(stream: AsyncStream<A>): Promise<OrderedSet<A>>
export function toOrderedSet<A>(stream: Stream<A> | AsyncStream<A>): OrderedSet<A> | Promise<OrderedSet<A>> {
  if (stream instanceof AsyncStream) return stream.toArray().then((values) => OrderedSet(values))
  return OrderedSet(stream.toArray())
}
