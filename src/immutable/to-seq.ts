// A stream as a lazy sequence of Immutable.js.

import { Seq } from 'immutable'
import type { Stream } from '../search/index.ts'

/**
 * The solutions as a `Seq.Indexed`, which asks the stream for as many as it needs itself: `toSeq(s).take(3)` of an
 * infinite stream is three. Because streams remember, walking the sequence again computes nothing again.
 *
 * ```ts
 * import { Range } from 'immutable'
 * import { choose, guard, solve } from 'multishot'
 * import { toSeq } from 'multishot/immutable'
 *
 * const squares = solve(function* () {
 *   const n = yield* choose(Range(0, Infinity))
 *   yield* guard(Number.isInteger(Math.sqrt(n)))
 *   return n
 * })
 * console.log(toSeq(squares).map((n) => n + 1).take(3).join()) // → 1,2,5
 * ```
 *
 * Holds the stream, and so what has been computed of it. Throws, when it is walked, what the program threw.
 */
export function toSeq<A>(stream: Stream<A>): Seq.Indexed<A> {
  return Seq.Indexed(stream)
}
