// Parts of a stream, and its order, by the names that fp-ts has for arrays. `multishot/streams` tells of each what
// it consumes.

import type { Eq } from 'fp-ts/lib/Eq.js'
import { fromNullable, map as mapOption } from 'fp-ts/lib/Option.js'
import type { Option } from 'fp-ts/lib/Option.js'
import type { Ord } from 'fp-ts/lib/Ord.js'
import type { Predicate } from 'fp-ts/lib/Predicate.js'
import type { Stream } from '../../search/index.ts'
import { distinctBy, nth, orderBy, skipWhile, takeWhile, zip as zipped } from '../../search/streams/index.ts'

/** The first `count`. */
export const takeLeft =
  (count: number) =>
  <A>(stream: Stream<A>): Stream<A> =>
    stream.take(count)

/** What comes after the first `count`. */
export const dropLeft =
  (count: number) =>
  <A>(stream: Stream<A>): Stream<A> =>
    stream.skip(count)

/** Those before the first that `holds` does not hold for. */
export const takeLeftWhile =
  <A>(holds: Predicate<A>) =>
  (stream: Stream<A>): Stream<A> =>
    takeWhile(stream, holds)

/** Those from the first on that `holds` does not hold for. */
export const dropLeftWhile =
  <A>(holds: Predicate<A>) =>
  (stream: Stream<A>): Stream<A> =>
    skipWhile(stream, holds)

/** The one at `index`, counted from 0, if there are so many. */
export const lookup =
  (index: number) =>
  <A>(stream: Stream<A>): Option<A> => {
    // Boxed, because a solution may be `undefined`.
    const box = nth(
      stream.map((value) => ({ value })),
      index,
    )
    return mapOption((found: { readonly value: A }) => found.value)(fromNullable(box))
  }

/** The first, if there is any. */
export const head: <A>(stream: Stream<A>) => Option<A> = lookup(0)

/** Those that equal none before them. */
export const uniq =
  <A>(eq: Eq<A>) =>
  (stream: Stream<A>): Stream<A> =>
    distinctBy(stream, (one, other) => eq.equals(one, other))

/** All of them, in order. */
export const sort = <B>(order: Ord<B>): (<A extends B>(stream: Stream<A>) => Stream<A>) => sortBy([order])

/** All of them, in the first order that tells two of them apart. */
export const sortBy =
  <B>(orders: readonly Ord<B>[]) =>
  <A extends B>(stream: Stream<A>): Stream<A> =>
    // Without any order they stay as they are, where `orderBy` has one of its own.
    orderBy(stream, () => 0, ...orders.map(({ compare }) => compare))

/** Pairs, as many as there are in both. */
export const zip =
  <B>(other: Stream<B>) =>
  <A>(stream: Stream<A>): Stream<readonly [A, B]> =>
    zipped(stream, other)

/** All of them. */
export const toReadonlyArray = <A>(stream: Stream<A>): readonly A[] => stream.toArray()
