// Programs as alternatives, and what fails them.
//
// Law: those of Alt and Alternative, on what `solve` finds. `that` is not asked for before its branch starts. The
// instances are of programs for `solve`, because that is who answers alternatives and failures.

import type { Alt2C } from 'fp-ts/lib/Alt.js'
import type { Alternative2C } from 'fp-ts/lib/Alternative.js'
import type { Zero2C } from 'fp-ts/lib/Zero.js'
import * as effects from '../../program/index.ts'
import type { Either, Nondeterminism, Program } from '../../program/index.ts'
import type { Effect, Failure, Pass } from '../../runtime/index.ts'
import { Applicative, ask, map } from './monad.ts'
import { URI } from './uri.ts'

/** Fails: there is no solution. */
export const zero = <A>(): Program<A, Failure> => ask(effects.fail())

/** What this program returns, or what `that` returns. */
export const alt =
  <B, E extends Effect<unknown>>(that: () => Program<B, E>) =>
  <A, D extends Effect<unknown>>(program: Program<A, D>): Program<A | B, Either<A | B, D | E>> =>
    ask(effects.either<[Program<A, D>, Program<B, E>]>(program, () => that()()) as Either<A | B, D | E>)

/** Goes on when the condition holds, and fails when it does not; `label` says what was asked. */
export const guard = (condition: boolean, label?: string): Program<void, Pass | Failure> =>
  ask(effects.guard(condition, label))

/** fp-ts asks for a value of the type of effects, that nobody reads. */
export const EFFECTS = { _E: undefined as never }

export const Zero: Zero2C<URI, Nondeterminism> = { URI, ...EFFECTS, zero }
export const Alt: Alt2C<URI, Nondeterminism> = {
  URI,
  ...EFFECTS,
  map: (program, f) => map(f)(program),
  alt: (program, that) => alt(that)(program),
}
export const Alternative: Alternative2C<URI, Nondeterminism> = { ...Applicative, ...Alt, zero }
