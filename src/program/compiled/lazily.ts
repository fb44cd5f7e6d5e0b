// Call-time choice with demand: a choice that is made when it is first needed, and only once.
//
// Source: Fischer, Kiselyov & Shan, "Purely Functional Lazy Non-deterministic Programming" (2009), where it is `share`.
// The name is another one here, because `share(value)` says what clones do with a value.

import { checkProgram } from '../scoped.ts'
import type { AnyProgram, AskedOf, AnswerOf, AsyncProgram, Awaiting, Program } from '../program.ts'

/** The program, of the same kind, that has one answer of `P`. */
type Sharing<P extends AnyProgram> =
  ReturnType<P> extends Generator
    ? Program<AnswerOf<P>, AskedOf<P>>
    : AsyncProgram<AnswerOf<P>, Exclude<AskedOf<P>, Awaiting>>

/**
 * Gives a program that stands for one answer of `program`, whichever: it runs `program` when it is asked for the
 * first time, and all who ask later in the same branch get the same answer. Where nobody asks, no choice is made.
 *
 * Law: `const x = yield* lazily(p)`, then `yield* x()` twice, gives two equal answers, and the solutions are as many as
 * those of `p`; without a demand they are one, also if `p` fails or never ends. `x` is a program of its own, async if `p` is:
 * `yield* lazily(x)` is `x`.
 *
 * ```ts
 * import { amb, lazily, solve } from 'multishot'
 *
 * const coin = function* () {
 *   return yield* amb('heads', 'tails')
 * }
 * const independent = solve(function* () {
 *   return [yield* coin(), yield* coin()].join(' ')
 * })
 * console.log(independent.toArray()) // → [ 'heads heads', 'heads tails', 'tails heads', 'tails tails' ]
 *
 * const shared = solve(function* () {
 *   const tossed = yield* lazily(coin)
 *   if (yield* amb(true, false)) return 'nobody looked'
 *   return [yield* tossed(), yield* tossed()].join(' ')
 * })
 * console.log(shared.toArray()) // → [ 'nobody looked', 'heads heads', 'tails tails' ]
 * ```
 *
 * A choice that is to be made at once, whether needed or not, is `const x = yield* p()`. A demand inside an operator that
 * leaves nothing behind (`not`, `collect`, `count`, `forall`, `split`) is not remembered outside.
 *
 * @throws {MultishotError} MS3107 when `program` is no function.
 */
export function* lazily<P extends AnyProgram>(program: P): Generator<never, Sharing<P>, any> {
  checkProgram('the program of lazily', program)
  let isKnown = false
  let answer: unknown

  function* plain(made: ReturnType<Program<unknown>> | null) {
    if (!isKnown) {
      answer = yield* made!
      isKnown = true
    }
    return answer
  }

  async function* awaiting(made: ReturnType<AsyncProgram<unknown>>) {
    if (!isKnown) {
      answer = yield* made
      isKnown = true
    }
    return answer
  }

  return (() => {
    if (isKnown) return plain(null)
    // Nothing of it has run yet, nor will if somebody else asks first.
    const made = program()
    return Symbol.asyncIterator in made ? awaiting(made) : plain(made)
  }) as never
}
