// Call-time choice with demand: a choice that is made when it is first needed, and only once.
//
// Source: Fischer, Kiselyov & Shan, "Purely Functional Lazy Non-deterministic Programming" (2009), where it is `share`.
// The name is another one here, because `share(value)` says what clones do with a value.

import { checkProgram } from '../scoped.ts'
import type { AskedOf, AnswerOf, Program } from '../program.ts'

/**
 * Gives a program that stands for one answer of `program`, whichever: it runs `program` when it is asked for the
 * first time, and all who ask later in the same branch get the same answer. Where nobody asks, no choice is made.
 *
 * Law: `const x = yield* lazily(p)`, then `yield* x()` twice, gives two equal answers, and the solutions are as many as
 * those of `p`; without a demand they are one, also if `p` fails or never ends. `x` is a program of its own:
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
// oxlint-disable-next-line typescript/no-explicit-any -- a program of whatever effects
export function* lazily<P extends Program<unknown, any>>(
  program: P,
): Generator<never, Program<AnswerOf<P>, AskedOf<P>>, any> {
  checkProgram('the program of lazily', program)
  let isKnown = false
  let answer: unknown
  return function* () {
    if (!isKnown) {
      answer = yield* program()
      isKnown = true
    }
    return answer
  } as never
}
