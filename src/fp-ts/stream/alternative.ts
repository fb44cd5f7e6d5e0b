// Streams as alternatives: this one, else or also that one.
//
// Law: those of Alt and Alternative. `that` is not even asked for before everything in front of it has been
// walked, so an infinite stream in front never asks for it.

import type { Alt1 } from 'fp-ts/lib/Alt.js'
import type { Alternative1 } from 'fp-ts/lib/Alternative.js'
import type { Monoid } from 'fp-ts/lib/Monoid.js'
import { guard as guard_ } from 'fp-ts/lib/Zero.js'
import type { Zero1 } from 'fp-ts/lib/Zero.js'
import { Stream } from '../../search/index.ts'
import { interleave } from '../../search/streams/index.ts'
import { Applicative, Functor } from './monad.ts'
import { URI } from './uri.ts'

/** The stream without solutions. */
export const zero = <A>(): Stream<A> => Stream.empty<A>()

/** All of this stream, then all of `that`, of whatever other type. */
export const altW =
  <B>(that: () => Stream<B>) =>
  <A>(stream: Stream<A>): Stream<A | B> =>
    stream.concat(later(that))

/** All of this stream, then all of `that`. */
export const alt: <A>(that: () => Stream<A>) => (stream: Stream<A>) => Stream<A> = altW

const alt_: Alt1<URI>['alt'] = (stream, that) => stream.concat(later(that))

export const Zero: Zero1<URI> = { URI, zero }
export const Alt: Alt1<URI> = { ...Functor, alt: alt_ }
export const Alternative: Alternative1<URI> = { ...Applicative, alt: alt_, zero }

/** One solution, `undefined`, when the condition holds, and none otherwise. */
export const guard = guard_(Zero, Applicative)

/** One stream after the other. Law: a monoid. */
export const getMonoid = <A>(): Monoid<Stream<A>> => ({
  empty: Stream.empty<A>(),
  concat: (one, other) => one.concat(other),
})

/**
 * Two streams in turns, so that an infinite one does not keep the other waiting.
 *
 * Law: a monoid of bags; the order in which three streams take turns depends on the brackets.
 */
export const getInterleaveMonoid = <A>(): Monoid<Stream<A>> => ({
  empty: Stream.empty<A>(),
  concat: (one, other) => interleave(one, other),
})

/** The stream that `make` makes when somebody gets there. */
function later<A>(make: () => Stream<A>): Stream<A> {
  return new Stream(() => make().open())
}
