// Streams as a monad: one solution after the other, each continued by a stream of its own.
//
// Law: those of fp-ts's Functor, Apply, Applicative, Chain and Monad, on what a consumer can see. All of these
// are lazy: k solutions of the result explore what k solutions need.

import { apFirst as apFirst_, apSecond as apSecond_ } from 'fp-ts/lib/Apply.js'
import type { Applicative1 } from 'fp-ts/lib/Applicative.js'
import type { Apply1 } from 'fp-ts/lib/Apply.js'
import { chainFirst as chainFirst_ } from 'fp-ts/lib/Chain.js'
import type { Chain1 } from 'fp-ts/lib/Chain.js'
import type { Functor1 } from 'fp-ts/lib/Functor.js'
import type { Monad1 } from 'fp-ts/lib/Monad.js'
import type { Pointed1 } from 'fp-ts/lib/Pointed.js'
import { Stream } from '../../search/index.ts'
import { URI } from './uri.ts'

/** The stream of one solution. */
export const of = <A>(value: A): Stream<A> => Stream.of(value)

/** The values of `f`. */
export const map =
  <A, B>(f: (value: A) => B) =>
  (stream: Stream<A>): Stream<B> =>
    stream.map(f)

/** Every function on every value: all values for the first function, then for the second, and so on. */
export const ap =
  <A>(values: Stream<A>) =>
  <B>(functions: Stream<(value: A) => B>): Stream<B> =>
    functions.flatMap((f) => values.map(f))

/** All of `f(a)` for the first `a`, then for the second, and so on. */
export const chain =
  <A, B>(f: (value: A) => Stream<B>) =>
  (stream: Stream<A>): Stream<B> =>
    stream.flatMap(f)

/** `chain`, by the name that fp-ts gives it since 2.14. */
export const flatMap: typeof chain = chain

/** The solutions of each stream, one stream after the other. */
export const flatten: <A>(streams: Stream<Stream<A>>) => Stream<A> = chain((stream) => stream)

const map_: Monad1<URI>['map'] = (stream, f) => stream.map(f)
const ap_: Monad1<URI>['ap'] = (functions, values) => ap(values)(functions)
const chain_: Monad1<URI>['chain'] = (stream, f) => stream.flatMap(f)

export const Functor: Functor1<URI> = { URI, map: map_ }
export const Pointed: Pointed1<URI> = { URI, of }
export const Apply: Apply1<URI> = { ...Functor, ap: ap_ }
export const Applicative: Applicative1<URI> = { ...Apply, of }
export const Chain: Chain1<URI> = { ...Apply, chain: chain_ }
export const Monad: Monad1<URI> = { ...Applicative, chain: chain_ }

/** Each value of the first, as often as the second has any. */
export const apFirst = apFirst_(Apply)
/** All of the second, for each value of the first. */
export const apSecond = apSecond_(Apply)
/** Each value, as often as its stream has any. */
export const chainFirst = chainFirst_(Chain)
