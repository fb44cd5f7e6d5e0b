// Several streams that are in order become one that is.

import { addEfforts, bothEnded } from '../status.ts'
import type { Ended } from '../status.ts'
import { failed } from '../stream.ts'
import { derive, found, kindOf, opened, streamsOf } from './derive.ts'
import type { AnyCell, AnyStream, Like, Opening, Source, ValueOf } from './derive.ts'
import { inTurn } from './order.ts'
import type { Order } from './order.ts'
import { effortOf, NOTHING } from './together.ts'

/**
 * The values of all `sources` (streams, or other iterables), each of which is in the given order, in that order;
 * equal ones from left to right. Ends when all have, with the gravest of their reasons and the effort of all.
 *
 * Law: for sources in order `merge(sources, o)` has the values of `orderBy(concat of sources, o)`.
 *
 * Consumes: one value of each ahead of what it gives, so the sources may be infinite. Async if one of them is.
 *
 * ```ts
 * import { Stream } from 'multishot'
 * import { merge } from 'multishot/streams'
 *
 * const multiples = (step: number) =>
 *   Stream.from({
 *     *[Symbol.iterator]() {
 *       for (let n = step; ; n += step) yield n
 *     },
 *   })
 * console.log(merge([multiples(2), multiples(5)]).take(5).toArray()) // → [ 2, 4, 5, 6, 8 ]
 * ```
 *
 * Not promised: any order when a source is not in order.
 */
export function merge<S extends Source<unknown>>(
  sources: readonly S[],
  ...orders: readonly Order<ValueOf<S>>[]
): Like<S, ValueOf<S>> {
  const streams = streamsOf(sources as readonly Source<ValueOf<S>>[])
  return merged(streams, inTurn(orders), kindOf(...streams), NOTHING) as never
}

/** `before` is what those that have ended were together. */
function merged<A>(
  places: readonly AnyStream<A>[],
  order: Order<A>,
  like: AnyStream<A>,
  before: Ended,
): AnyStream<A> {
  return derive(like, () => least(places, order, like, before), effortOf(places, before))
}

function* least<A>(
  places: readonly AnyStream<A>[],
  order: Order<A>,
  like: AnyStream<A>,
  before: Ended,
): Opening<AnyCell<A>> {
  let end = before
  let first: Extract<AnyCell<A>, { reason: 'found' }> | null = null
  let firstAt = -1
  const open: AnyStream<A>[] = []
  for (const [index, place] of places.entries()) {
    // All but the one that gave the last value have been opened before, and remember their cell.
    const cell = yield* opened(place)
    if (cell.reason === 'failed')
      return failed(cell.error, effortOf(places.toSpliced(index, 1), addEfforts(before, cell)))
    if (cell.reason !== 'found') {
      end = bothEnded(end, cell)
      continue
    }
    if (first === null || order(first.value, cell.value) > 0) {
      first = cell
      firstAt = open.length
    }
    open.push(place)
  }
  if (first === null) return end
  return found(first.value, merged(open.with(firstAt, first.rest), order, like, end))
}
