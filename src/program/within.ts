// A part of a program with a budget of its own.

import { badBudget, notABudget, unknownBound } from './errors.ts'
import { checkProgram, Scoped } from './scoped.ts'
import type { Budget, Spent } from './scoped.ts'
import type { AnswerOf, AnyProgram, AskedOf } from './program.ts'

type MadeBy<Otherwise extends Spent> = () => ReturnType<Otherwise>

/**
 * Runs `program` as a part of this one, within `budget`: its answers go on as they are found, and when the budget is
 * spent, its other branches are given up. Then `spent`, if there is one, goes on in their place, as one more branch that
 * is told which bound was reached. It sees nothing of what `program` did to variables that it closes over.
 *
 * Steps, forks and time are those that are taken inside, by all branches together; depth is counted from where the
 * program is entered. Budgets may be nested, and the bounds of the search hold too.
 *
 * Law: `within({}, p) = p`; `within({ solutions: 1 }, p) = once(p)`; `within(a, () => within(b, p))` explores no more than
 * the smaller of two bounds of a kind.
 *
 * ```ts
 * import { amb, collect, solve, within } from 'multishot'
 *
 * function* naturals(): Generator<any, number, any> {
 *   for (let n = 0; ; n++) if (yield* amb(true, false)) return n
 * }
 * const found = solve(function* () {
 *   return yield* collect(function* () {
 *     return yield* within({ steps: 9 }, naturals, function* (reason) { return `and more (${reason})` })
 *   })
 * })
 * console.log(found.toArray()) // → [ [ 0, 1, 2, 3, 'and more (steps)' ] ]
 * ```
 *
 * Without `spent` nothing tells the program that branches were given up; the status of the search does, with
 * the reason `pruned`.
 *
 * @throws {MultishotError} MS3107 when `program` or `spent` is no function; MS3111, MS3112, MS3113 for a budget that is none.
 */
export function within<P extends AnyProgram>(budget: Budget, program: P): Scoped<AnswerOf<P>, AskedOf<P>>
export function within<P extends AnyProgram, Otherwise extends Spent>(
  budget: Budget,
  program: P,
  spent: Otherwise & Spent,
): Scoped<AnswerOf<P> | AnswerOf<MadeBy<Otherwise>>, AskedOf<P> | AskedOf<MadeBy<Otherwise>>>
export function within(budget: Budget, program: AnyProgram, spent?: Spent): Scoped<unknown> {
  checkBudget(budget)
  checkProgram('the program of within', program)
  if (spent !== undefined) checkProgram('what within goes on with', spent)
  return new Scoped({ operator: 'within', program, budget: { ...budget }, otherwise: spent ?? null } as never)
}

const bounds = ['solutions', 'steps', 'forks', 'depth', 'frontier', 'memory', 'time'] as const

function checkBudget(budget: unknown): void {
  if (typeof budget !== 'object' || budget === null) throw notABudget(budget)
  for (const [name, bound] of Object.entries(budget)) {
    if (!(bounds as readonly string[]).includes(name)) throw unknownBound(name, bounds)
    if (bound !== undefined && !(typeof bound === 'number' && bound >= 0)) throw badBudget(name, bound)
  }
}
