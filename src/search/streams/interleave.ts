// Several streams in turns, so that none keeps another waiting.

import { addEfforts, bothEnded } from '../status.ts'
import type { Ended } from '../status.ts'
import { failed } from '../stream.ts'
import { derive, found, kindOf, opened, streamsOf } from './derive.ts'
import type { AnyCell, AnyStream, Like, Opening, Source, ValueOf } from './derive.ts'
import { effortOf, NOTHING } from './together.ts'

/**
 * A value of the first of `sources` (streams, or other iterables), one of the second, and so on, round and round;
 * those that have ended are left out. Ends when all have, with the gravest of their reasons and the effort of all.
 *
 * Law: `interleave(s) = s`; `interleave(a, b)` has the values of `a.concat(b)`, in another order when both
 * have more than one. It is not associative: see the laws in property-tests/search.
 *
 * Consumes: no value before it is its turn. Async if one of them is; then too each waits for its turn, where
 * `race` gives what arrives first.
 *
 * ```ts
 * import { Stream } from 'multishot'
 * import { interleave } from 'multishot/streams'
 *
 * const naturals = Stream.from({
 *   *[Symbol.iterator]() {
 *     for (let n = 0; ; n++) yield n
 *   },
 * })
 * console.log(naturals.concat(Stream.of(-1, -2)).take(4).toArray()) // → [ 0, 1, 2, 3 ]
 * console.log(interleave(naturals, Stream.of(-1, -2)).take(6).toArray()) // → [ 0, -1, 1, -2, 2, 3 ]
 * ```
 */
export function interleave<Sources extends readonly Source<unknown>[]>(
  ...sources: Sources
): Like<Sources[number], ValueOf<Sources[number]>> {
  const streams = streamsOf(sources)
  return turns(streams, kindOf(...streams), NOTHING) as never
}

/** From the first of `places` on; `before` is what those that have ended were together. */
function turns<A>(places: readonly AnyStream<A>[], like: AnyStream<A>, before: Ended): AnyStream<A> {
  return derive(like, () => turn(places, like, before), effortOf(places, before))
}

function* turn<A>(places: readonly AnyStream<A>[], like: AnyStream<A>, before: Ended): Opening<AnyCell<A>> {
  let end = before
  for (const [index, place] of places.entries()) {
    const cell = yield* opened(place)
    const others = places.slice(index + 1)
    if (cell.reason === 'found') return found(cell.value, turns([...others, cell.rest], like, end))
    if (cell.reason === 'failed') return failed(cell.error, effortOf(others, addEfforts(end, cell)))
    end = bothEnded(end, cell)
  }
  return end
}
