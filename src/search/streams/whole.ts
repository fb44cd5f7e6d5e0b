// Questions about all values of a stream, each answered by a stream of one value or none: so the answer is lazy like
// everything else, and its status tells whether a bound has stopped what it is about.

import { ended } from '../stream.ts'
import { derive, opened } from './derive.ts'
import type { AnyCell, AnyStream, Like, Opening, ValueOf } from './derive.ts'
import { answered } from './listed.ts'

/**
 * One value, `undefined`, if `source` has none; none if it has any.
 *
 * Law: `not(s) = ifte(s, () => [], [undefined])`; `not(not(s))` has a value if `s` has.
 *
 * Consumes: one value. An answer because a bound has stopped `source` before its first value ends with that reason.
 *
 * ```ts
 * import { Stream } from 'multishot'
 * import { not } from 'multishot/streams'
 *
 * const divisors = (n: number) => Stream.of(2, 3).filter((d) => n % d === 0)
 * const coprime = Stream.of(7, 8, 9, 11).flatMap((n) => not(divisors(n)).map(() => n))
 * console.log(coprime.toArray()) // → [ 7, 11 ]
 * ```
 */
export function not<S extends AnyStream<unknown>>(source: S): Like<S, void> {
  return derive<S, void>(source, () => goesOnIfAll(source, fails))
}

/**
 * One value, `undefined`, if `holds` is true of every value of `source`; none if there is one of which it is not.
 *
 * Law: `forall(s, f) = not(s.filter((x) => !f(x)))`; so it has a value if `s` has none.
 *
 * Consumes: up to the first value of which it is not true.
 *
 * ```ts
 * import { Stream } from 'multishot'
 * import { forall } from 'multishot/streams'
 *
 * const sums = Stream.of(2, 4, 5)
 * const bounds = Stream.of(3, 5, 7).flatMap((most) => forall(sums, (sum) => sum <= most).map(() => most))
 * console.log(bounds.toArray()) // → [ 5, 7 ]
 * ```
 */
export function forall<S extends AnyStream<unknown>>(
  source: S,
  holds: (value: ValueOf<S>) => boolean,
): Like<S, void> {
  return derive<S, void>(source, () => goesOnIfAll(source as AnyStream<ValueOf<S>>, holds))
}

const fails = (): boolean => false

function* goesOnIfAll<A>(source: AnyStream<A>, holds: (value: A) => boolean): Opening<AnyCell<void>> {
  let cell = yield* opened(source)
  for (; cell.reason === 'found'; cell = yield* opened(cell.rest))
    if (!holds(cell.value)) return ended('exhausted', cell.rest.effort)
  return yield* answered(source, undefined, cell)
}

/**
 * All values of `source`, as one array. `toArray` gives the array itself, at once.
 *
 * Law: `collect(s).flatMap((all) => all)` has the values of `s`.
 *
 * Consumes: all. Of a source that a bound has stopped it is what was found, and the status says so.
 *
 * ```ts
 * import { amb, solve } from 'multishot'
 * import { collect } from 'multishot/streams'
 *
 * const rolls = solve(function* () {
 *   return (yield* amb(1, 2)) + (yield* amb(1, 2))
 * })
 * const some = collect(rolls.take(3))
 * console.log(some.toArray(), some.status.reason) // → [ [ 2, 3, 3 ] ] limit
 * ```
 */
export function collect<S extends AnyStream<unknown>>(source: S): Like<S, ValueOf<S>[]> {
  return derive<S, ValueOf<S>[]>(source, function* () {
    const values: ValueOf<S>[] = []
    let cell = yield* opened(source as AnyStream<ValueOf<S>>)
    for (; cell.reason === 'found'; cell = yield* opened(cell.rest)) values.push(cell.value)
    return yield* answered(source, values, cell)
  })
}

/**
 * How many values `source` has. Law: `count(s)` is the length of `collect(s)`.
 *
 * Consumes: all, and holds none.
 *
 * ```ts
 * import { amb, solve } from 'multishot'
 * import { count, groupBy } from 'multishot/streams'
 *
 * const rolls = solve(function* () {
 *   return (yield* amb(1, 2, 3)) + (yield* amb(1, 2, 3))
 * })
 * const ways = groupBy(rolls, (sum) => sum).flatMap(([sum, group]) => count(group).map((n) => `${n} of ${sum}`))
 * console.log(ways.toArray().join(', ')) // → 1 of 2, 2 of 3, 3 of 4, 2 of 5, 1 of 6
 * ```
 */
export function count<S extends AnyStream<unknown>>(source: S): Like<S, number> {
  return derive<S, number>(source, function* () {
    let values = 0
    let cell = yield* opened(source as AnyStream<unknown>)
    for (; cell.reason === 'found'; cell = yield* opened(cell.rest)) values++
    return yield* answered(source, values, cell)
  })
}
