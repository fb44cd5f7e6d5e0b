// Each value once.

import { derive, found, opened } from './derive.ts'
import type { AnyCell, AnyStream, Like, Opening, ValueOf } from './derive.ts'
import { KeySet } from './keys.ts'

/**
 * The values of `source` whose `key` none before them had; the key is the value itself unless it is given.
 * Arrays and plain objects are the same when they hold the same, Immutable.js collections and whatever else
 * has `equals` and `hashCode` when these say so, and any other object only as itself. Ends as `source` does.
 *
 * Law: `distinct(distinct(s)) = distinct(s)`.
 *
 * Consumes: up to the k-th new value for k of them; where no new one comes from an infinite stream, this
 * never returns. Holds every key that it has seen.
 *
 * ```ts
 * import { amb, solve } from 'multishot'
 * import { distinct } from 'multishot/streams'
 *
 * const pairs = solve(function* () {
 *   return [yield* amb(1, 2), yield* amb(1, 2)].sort()
 * })
 * console.log(distinct(pairs).toArray()) // → [ [ 1, 1 ], [ 1, 2 ], [ 2, 2 ] ]
 * console.log(distinct(pairs, ([low]) => low).toArray()) // → [ [ 1, 1 ], [ 2, 2 ] ]
 * ```
 *
 * Not promised: anything about values that somebody changes after they were given.
 */
export function distinct<S extends AnyStream<unknown>>(
  source: S,
  key: (value: ValueOf<S>) => unknown = (value) => value,
): Like<S, ValueOf<S>> {
  const seen = new KeySet()
  return newOnes(source, (value) => seen.add(key(value)))
}

/**
 * The values of `source` that are `same` as none before them, for an equality that has no key. Compares each
 * value with all that it has given: use `distinct` where there is a key.
 *
 * ```ts
 * import { Stream } from 'multishot'
 * import { distinctBy } from 'multishot/streams'
 *
 * const far = distinctBy(Stream.of(1, 1.1, 2, 2.4, 3), (a, b) => Math.abs(a - b) < 0.5)
 * console.log(far.toArray()) // → [ 1, 2, 3 ]
 * ```
 */
export function distinctBy<S extends AnyStream<unknown>>(
  source: S,
  same: (one: ValueOf<S>, other: ValueOf<S>) => boolean,
): Like<S, ValueOf<S>> {
  const given: ValueOf<S>[] = []
  return newOnes(source, (value) => {
    const isNew = !given.some((earlier) => same(earlier, value))
    if (isNew) given.push(value)
    return isNew
  })
}

/** Those that `isNew` holds for, which is asked once for each value, in order. */
function newOnes<S extends AnyStream<unknown>>(
  source: S,
  isNew: (value: ValueOf<S>) => boolean,
): Like<S, ValueOf<S>> {
  return from(source as AnyStream<ValueOf<S>>, isNew) as Like<S, ValueOf<S>>
}

function from<A>(place: AnyStream<A>, isNew: (value: A) => boolean): AnyStream<A> {
  return derive(place, () => first(place, isNew))
}

function* first<A>(place: AnyStream<A>, isNew: (value: A) => boolean): Opening<AnyCell<A>> {
  let cell = yield* opened(place)
  while (cell.reason === 'found' && !isNew(cell.value)) cell = yield* opened(cell.rest)
  return cell.reason === 'found' ? found(cell.value, from(cell.rest, isNew)) : cell
}
