// Streams that leave values out, by a condition, an `Option` or an `Either`.
//
// Law: those of Compactable and Filterable; `filter(p) = filterMap(fromPredicate(p))`. Lazy, and what is split in
// two is computed once for both.

import type { Compactable1 } from 'fp-ts/lib/Compactable.js'
import { isLeft, isRight, left, right } from 'fp-ts/lib/Either.js'
import type { Either } from 'fp-ts/lib/Either.js'
import type { Filterable1 } from 'fp-ts/lib/Filterable.js'
import type { Predicate } from 'fp-ts/lib/Predicate.js'
import type { Refinement } from 'fp-ts/lib/Refinement.js'
import { isSome } from 'fp-ts/lib/Option.js'
import type { Option } from 'fp-ts/lib/Option.js'
import type { Separated } from 'fp-ts/lib/Separated.js'
import type { Stream } from '../../search/index.ts'
import { Functor } from './monad.ts'
import { URI } from './uri.ts'

/** What is in each `some`. */
export const compact = <A>(options: Stream<Option<A>>): Stream<A> =>
  options.filter(isSome).map(({ value }) => value)

/** What is in each `left`, and what is in each `right`. */
export const separate = <A, B>(eithers: Stream<Either<A, B>>): Separated<Stream<A>, Stream<B>> => ({
  left: eithers.filter(isLeft).map(({ left }) => left),
  right: eithers.filter(isRight).map(({ right }) => right),
})

/** What is in each `some` that `f` gives. */
export const filterMap =
  <A, B>(f: (value: A) => Option<B>) =>
  (stream: Stream<A>): Stream<B> =>
    compact(stream.map(f))

/** What is in each `left`, and what is in each `right`, that `f` gives. */
export const partitionMap =
  <A, B, C>(f: (value: A) => Either<B, C>) =>
  (stream: Stream<A>): Separated<Stream<B>, Stream<C>> =>
    separate(stream.map(f))

/** Those that `holds` holds for. */
export function filter<A, B extends A>(holds: Refinement<A, B>): (stream: Stream<A>) => Stream<B>
export function filter<A>(holds: Predicate<A>): <B extends A>(stream: Stream<B>) => Stream<B>
export function filter<A>(holds: Predicate<A>): (stream: Stream<A>) => Stream<A>
export function filter<A>(holds: Predicate<A>): (stream: Stream<A>) => Stream<A> {
  return (stream) => stream.filter(holds)
}

/** Those that `holds` does not hold for on the left, the others on the right. */
export function partition<A, B extends A>(
  holds: Refinement<A, B>,
): (stream: Stream<A>) => Separated<Stream<Exclude<A, B>>, Stream<B>>
export function partition<A>(
  holds: Predicate<A>,
): <B extends A>(stream: Stream<B>) => Separated<Stream<B>, Stream<B>>
export function partition<A>(holds: Predicate<A>): (stream: Stream<A>) => Separated<Stream<A>, Stream<A>>
export function partition<A>(holds: Predicate<A>): (stream: Stream<A>) => Separated<Stream<A>, Stream<A>> {
  return partitionMap((value) => (holds(value) ? right(value) : left(value)))
}

export const Compactable: Compactable1<URI> = { URI, compact, separate }
export const Filterable: Filterable1<URI> = {
  ...Functor,
  ...Compactable,
  filter: <A>(stream: Stream<A>, holds: Predicate<A>) => stream.filter(holds),
  filterMap: (stream, f) => filterMap(f)(stream),
  partition: <A>(stream: Stream<A>, holds: Predicate<A>) => partition(holds)(stream),
  partitionMap: (stream, f) => partitionMap(f)(stream),
}
