// A beginning of a stream, up to the first value that does not belong to it.

import { ended } from '../stream.ts'
import { derive, found, opened } from './derive.ts'
import type { AnyCell, AnyStream, Like, Opening, ValueOf } from './derive.ts'

/**
 * The values of `source` before the first for which `holds` is false. Ends with `limit` there.
 *
 * Consumes: what it gives, and the one value that ends it.
 *
 * ```ts
 * import { amb, solve } from 'multishot'
 * import { takeWhile } from 'multishot/streams'
 *
 * const numbers = solve(function* () {
 *   return yield* amb(1, 2, 3, 1)
 * })
 * const small = takeWhile(numbers, (n) => n < 3)
 * console.log(small.toArray(), small.status.reason) // → [ 1, 2 ] limit
 * ```
 */
export function takeWhile<S extends AnyStream<unknown>>(
  source: S,
  holds: (value: ValueOf<S>) => boolean,
): Like<S, ValueOf<S>> {
  return from(source as AnyStream<ValueOf<S>>, holds) as Like<S, ValueOf<S>>
}

function from<A>(place: AnyStream<A>, holds: (value: A) => boolean): AnyStream<A> {
  return derive(place, () => first(place, holds))
}

function* first<A>(place: AnyStream<A>, holds: (value: A) => boolean): Opening<AnyCell<A>> {
  const cell = yield* opened(place)
  if (cell.reason !== 'found') return cell
  return holds(cell.value) ? found(cell.value, from(cell.rest, holds)) : ended('limit', cell.rest.effort)
}
