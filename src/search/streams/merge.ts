// Several streams that are in order become one that is.

import { addEfforts, bothEnded } from '../status.ts'
import { failed } from '../stream.ts'
import { derive, found, kindOf, opened, streamsOf } from './derive.ts'
import type { AnyCell, AnyStream, Like, Source, ValueOf } from './derive.ts'
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
  return merged(streams, inTurn(orders), kindOf(...streams)) as never
}

function merged<A>(
  places: readonly AnyStream<A>[],
  order: Order<A>,
  like: AnyStream<A>,
  before = NOTHING,
): AnyStream<A> {
  return derive<AnyStream<A>, A>(
    like,
    function* () {
      let end = before
      let least: Extract<AnyCell<A>, { reason: 'found' }> | null = null
      let leastAt = -1
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
        if (least === null || order(least.value, cell.value) > 0) {
          least = cell
          leastAt = open.length
        }
        open.push(place)
      }
      if (least === null) return end
      return found(least.value, merged(open.with(leastAt, least.rest), order, like, end))
    },
    effortOf(places, before),
  )
}
