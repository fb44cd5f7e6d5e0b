// Programs as a monad: one after the other, where each choice of the first goes on with its own run of the
// second. These are generators like the user's own, compiled when this package is built.
//
// Law: those of fp-ts's Functor, Apply, Applicative, Chain and Monad, on what `solve` finds. The pipeable
// functions join the effects that both programs ask for; the instances, as fp-ts types them, want them equal.

import type { Applicative2 } from 'fp-ts/lib/Applicative.js'
import type { Apply2 } from 'fp-ts/lib/Apply.js'
import type { Chain2 } from 'fp-ts/lib/Chain.js'
import type { Functor2 } from 'fp-ts/lib/Functor.js'
import type { Monad2 } from 'fp-ts/lib/Monad.js'
import type { Pointed2 } from 'fp-ts/lib/Pointed.js'
import type { Program } from '../../program/index.ts'
import type { Effect } from '../../runtime/index.ts'
import { URI } from './uri.ts'

/** Returns `value` and asks nothing. */
export const of = <A>(value: A): Program<A, never> =>
  function* () {
    return value
  }

/** Asks one effect and returns its answer: `ask(amb(1, 2))`. */
export const ask = <A, E extends Effect<A>>(effect: E & Effect<A>): Program<A, E> =>
  function* () {
    return (yield* effect) as A
  }

/** Returns `f` of what the program returns. */
export const map =
  <A, B>(f: (value: A) => B) =>
  <E extends Effect<unknown>>(program: Program<A, E>): Program<B, E> =>
    function* () {
      return f(yield* program())
    }

/** Runs the program that makes a function, then the one that makes its argument. */
export const ap =
  <A, E extends Effect<unknown>>(argument: Program<A, E>) =>
  <B, D extends Effect<unknown>>(functions: Program<(value: A) => B, D>): Program<B, D | E> =>
    function* () {
      const f: (value: A) => B = yield* functions()
      return f(yield* argument())
    }

/** Goes on with the program that `f` makes of what this one returns. */
export const chain =
  <A, B, E extends Effect<unknown>>(f: (value: A) => Program<B, E>) =>
  <D extends Effect<unknown>>(program: Program<A, D>): Program<B, D | E> =>
    function* () {
      const value: A = yield* program()
      return yield* f(value)()
    }

/** `chain`, by the name that fp-ts gives it since 2.14. */
export const flatMap: typeof chain = chain

/** Goes on with the program that `f` makes, and returns what was there before. */
export const chainFirst =
  <A, E extends Effect<unknown>>(f: (value: A) => Program<unknown, E>) =>
  <D extends Effect<unknown>>(program: Program<A, D>): Program<A, D | E> =>
    function* () {
      const value: A = yield* program()
      yield* f(value)()
      return value
    }

/** Runs both programs, and returns what the first one returns. */
export const apFirst =
  <E extends Effect<unknown>>(second: Program<unknown, E>) =>
  <A, D extends Effect<unknown>>(first: Program<A, D>): Program<A, D | E> =>
    chainFirst<A, E>(() => second)(first)

/** Runs both programs, and returns what the second one returns. */
export const apSecond =
  <B, E extends Effect<unknown>>(second: Program<B, E>) =>
  <D extends Effect<unknown>>(first: Program<unknown, D>): Program<B, D | E> =>
    chain<unknown, B, E>(() => second)(first)

export const Functor: Functor2<URI> = { URI, map: (program, f) => map(f)(program) }
export const Pointed: Pointed2<URI> = { URI, of }
export const Apply: Apply2<URI> = { ...Functor, ap: (functions, argument) => ap(argument)(functions) }
export const Applicative: Applicative2<URI> = { ...Apply, of }
export const Chain: Chain2<URI> = { ...Apply, chain: (program, f) => chain(f)(program) }
export const Monad: Monad2<URI> = { ...Applicative, chain: Chain.chain }
