// The first value of a stream, and no other.

import { ended } from '../stream.ts'
import { derive, opened } from './derive.ts'
import type { AnyCell, AnyStream, Like, Opening, ValueOf } from './derive.ts'
import { answered } from './listed.ts'

/**
 * The first value of `source`, and no other. Unlike `take(1)` it ends with `exhausted`: of what was asked for there is no
 * more.
 *
 * Law: `once(s)` has the values of `s.take(1)`; `once(once(s)) = once(s)`.
 *
 * Consumes: one value.
 *
 * ```ts
 * import { Stream } from 'multishot'
 * import { once } from 'multishot/streams'
 *
 * const first = once(Stream.of(3, 1, 2))
 * console.log(first.toArray(), first.status.reason) // → [ 3 ] exhausted
 * ```
 */
export function once<S extends AnyStream<unknown>>(source: S): Like<S, ValueOf<S>> {
  return derive<S, ValueOf<S>>(source, () => only(source as AnyStream<ValueOf<S>>))
}

function* only<A>(source: AnyStream<A>): Opening<AnyCell<A>> {
  const cell = yield* opened(source)
  if (cell.reason !== 'found') return cell
  return yield* answered(source, cell.value, ended('exhausted', cell.rest.effort))
}
