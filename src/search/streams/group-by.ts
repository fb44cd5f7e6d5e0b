// A stream, sorted into streams: one for each key, in the order in which the keys come up.

import { derive, found, opened } from './derive.ts'
import type { AnyCell, AnyStream, Like, Opening, ValueOf } from './derive.ts'
import { KeySet, sameKey } from './keys.ts'

/**
 * The keys of `source`, each with the stream of the values that have it. Keys are the same as in `distinct`.
 * The groups, and each group, end as `source` does.
 *
 * Law: the groups' values together are those of `source`, and each group's are in their order there.
 *
 * Consumes: for k groups, up to the first value of the k-th; for a group, up to the value asked for. So there
 * may be infinitely many groups, and infinite ones; the end of a group is known at the end of `source`. Holds
 * every key. To walk g groups compares each value's key g times, and computes it once.
 *
 * ```ts
 * import { Stream } from 'multishot'
 * import { groupBy } from 'multishot/streams'
 *
 * const numbers = Stream.from({
 *   *[Symbol.iterator]() {
 *     for (let n = 1; ; n++) yield n
 *   },
 * })
 * for (const [rest, group] of groupBy(numbers, (n) => n % 3).take(2)) console.log(rest, group.take(3).toArray())
 * // → 1 [ 1, 4, 7 ]
 * // → 2 [ 2, 5, 8 ]
 * ```
 */
export function groupBy<S extends AnyStream<unknown>, Key>(
  source: S,
  key: (value: ValueOf<S>) => Key,
): Like<S, readonly [Key, Like<S, ValueOf<S>>]> {
  type A = ValueOf<S>
  const places = keyed(source as AnyStream<A>, key)
  return groups(places, new KeySet()) as unknown as Like<S, readonly [Key, Like<S, A>]>
}

interface Keyed<Key, A> {
  readonly key: Key
  readonly value: A
}

/** The values, each with its key, which is so computed once for all groups. */
function keyed<Key, A>(place: AnyStream<A>, key: (value: A) => Key): AnyStream<Keyed<Key, A>> {
  return derive(place, () => firstKeyed(place, key))
}

function* firstKeyed<Key, A>(place: AnyStream<A>, key: (value: A) => Key): Opening<AnyCell<Keyed<Key, A>>> {
  const cell = yield* opened(place)
  if (cell.reason !== 'found') return cell
  return found({ key: key(cell.value), value: cell.value }, keyed(cell.rest, key))
}

type Group<Key, A> = readonly [Key, AnyStream<A>]

/** The groups of the keys that are not `seen` before `place`. */
function groups<Key, A>(place: AnyStream<Keyed<Key, A>>, seen: KeySet): AnyStream<Group<Key, A>> {
  return derive(place, () => firstGroup(place, seen))
}

function* firstGroup<Key, A>(place: AnyStream<Keyed<Key, A>>, seen: KeySet): Opening<AnyCell<Group<Key, A>>> {
  let start = place
  for (;;) {
    const cell = yield* opened(start)
    if (cell.reason !== 'found') return cell
    const { key } = cell.value
    if (seen.add(key)) return found([key, members(start, key)], groups(cell.rest, seen))
    start = cell.rest
  }
}

function members<Key, A>(place: AnyStream<Keyed<Key, A>>, key: Key): AnyStream<A> {
  return derive(place, () => firstMember(place, key))
}

function* firstMember<Key, A>(place: AnyStream<Keyed<Key, A>>, key: Key): Opening<AnyCell<A>> {
  let cell = yield* opened(place)
  while (cell.reason === 'found' && !sameKey(cell.value.key, key)) cell = yield* opened(cell.rest)
  return cell.reason === 'found' ? found(cell.value.value, members(cell.rest, key)) : cell
}
