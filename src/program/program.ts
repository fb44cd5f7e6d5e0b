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

/**
 * A program that may `await`: an `async function*` without parameters, for `solveAsync`. Effects are asked for by
 * `yield*` there too, and plain programs are run as a part of it in the same way.
 *
 * ```ts
 * import { amb, solveAsync, type AsyncProgram } from 'multishot'
 *
 * const doubled: AsyncProgram<number> = async function* () {
 *   const n = yield* amb(1, 2)
 *   return 2 * (await Promise.resolve(n))
 * }
 * console.log(await solveAsync(doubled).toArray()) // → [ 2, 4 ]
 * ```
 */
export type AsyncProgram<Answer, Asked extends Effect<unknown> = Effect<unknown>> = () => AsyncGenerator<
  Asked,
  Answer,
  // oxlint-disable-next-line typescript/no-explicit-any -- as above
  any
>

/** Stands in the type of an operator's effect for an async program inside: it asks for somebody who waits. Never asked. */
export interface Awaiting extends Effect<never> {
  readonly tag: 'awaiting'
}

/** A program of either kind. */
export type ProgramOf<Answer, Asked extends Effect<unknown>> = () =>
  | ReturnType<Program<Answer, Asked>>
  | ReturnType<AsyncProgram<Answer, Asked>>

// oxlint-disable-next-line typescript/no-explicit-any -- the inferences below need a program of whatever effects
export type AnyProgram = ProgramOf<unknown, any>
/** What a program returns. */
export type AnswerOf<P extends AnyProgram> = P extends ProgramOf<infer Answer, infer _> ? Answer : never
/** What a program asks for. */
export type AskedOf<P extends AnyProgram> = AskedBy<ReturnType<P>>

type AskedBy<Made> =
  Made extends Generator<infer Asked, unknown, unknown>
    ? Extract<Asked, Effect<unknown>>
    : Made extends AsyncGenerator<infer Asked, unknown, unknown>
      ? Extract<Asked, Effect<unknown>> | Awaiting
      : never
