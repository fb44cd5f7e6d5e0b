// All values of a stream, in order.

import { derive, kindOf, opened } from './derive.ts'
import type { AnyStream, Like, ValueOf } from './derive.ts'
import { listed } from './listed.ts'
import { inTurn } from './order.ts'
import type { Order } from './order.ts'

/**
 * The values of `source` in the first order that tells them apart, equal ones as they came; without an order,
 * by `<`. Ends as `source` does: when a bound stopped it, these are the values found until then, in order.
 *
 * Law: `orderBy(s, o).toArray() = s.toArray().sort(o)`.
 *
 * Consumes: all of `source` with the first value, so an infinite one never gives any. Of the best few,
 * `topK` holds only these.
 *
 * ```ts
 * import { amb, solve } from 'multishot'
 * import { ascending, descending, orderBy } from 'multishot/streams'
 *
 * const words = solve(function* () {
 *   return yield* amb('fig', 'apple', 'plum', 'kiwi')
 * })
 * const sorted = orderBy(words, descending((word) => word.length), ascending((word) => word))
 * console.log(sorted.toArray()) // → [ 'apple', 'kiwi', 'plum', 'fig' ]
 * ```
 */
export function orderBy<S extends AnyStream<unknown>>(
  source: S,
  ...orders: readonly Order<ValueOf<S>>[]
): Like<S, ValueOf<S>> {
  return derive<S, ValueOf<S>>(source, function* () {
    const values: ValueOf<S>[] = []
    let cell = yield* opened(source as AnyStream<ValueOf<S>>)
    for (; cell.reason === 'found'; cell = yield* opened(cell.rest)) values.push(cell.value)
    if (cell.reason === 'failed') return cell
    values.sort(inTurn(orders))
    return yield* opened(listed(kindOf(source), values, cell))
  })
}
