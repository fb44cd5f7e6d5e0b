// Prolog's cut, with a stated reach.

import { checkProgram, Commit, Scoped } from './scoped.ts'
import type { AnswerOf, AnyProgram, AskedOf } from './program.ts'

/**
 * Runs `program` as a part of this one; a `commit` inside reaches no further.
 *
 * Law: `scope(p) = p`, if `p` does not commit.
 *
 * @throws {MultishotError} MS3107 when `program` is no function.
 */
export function scope<P extends AnyProgram>(program: P): Scoped<AnswerOf<P>, AskedOf<P>> {
  checkProgram('the program of scope', program)
  return new Scoped({ operator: 'scope', program })
}

/**
 * Gives up all other branches of the innermost program that an operator runs (`scope`, `once`, `ifte` …), or of the
 * whole search outside of such. Choices that come later are not concerned.
 *
 * Law: `once(p) = scope(function* () { const x = yield* p(); yield* commit(); return x })`. Where it fails: a commit in
 * one alternative of `either` gives up the others, so `either` of such programs is not what they are alone; put each
 * into a `scope`.
 *
 * ```ts
 * import { amb, commit, guard, scope, solve } from 'multishot'
 *
 * const words = solve(function* () {
 *   const first = yield* scope(function* () {
 *     const n = yield* amb(1, 2, 3)
 *     yield* guard(n > 1)
 *     yield* commit()
 *     return `${n}${yield* amb('a', 'b')}`
 *   })
 *   return first + (yield* amb('x', 'y'))
 * })
 * console.log(...words) // → 2ax 2ay 2bx 2by
 * ```
 */
export function commit(): Commit {
  return COMMIT
}

const COMMIT = new Commit()
