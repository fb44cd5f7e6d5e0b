// Alternatives that take turns.

import { checkProgram, Scoped } from './scoped.ts'
import type { AnswerOf, AnyProgram, AskedOf } from './program.ts'

/**
 * Like `either`, but after each success the next program has its turn: so that one with infinitely many solutions
 * does not keep the others waiting.
 *
 * Law: the solutions are those of `either`; of each program in its own order. Where laws fail: it is not
 * associative, and a program that searches for ever without a success keeps its turn, except under `fair`.
 *
 * ```ts
 * import { choose, interleave, solve } from 'multishot'
 *
 * function* from(n: number) {
 *   for (;;) yield n++
 * }
 * const mixed = solve(function* () {
 *   return yield* interleave(
 *     function* () { return yield* choose(from(0)) },
 *     function* () { return yield* choose('ab') },
 *   )
 * })
 * console.log(...mixed.take(6)) // → 0 a 1 b 2 3
 * ```
 *
 * @throws {MultishotError} MS3107 when an alternative is no function.
 */
export function interleave<Programs extends readonly AnyProgram[]>(
  ...programs: Programs
): Scoped<AnswerOf<Programs[number]>, AskedOf<Programs[number]>> {
  programs.forEach((program, at) => checkProgram(`alternative ${at + 1} of interleave`, program))
  return new Scoped({ operator: 'interleave', programs })
}
