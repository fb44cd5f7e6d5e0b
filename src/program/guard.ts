// A condition that a branch must meet to go on.

import { FAILURE, Failure, PASS } from '../runtime/effect.ts'
import type { Pass } from '../runtime/effect.ts'

/**
 * Goes on when `condition` holds and ends the branch when it does not. `label` says what was asked, for
 * those who want to know why a branch ended.
 *
 * Law: `guard(true)` does nothing; `guard(false, label) = fail(label)`.
 *
 * ```ts
 * import { amb, guard, solve } from 'multishot'
 *
 * const solutions = solve(function* () {
 *   const n = yield* amb(1, 2, 3, 4)
 *   yield* guard(n > 2, 'n is large')
 *   return n
 * })
 * console.log(solutions.toArray()) // → [ 3, 4 ]
 * ```
 */
export function guard(condition: boolean, label?: string): Pass | Failure {
  if (condition) return PASS
  return label === undefined ? FAILURE : new Failure(label)
}
