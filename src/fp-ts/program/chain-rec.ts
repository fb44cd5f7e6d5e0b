// Recursion through programs in constant space: a loop.

import { isRight } from 'fp-ts/lib/Either.js'
import type { Either } from 'fp-ts/lib/Either.js'
import type { ChainRec2 } from 'fp-ts/lib/ChainRec.js'
import type { Program } from '../../program/index.ts'
import type { Effect } from '../../runtime/index.ts'
import { Chain } from './monad.ts'
import type { URI } from './uri.ts'

/** Runs `f` of `start`, and goes on with `f` of each `left` until one returns a `right`. */
export const chainRec =
  <A, B, E extends Effect<unknown>>(f: (value: A) => Program<Either<A, B>, E>) =>
  (start: A): Program<B, E> =>
    function* () {
      let value = start
      for (;;) {
        const next: Either<A, B> = yield* f(value)()
        if (isRight(next)) return next.right
        value = next.left
      }
    }

export const ChainRec: ChainRec2<URI> = { ...Chain, chainRec: (start, f) => chainRec(f)(start) }
