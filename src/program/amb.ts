// McCarthy's ambiguous operator: one of these values, whichever lets the rest of the program succeed.
//
// Source: McCarthy, "A Basis for a Mathematical Theory of Computation" (1963).

import { Choice } from './choice.ts'

/**
 * One of `options`; the search tries them from left to right.
 *
 * Law: `amb() = fail()`, and in a program's solutions `amb(a, b) = a's solutions, then b's` (depth first).
 *
 * ```ts
 * import { amb, solve } from 'multishot'
 *
 * const pairs = solve(function* () {
 *   const n = yield* amb(1, 2)
 *   const c = yield* amb('a', 'b')
 *   return `${n}${c}`
 * })
 * console.log(pairs.toArray()) // → [ '1a', '1b', '2a', '2b' ]
 * ```
 *
 * An option belongs to the branch that receives it: changing it is seen by no other branch.
 */
export function amb<Options extends readonly unknown[]>(...options: Options): Choice<Options[number]> {
  return new Choice(options)
}
