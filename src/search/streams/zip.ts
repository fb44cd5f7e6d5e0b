// Several streams side by side.

import { ended, failed } from '../stream.ts'
import { derive, found, kindOf, opened, streamsOf } from './derive.ts'
import type { AnyCell, AnyStream, Like, Opening, Source, ValueOf } from './derive.ts'
import { effortOf } from './together.ts'

/**
 * The first values of all `sources` (streams, or other iterables), then the second ones, and so on, until one of
 * them ends; then it ends as that one does. The effort is that of all together.
 *
 * Consumes: from each as many as it gives, from left to right; at the end one more from those before the one
 * that ended. Async if one of them is; each is waited for in turn.
 *
 * ```ts
 * import { amb, solve } from 'multishot'
 * import { zip } from 'multishot/streams'
 *
 * const letters = solve(function* () {
 *   return yield* amb('a', 'b', 'c')
 * })
 * const digits = solve(function* () {
 *   return yield* amb(1, 2)
 * })
 * console.log(zip(letters, digits).toArray()) // → [ [ 'a', 1 ], [ 'b', 2 ] ]
 * console.log(zip(letters, 'xyz').skip(2).toArray()) // → [ [ 'c', 'z' ] ]
 * ```
 */
export function zip<Sources extends readonly Source<unknown>[]>(
  ...sources: Sources
): Like<Sources[number], { -readonly [Index in keyof Sources]: ValueOf<Sources[Index]> }> {
  const streams = streamsOf(sources)
  const like = kindOf(...streams)
  return (streams.length === 0 ? like : from(streams, like)) as never
}

function from(places: readonly AnyStream<unknown>[], like: AnyStream<unknown>): AnyStream<unknown[]> {
  return derive(like, () => first(places, like), effortOf(places))
}

function* first(
  places: readonly AnyStream<unknown>[],
  like: AnyStream<unknown>,
): Opening<AnyCell<unknown[]>> {
  const rests = [...places]
  const values: unknown[] = []
  for (const [index, place] of places.entries()) {
    const cell = yield* opened(place)
    if (cell.reason === 'found') {
      rests[index] = cell.rest
      values.push(cell.value)
      continue
    }
    const others = effortOf(rests.toSpliced(index, 1), cell)
    return cell.reason === 'failed' ? failed(cell.error, others) : ended(cell.reason, others)
  }
  return found(values, from(rests, like))
}
