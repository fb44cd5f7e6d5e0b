// If-then-else over programs: the soft cut.

import { checkProgram, Scoped } from './scoped.ts'
import type { AnswerOf, AnyProgram, AskedOf } from './program.ts'

/** What a condition's answer goes on with. */
type Continuation<Given> = (answer: Given) => ReturnType<AnyProgram>
type GivenBy<Then> = Then extends (...given: never[]) => infer Made ? () => Made : never
type AnswerIn<Then> = GivenBy<Then> extends AnyProgram ? AnswerOf<GivenBy<Then>> : never
type AskedIn<Then> = GivenBy<Then> extends AnyProgram ? AskedOf<GivenBy<Then>> : never

/**
 * If `condition` has solutions, `then` goes on with each of them; if it has none, `otherwise` runs instead. Unlike
 * `once`, it gives up no solution of the condition.
 *
 * Law: `ifte(return a, t, e) = t(a)`; `ifte(fail, t, e) = e`; `ifte(either(return a, m), t, e)` is `t(a)`, then `t` of
 * the rest. Where one expects more: a branch that `then` fails for does not make `otherwise` run.
 *
 * ```ts
 * import { amb, fail, guard, ifte, solve } from 'multishot'
 *
 * const factors = solve(function* () {
 *   const n = yield* amb(6, 7)
 *   return yield* ifte(
 *     function* () {
 *       const d = yield* amb(2, 3, 5)
 *       yield* guard(n % d === 0)
 *       return d
 *     },
 *     function* (d) { return `${d} divides ${n}` },
 *     function* () { return `${n} has no small factor` },
 *   )
 * })
 * for (const each of factors) console.log(each)
 * // → 2 divides 6
 * // → 3 divides 6
 * // → 7 has no small factor
 * ```
 *
 * What `condition` does to variables that it closes over is seen by `then`, in each branch its own, and not by
 * `otherwise`.
 *
 * @throws {MultishotError} MS3107 when one of the three is no function.
 */
export function ifte<
  Condition extends AnyProgram,
  Then extends Continuation<AnswerOf<Condition>>,
  Otherwise extends AnyProgram,
>(
  condition: Condition,
  then: Then & Continuation<AnswerOf<Condition>>,
  otherwise: Otherwise,
): Scoped<AnswerIn<Then> | AnswerOf<Otherwise>, AskedOf<Condition> | AskedIn<Then> | AskedOf<Otherwise>> {
  checkProgram('the condition of ifte', condition)
  checkProgram('what ifte goes on with', then)
  checkProgram('the alternative of ifte', otherwise)
  return new Scoped({ operator: 'ifte', condition, go: then, otherwise } as never)
}
