// The choice without options: this branch has no solution.

import { FAILURE, Failure } from '../runtime/effect.ts'

/**
 * Ends the branch. Nothing after `yield* fail()` runs, and what it was to be assigned to may have any
 * type, for no value ever arrives.
 *
 * Law: `fail() = amb()`; `fail()` then anything `= fail()`.
 *
 * ```ts
 * import { amb, fail, solve } from 'multishot'
 *
 * const odd = solve(function* () {
 *   const n = yield* amb(1, 2, 3)
 *   return n % 2 === 1 ? n : yield* fail('even')
 * })
 * console.log(odd.toArray()) // → [ 1, 3 ]
 * ```
 *
 * Failing is not throwing: `catch` does not see it, and `finally` blocks of the branch do not run. What the branch
 * opened with `resource` is closed.
 */
export function fail(reason?: string): Failure {
  return reason === undefined ? FAILURE : new Failure(reason)
}
