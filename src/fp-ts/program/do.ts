// Do-notation over programs: the answers so far, by name. Effects join as in `chain`.
//
// The record of names is made anew for each name, so branches share what they have in common.

import type { Program } from '../../program/index.ts'
import type { Effect } from '../../runtime/index.ts'
import { chain, map, of } from './monad.ts'

/** `A` with one name more. */
type With<A, Name extends string, B> = { readonly [K in keyof A | Name]: K extends keyof A ? A[K] : B }

const named = <A, Name extends string, B>(answers: A, name: Name, value: B): With<A, Name, B> =>
  ({ ...answers, [name]: value }) as With<A, Name, B>

/** Nothing named yet. */
// oxlint-disable-next-line typescript/ban-types -- what fp-ts starts with
export const Do: Program<{}, never> = of({})

/** Names what the program returns. */
export const bindTo =
  <Name extends string>(name: Name) =>
  <A, E extends Effect<unknown>>(program: Program<A, E>): Program<{ readonly [K in Name]: A }, E> =>
    map((value: A) => ({ [name]: value }) as { readonly [K in Name]: A })(program)

/** Names what a program returns that depends on what is named already. */
export const bind =
  <Name extends string, A, B, E extends Effect<unknown>>(
    name: Exclude<Name, keyof A>,
    f: (answers: A) => Program<B, E>,
  ) =>
  <D extends Effect<unknown>>(program: Program<A, D>): Program<With<A, Name, B>, D | E> =>
    chain((answers: A) => map((value: B) => named(answers, name as Name, value))(f(answers)))(program)

/** Names what a program returns that depends on nothing. */
export const apS =
  <Name extends string, A, B, E extends Effect<unknown>>(
    name: Exclude<Name, keyof A>,
    other: Program<B, E>,
  ) =>
  <D extends Effect<unknown>>(program: Program<A, D>): Program<With<A, Name, B>, D | E> =>
    bind<Name, A, B, E>(name, () => other)(program)

const letValue =
  <Name extends string, A, B>(name: Exclude<Name, keyof A>, f: (answers: A) => B) =>
  <E extends Effect<unknown>>(program: Program<A, E>): Program<With<A, Name, B>, E> =>
    map((answers: A) => named(answers, name as Name, f(answers)))(program)
export { letValue as let }
