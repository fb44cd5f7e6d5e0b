// What the first value of a stream goes on with, and no other.

import type { AnyStream, Like, Next, ValueOf } from './derive.ts'
import { once } from './once.ts'

/**
 * Commits to the first value of `source` and goes on with all that `go` makes of it. The other values are given up, also
 * when `go` makes nothing.
 *
 * Law: `commit(s, f) = once(s).flatMap(f)`. Where one expects more: it is not `once(s.flatMap(f))`, which keeps one value
 * of `f`, and looks at the next of `s` if there is none.
 *
 * Consumes: one value of `source`.
 *
 * ```ts
 * import { Stream } from 'multishot'
 * import { commit, once } from 'multishot/streams'
 *
 * const halves = (n: number) => (n % 2 === 0 ? [n / 2, -n / 2] : [])
 * const [even, odd] = [Stream.of(4, 6), Stream.of(3, 6)]
 * console.log(commit(even, halves).toArray(), commit(odd, halves).toArray()) // → [ 2, -2 ] []
 * console.log(once(even.flatMap(halves)).toArray(), once(odd.flatMap(halves)).toArray()) // → [ 2 ] [ 3 ]
 * ```
 */
export function commit<S extends AnyStream<unknown>, Made extends Next<S>>(
  source: S,
  go: (value: ValueOf<S>) => Made,
): Like<S, ValueOf<Made>> {
  return once<AnyStream<unknown>>(source).flatMap(go as never) as Like<S, ValueOf<Made>>
}
