// If-then-else over streams: the soft cut.

import { AsyncStream } from '../async-stream.ts'
import { derive, kindOf, opened } from './derive.ts'
import type { AnyStream, Like, Next, Source, ValueOf } from './derive.ts'

/**
 * If `condition` has values, all that `then` makes of each; if it has none, `otherwise` instead.
 *
 * Law: `ifte(Stream.of(a), t, e) = t(a)`; `ifte(Stream.empty(), t, e) = e`; `ifte(s, t, e) = s.flatMap(t)` if `s` has a value.
 * Where one expects more: that `then` makes nothing of any value does not bring in `otherwise`.
 *
 * Consumes: of `condition` and of what `then` makes, as much as `flatMap`; of `otherwise`, nothing before `condition` has
 * ended. A condition that a bound has stopped counts as what was found of it, and the status says so.
 *
 * ```ts
 * import { Stream } from 'multishot'
 * import { ifte } from 'multishot/streams'
 *
 * const factors = (n: number) =>
 *   ifte(
 *     Stream.of(2, 3, 5).filter((d) => n % d === 0),
 *     (d) => [`${d} divides ${n}`],
 *     [`${n} has no small factor`],
 *   )
 * for (const each of Stream.of(6, 7).flatMap(factors)) console.log(each)
 * // → 2 divides 6
 * // → 3 divides 6
 * // → 7 has no small factor
 * ```
 */
export function ifte<
  Condition extends AnyStream<unknown>,
  Made extends Next<Condition>,
  Otherwise extends Source<unknown>,
>(
  condition: Condition,
  then: (value: ValueOf<Condition>) => Made,
  otherwise: Otherwise,
): Like<Condition | Otherwise, ValueOf<Made> | ValueOf<Otherwise>> {
  const isAsync = otherwise instanceof AsyncStream
  const given: AnyStream<unknown> = isAsync ? AsyncStream.from<unknown>(condition) : condition
  const some: AnyStream<unknown> = given.flatMap(then as never)
  // Behind the end of the condition, whose effort and reason are a part of its own.
  const none: AnyStream<unknown> = given.concat(otherwise as never)
  return derive(
    kindOf(some, none),
    function* () {
      const { reason } = yield* opened(given)
      return yield* opened(reason === 'found' ? some : none)
    },
    given.effort,
  ) as never
}
