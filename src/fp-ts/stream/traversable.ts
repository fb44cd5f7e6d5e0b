// Streams that are walked to their end: folded, or rebuilt inside an effect. `take` some of an infinite one first.
//
// Law: those of Foldable, Traversable and Witherable. An error that the program threw is thrown here; the bound
// that stopped a stream is told by the stream's status, not by what was made of it.

import type { Applicative } from 'fp-ts/lib/Applicative.js'
import type { Foldable1 } from 'fp-ts/lib/Foldable.js'
import type { HKT } from 'fp-ts/HKT.js'
import type { Either } from 'fp-ts/lib/Either.js'
import type { Monoid } from 'fp-ts/lib/Monoid.js'
import type { Option } from 'fp-ts/lib/Option.js'
import type { Separated } from 'fp-ts/lib/Separated.js'
import type { PipeableTraverse1, Traversable1 } from 'fp-ts/lib/Traversable.js'
import type { PipeableWilt1, PipeableWither1, Witherable1 } from 'fp-ts/lib/Witherable.js'
import { Stream } from '../../search/index.ts'
import { compact, Filterable, separate } from './filterable.ts'
import { Functor } from './monad.ts'
import { URI } from './uri.ts'

/** From the first solution to the last. */
export const reduce =
  <A, B>(start: B, f: (sofar: B, value: A) => B) =>
  (stream: Stream<A>): B => {
    let sofar = start
    for (const value of stream) sofar = f(sofar, value)
    return sofar
  }

/** All in one, by what `f` makes of each. */
export const foldMap =
  <M>(monoid: Monoid<M>) =>
  <A>(f: (value: A) => M) =>
  (stream: Stream<A>): M =>
    reduce(monoid.empty, (sofar: M, value: A) => monoid.concat(sofar, f(value)))(stream)

/** From the last solution to the first. */
export const reduceRight =
  <A, B>(start: B, f: (value: A, sofar: B) => B) =>
  (stream: Stream<A>): B =>
    stream.toArray().reduceRight((sofar, value) => f(value, sofar), start)

/** The values before a place, last first, so that a traversal that goes on in many ways shares them. */
type Before<A> = { readonly value: A; readonly before: Before<A> } | null

/** The effects of `f` on each solution in their order, around the stream of what they come to. */
export const traverse: PipeableTraverse1<URI> =
  <F>(F: Applicative<F>) =>
  <A, B>(f: (value: A) => HKT<F, B>) =>
  (stream: Stream<A>): HKT<F, Stream<B>> => {
    const walked = reduce(F.of<Before<B>>(null), (sofar: HKT<F, Before<B>>, value: A) =>
      F.ap(
        F.map(sofar, (before) => (made: B): Before<B> => ({ value: made, before })),
        f(value),
      ),
    )
    return F.map(walked(stream), inOrder)
  }

/** The effects that a stream holds, in their order, around the stream of what they come to. */
export const sequence: Traversable1<URI>['sequence'] =
  <F>(F: Applicative<F>) =>
  <A>(stream: Stream<HKT<F, A>>): HKT<F, Stream<A>> =>
    traverse(F)((effect: HKT<F, A>) => effect)(stream)

/** `traverse`, leaving out every `none`. */
export const wither: PipeableWither1<URI> =
  <F>(F: Applicative<F>) =>
  <A, B>(f: (value: A) => HKT<F, Option<B>>) =>
  (stream: Stream<A>): HKT<F, Stream<B>> =>
    F.map(traverse(F)(f)(stream), compact)

/** `traverse`, with every `left` and every `right` in a stream of their own. */
export const wilt: PipeableWilt1<URI> =
  <F>(F: Applicative<F>) =>
  <A, B, C>(f: (value: A) => HKT<F, Either<B, C>>) =>
  (stream: Stream<A>): HKT<F, Separated<Stream<B>, Stream<C>>> =>
    F.map(traverse(F)(f)(stream), separate)

export const Foldable: Foldable1<URI> = {
  URI,
  reduce: (stream, start, f) => reduce(start, f)(stream),
  foldMap: (monoid) => (stream, f) => foldMap(monoid)(f)(stream),
  reduceRight: (stream, start, f) => reduceRight(start, f)(stream),
}
export const Traversable: Traversable1<URI> = {
  ...Functor,
  ...Foldable,
  traverse: <F>(F: Applicative<F>) => {
    const traverseF = traverse(F)
    return <A, B>(stream: Stream<A>, f: (value: A) => HKT<F, B>) => traverseF(f)(stream)
  },
  sequence,
}
export const Witherable: Witherable1<URI> = {
  ...Traversable,
  ...Filterable,
  wither: <F>(F: Applicative<F>) => {
    const witherF = wither(F)
    return <A, B>(stream: Stream<A>, f: (value: A) => HKT<F, Option<B>>) => witherF(f)(stream)
  },
  wilt: <F>(F: Applicative<F>) => {
    const wiltF = wilt(F)
    return <A, B, C>(stream: Stream<A>, f: (value: A) => HKT<F, Either<B, C>>) => wiltF(f)(stream)
  },
}

function inOrder<A>(last: Before<A>): Stream<A> {
  const values: A[] = []
  for (let place = last; place !== null; place = place.before) values.push(place.value)
  return Stream.from(values.toReversed())
}
