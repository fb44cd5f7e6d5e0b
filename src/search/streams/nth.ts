// One value out of a stream, by its place.

import { answer, opened } from './derive.ts'
import type { AnyStream, Answer, ValueOf } from './derive.ts'

/**
 * The value at `index`, counted from 0; `undefined` when the stream ends before. The promise of it when the
 * stream is async.
 *
 * Law: `nth(s, n) = s.skip(n).toArray()[0]`.
 *
 * Consumes: `index + 1` values.
 *
 * ```ts
 * import { amb, solve } from 'multishot'
 * import { nth } from 'multishot/streams'
 *
 * const words = solve(function* () {
 *   return (yield* amb('a', 'b')) + (yield* amb('x', 'y'))
 * })
 * console.log(nth(words, 2), nth(words, 9)) // → bx undefined
 * ```
 *
 * Throws what the program threw on the way there.
 */
export function nth<S extends AnyStream<unknown>>(
  source: S,
  index: number,
): Answer<S, ValueOf<S> | undefined> {
  return answer<S, ValueOf<S> | undefined>(
    source,
    (function* () {
      let cell = yield* opened(source as AnyStream<ValueOf<S>>)
      for (let at = 0; at < index && cell.reason === 'found'; at++) cell = yield* opened(cell.rest)
      if (cell.reason === 'failed') throw cell.error
      return cell.reason === 'found' ? cell.value : undefined
    })(),
  )
}
