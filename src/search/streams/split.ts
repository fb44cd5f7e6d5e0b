// A stream opened.

import { answer, opened } from './derive.ts'
import type { Answer, AnyStream, Like, Opening, ValueOf } from './derive.ts'

/** The first value of a stream, and the others. */
export interface SplitStream<S extends AnyStream<unknown>> {
  readonly value: ValueOf<S>
  readonly rest: Like<S, ValueOf<S>>
}

/**
 * The first value of `stream` and the stream of the others; `undefined` if it has none. Of an async stream, the promise
 * of it.
 *
 * Law: `split(Stream.empty()) = undefined`; `split(Stream.of(a).concat(s))` is `a` and a stream with the values of `s`.
 *
 * Consumes: one value. Throws what the stream throws in its place.
 *
 * ```ts
 * import { Stream } from 'multishot'
 * import { split } from 'multishot/streams'
 *
 * const first = split(Stream.of(1, 2, 3))!
 * console.log(first.value, first.rest.toArray(), split(Stream.empty())) // → 1 [ 2, 3 ] undefined
 * ```
 */
export function split<S extends AnyStream<unknown>>(stream: S): Answer<S, SplitStream<S> | undefined> {
  return answer(stream, parts(stream)) as never
}

function* parts<A>(
  stream: AnyStream<A>,
): Opening<{ readonly value: A; readonly rest: AnyStream<A> } | undefined> {
  const cell = yield* opened(stream)
  if (cell.reason === 'failed') throw cell.error
  return cell.reason === 'found' ? { value: cell.value, rest: cell.rest } : undefined
}
