// Memoised nondeterministic functions: what they are, and the effect that asks for their answers. The search
// keeps the tables (src/search/tables/).

import { Effect } from '../runtime/effect.ts'
import { closureOf } from '../runtime/closure.ts'
import { isSearching } from '../runtime/forking.ts'
import { badTabledOption, notATabledFunction, tabledInsideABranch } from './errors.ts'

/** Which answers count, and how long tables are kept. */
export interface TabledOptions<Answer> {
  /** Of the answers with equal keys only one counts. Default: the answer, or with `min`, `max` or `join` the same for all. */
  readonly key?: (answer: Answer) => unknown
  /** The one with the least number counts; of several, the first. Default: the first one counts. */
  readonly min?: (answer: Answer) => number
  /** The one with the greatest number counts; of several, the first. */
  readonly max?: (answer: Answer) => number
  /** Two answers become one, which counts in their place: the least upper bound of both. */
  readonly join?: (known: Answer, found: Answer) => Answer
  /** The most complete tables that are kept; the one that was not asked for longest is given up. Default: all. */
  readonly keep?: number
  /** Whether later searches find the complete tables of earlier ones. Default: each search has its own tables. */
  readonly lasting?: boolean
}

type Body<Args extends readonly unknown[], Answer, Asked extends Effect<unknown>> = (
  ...args: Args
  // oxlint-disable-next-line typescript/no-explicit-any -- as in `Program`: each `yield*` types its own answer
) => Generator<Asked, Answer, any>

/** The options, whatever the answers are. */
export interface AnyTabledOptions extends Omit<TabledOptions<never>, 'join'> {
  readonly join?: (known: never, found: never) => unknown
}

/** A function with its options: what tables are found by, together with arguments. */
export interface Definition<Answer, Asked extends Effect<unknown> = Effect<unknown>> {
  readonly name: string
  readonly body: Body<readonly unknown[], Answer, Asked>
  readonly options: AnyTabledOptions
}

/** Asks the search to go on once with each answer of the function for these arguments. */
export class Tabled<Answer, Asked extends Effect<unknown> = Effect<unknown>> extends Effect<Answer> {
  readonly tag = 'tabled'
  readonly definition: Definition<Answer, Asked>
  readonly args: readonly unknown[]
  constructor(definition: Definition<Answer, Asked>, args: readonly unknown[]) {
    super()
    this.definition = definition
    this.args = args
    Object.freeze(this)
  }
}

/**
 * The function whose answers are remembered: for equal arguments `body` runs once in a search, whoever asks, and
 * each answer counts once. So left recursion ends, and so does walking in circles: whoever asks for what is being
 * found out waits for its answers, and the table is complete when nobody can find another one.
 *
 * Law: if `body` ends without it, `yield* tabled(body)(…args)` has the distinct solutions of `yield* body(…args)`.
 *
 * ```ts
 * import { choose, either, solve, tabled } from 'multishot'
 *
 * const roads: Record<string, string[]> = { a: ['b'], b: ['c', 'd'], c: ['a'], d: [] }
 *
 * const reachable = tabled(function* (from: string): Generator<any, string, any> {
 *   return yield* either(
 *     function* () { return yield* choose(roads[from]!) },
 *     function* () { return yield* choose(roads[yield* reachable(from)]!) },
 *   )
 * })
 * console.log(...solve(function* () { return yield* reachable('a') })) // → b c a d
 * ```
 *
 * Without `tabled` the first one never ends. Of ways to the same place, `{ key, min }` keeps the shortest:
 *
 * ```ts
 * import { amb, choose, solve, tabled } from 'multishot'
 *
 * type Way = { to: string; length: number }
 * const roads: Record<string, Way[]> = {
 *   a: [{ to: 'b', length: 7 }, { to: 'c', length: 2 }],
 *   b: [{ to: 'a', length: 7 }],
 *   c: [{ to: 'b', length: 3 }, { to: 'a', length: 2 }],
 * }
 * const nearest = tabled(
 *   function* (from: string): Generator<any, Way, any> {
 *     if (yield* amb(true, false)) return { to: from, length: 0 }
 *     const way: Way = yield* nearest(from)
 *     const road = yield* choose(roads[way.to]!)
 *     return { to: road.to, length: way.length + road.length }
 *   },
 *   { key: ({ to }) => to, min: ({ length }) => length },
 * )
 * for (const { to, length } of solve(function* () { return yield* nearest('a') })) console.log(to, length)
 * // → a 0
 * // → c 2
 * // → b 5
 * ```
 *
 * Arguments and answers are compared as `distinct` does, and copied: neither a caller nor the body can change what
 * is remembered. What the body sees beside its arguments must not differ from call to call.
 *
 * Not promised: the order of answers, and how often they are found. What branches of the body pay (`cost`) does not
 * add to what the caller has paid. docs/tabling.md has the finer questions.
 *
 * @throws {MultishotError} MS3108 for what is no function, MS3109 for one that uses variables of the branch that calls
 * `tabled`, MS3110 for an option. While searching: MS3013 when `min` or `max` gives no number, MS3014 when an operator
 * such as `once` or `not` asks for answers that depend on its own, MS3015 for an argument that nothing equals, MS3016
 * for a `commit` in the body that has no `scope` around it.
 */
export function tabled<Args extends readonly unknown[], Answer, Asked extends Effect<unknown>>(
  body: (...args: Args) => Generator<Asked, Answer, any>,
  options: TabledOptions<NoInfer<Answer>> = {},
): (...args: Args) => Tabled<Answer, Asked> {
  check(body, options)
  const definition = { name: body.name, body, options: { ...options } } as Definition<Answer, Asked>
  return (...args) => new Tabled(definition, args)
}

const functions = ['key', 'min', 'max', 'join'] as const

function check(body: unknown, options: AnyTabledOptions): void {
  if (typeof body !== 'function') throw notATabledFunction(body)
  // Its answers are for all branches, but its variables would be those of this one.
  if (isSearching() && closureOf(body) !== undefined) throw tabledInsideABranch(body.name)
  for (const name of functions) {
    const option: unknown = options[name]
    if (option !== undefined && typeof option !== 'function')
      throw badTabledOption(name, 'a function of answers', option)
  }
  const { keep, lasting } = options
  if (keep !== undefined && !(typeof keep === 'number' && keep >= 0))
    throw badTabledOption('keep', 'a number that is not negative', keep)
  if (lasting !== undefined && typeof lasting !== 'boolean')
    throw badTabledOption('lasting', 'true or false', lasting)
  const ways = (['min', 'max', 'join'] as const).filter((name) => options[name] !== undefined)
  if (ways.length > 1) throw badTabledOption(ways[1]!, `left out beside ${ways[0]}`, options[ways[1]!])
}
