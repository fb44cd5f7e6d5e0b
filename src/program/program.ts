// What a program is: a generator function without parameters. It describes one branch of a search, as if
// every choice came out right; running it many times over is the search's affair.

import type { Effect } from '../runtime/effect.ts'

/**
 * A generator function that returns an `Answer` and asks for effects out of `Asked`. Both are inferred:
 * `const x = yield* amb(1, 2)` types `x`, and the effects that a program asks for become part of its type,
 * so a solver that cannot answer one of them rejects the program at compile time.
 *
 * ```ts
 * import { amb, guard, solve, type Program } from 'multishot'
 *
 * const even: Program<number> = function* () {
 *   const n = yield* amb(1, 2, 3)
 *   yield* guard(n % 2 === 0)
 *   return n
 * }
 * console.log(solve(even).toArray()) // → [ 2 ]
 * ```
 *
 * Not promised: that a program is run from its start more than once, or at all.
 */
// oxlint-disable-next-line typescript/no-explicit-any -- each `yield*` types its own answer; a generator has only one type for all of them
export type Program<Answer, Asked extends Effect<unknown> = Effect<unknown>> = () => Generator<
  Asked,
  Answer,
  any
>

// oxlint-disable-next-line typescript/no-explicit-any -- the two inferences below need a program of whatever effects
export type AnyProgram = Program<unknown, any>
/** What a program returns. */
export type AnswerOf<P extends AnyProgram> = P extends Program<infer Answer, infer _> ? Answer : never
/** What a program asks for. */
export type AskedOf<P extends AnyProgram> =
  ReturnType<P> extends Generator<infer Asked, unknown, unknown> ? Extract<Asked, Effect<unknown>> : never
