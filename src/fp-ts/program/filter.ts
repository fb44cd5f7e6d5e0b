// Programs that fail where a value is not wanted, or not there.
//
// Law: `filter(p) = filterMap(fromPredicate(p))`, and `filterMap(f) = chain((a) => fromOption(f(a)))`.

import { isRight } from 'fp-ts/lib/Either.js'
import type { Either } from 'fp-ts/lib/Either.js'
import type { FromEither2C } from 'fp-ts/lib/FromEither.js'
import { isSome } from 'fp-ts/lib/Option.js'
import type { Option } from 'fp-ts/lib/Option.js'
import type { Predicate } from 'fp-ts/lib/Predicate.js'
import type { Refinement } from 'fp-ts/lib/Refinement.js'
import { fail, guard } from '../../program/index.ts'
import type { Nondeterminism, Program } from '../../program/index.ts'
import type { Effect, Failure, Pass } from '../../runtime/index.ts'
import { EFFECTS } from './alternative.ts'
import { ask, chain, of } from './monad.ts'
import { URI } from './uri.ts'

/** Fails unless `holds` holds for what the program returns; `label` says what was asked. */
export function filter<A, B extends A>(
  holds: Refinement<A, B>,
  label?: string,
): <E extends Effect<unknown>>(program: Program<A, E>) => Program<B, E | Pass | Failure>
export function filter<A>(
  holds: Predicate<A>,
  label?: string,
): <E extends Effect<unknown>>(program: Program<A, E>) => Program<A, E | Pass | Failure>
export function filter<A>(holds: Predicate<A>, label?: string) {
  return <E extends Effect<unknown>>(program: Program<A, E>): Program<A, E | Pass | Failure> =>
    function* () {
      const value: A = yield* program()
      yield* guard(holds(value), label)
      return value
    }
}

/** Returns what is in the `some` that `f` gives, and fails at `none`. */
export const filterMap =
  <A, B>(f: (value: A) => Option<B>) =>
  <E extends Effect<unknown>>(program: Program<A, E>): Program<B, E | Failure> =>
    chain((value: A) => fromOption(f(value)))(program)

/** Returns the value of a `some`, and fails at `none`. */
export const fromOption = <A>(option: Option<A>): Program<A, Failure> =>
  isSome(option) ? of(option.value) : ask(fail())

/** Returns the value of a `right`, and fails at a `left`, for the reason in it if that is a text. */
export const fromEither = <A>(either: Either<unknown, A>): Program<A, Failure> =>
  isRight(either) ? of(either.right) : ask(typeof either.left === 'string' ? fail(either.left) : fail())

export const FromEither: FromEither2C<URI, Nondeterminism> = { URI, ...EFFECTS, fromEither }
