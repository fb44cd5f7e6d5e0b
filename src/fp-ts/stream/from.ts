// Streams out of what other parts of an fp-ts program give.

import { isLeft } from 'fp-ts/lib/Either.js'
import type { Either } from 'fp-ts/lib/Either.js'
import type { FromEither1 } from 'fp-ts/lib/FromEither.js'
import { isSome } from 'fp-ts/lib/Option.js'
import type { Option } from 'fp-ts/lib/Option.js'
import { Stream } from '../../search/index.ts'
import { URI } from './uri.ts'

/** The value of a `some`; nothing for `none`. */
export const fromOption = <A>(option: Option<A>): Stream<A> =>
  isSome(option) ? Stream.of(option.value) : Stream.empty<A>()

/** The value of a `right`; nothing for a `left`. */
export const fromEither = <A>(either: Either<unknown, A>): Stream<A> =>
  isLeft(either) ? Stream.empty<A>() : Stream.of(either.right)

export const FromEither: FromEither1<URI> = { URI, fromEither }
