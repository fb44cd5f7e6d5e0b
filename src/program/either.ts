// Alternatives that are programs: all solutions of the first, then all of the second, and so on.

import { Effect } from '../runtime/effect.ts'
import { notAnAlternative } from './errors.ts'
import type { AnswerOf, AnyProgram, AskedOf, ProgramOf } from './program.ts'

/** Asks the search to go on once with each answer of each program. */
export class Either<Answer, Asked extends Effect<unknown> = Effect<unknown>> extends Effect<Answer> {
  readonly tag = 'either'
  readonly programs: readonly ProgramOf<Answer, Asked>[]
  constructor(programs: readonly ProgramOf<Answer, Asked>[]) {
    super()
    this.programs = programs
    Object.freeze(this)
  }
}

/**
 * The answer of one of `programs`; the search tries them from left to right.
 *
 * Law: `either(function* () { return yield* amb(a, b) }, function* () { return c }) = amb(a, b, c)`, and
 * `either() = fail()`.
 *
 * ```ts
 * import { amb, either, fail, solve } from 'multishot'
 *
 * const digits = () => amb(0, 1)
 * const values = solve(function* () {
 *   return yield* either(
 *     function* () { return yield* digits() },
 *     function* () { return 'x' },
 *     function* () { return yield* fail() },
 *   )
 * })
 * console.log(values.toArray()) // → [ 0, 1, 'x' ]
 * ```
 *
 * A program starts when its branch does, with that branch's own copy of the variables it closes over.
 *
 * @throws {MultishotError} MS3102 when an alternative is not a function.
 */
export function either<Programs extends readonly AnyProgram[]>(
  ...programs: Programs
): Either<AnswerOf<Programs[number]>, AskedOf<Programs[number]>> {
  programs.forEach((program, index) => {
    if (typeof program !== 'function') throw notAnAlternative(program, index)
  })
  return new Either(programs as readonly ProgramOf<AnswerOf<Programs[number]>, AskedOf<Programs[number]>>[])
}
