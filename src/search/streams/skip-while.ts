// The rest of a stream, from the first value on that does not belong to its beginning.

import { derive, opened } from './derive.ts'
import type { AnyStream, Like, ValueOf } from './derive.ts'

/**
 * The values of `source` from the first on for which `holds` is false. Ends as `source` does.
 *
 * Law: `takeWhile(s, p).concat(skipWhile(s, p))` has the values of `s`.
 *
 * Consumes: the values left out, when the first one behind them is asked for.
 *
 * ```ts
 * import { amb, solve } from 'multishot'
 * import { skipWhile } from 'multishot/streams'
 *
 * const numbers = solve(function* () {
 *   return yield* amb(1, 2, 3, 1)
 * })
 * console.log(skipWhile(numbers, (n) => n < 3).toArray()) // → [ 3, 1 ]
 * ```
 */
export function skipWhile<S extends AnyStream<unknown>>(
  source: S,
  holds: (value: ValueOf<S>) => boolean,
): Like<S, ValueOf<S>> {
  return derive<S, ValueOf<S>>(source, function* () {
    let cell = yield* opened(source as AnyStream<ValueOf<S>>)
    while (cell.reason === 'found' && holds(cell.value)) cell = yield* opened(cell.rest)
    return cell
  })
}
