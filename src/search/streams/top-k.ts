// The best few of a stream, in memory for these few.

import { graver } from '../status.ts'
import { derive, kindOf, opened } from './derive.ts'
import type { AnyStream, Like, ValueOf } from './derive.ts'
import { listed } from './listed.ts'
import { inTurn } from './order.ts'
import type { Order } from './order.ts'

/**
 * The `count` values of `source` that come first in the first order that tells them apart, equal ones as they
 * came. Ends with `limit` when there were more, or with the bound that stopped `source`: then better ones may
 * not have been found.
 *
 * Law: `topK(s, k, o)` has the values of `orderBy(s, o).take(k)`.
 *
 * Consumes: all of `source` with the first value, but holds no more than `count` values at a time.
 *
 * ```ts
 * import { amb, solve } from 'multishot'
 * import { descending, topK } from 'multishot/streams'
 *
 * const rolls = solve(function* () {
 *   return [yield* amb(1, 2, 3), yield* amb(1, 2, 3)]
 * })
 * const best = topK(rolls, 2, descending(([a, b]) => a + b))
 * console.log(best.toArray(), best.status.reason) // → [ [ 3, 3 ], [ 2, 3 ] ] limit
 * ```
 */
export function topK<S extends AnyStream<unknown>>(
  source: S,
  count: number,
  ...orders: readonly Order<ValueOf<S>>[]
): Like<S, ValueOf<S>> {
  const order = inTurn(orders)
  return derive<S, ValueOf<S>>(source, function* () {
    const best: ValueOf<S>[] = []
    let dropped = false
    let cell = yield* opened(source as AnyStream<ValueOf<S>>)
    for (; cell.reason === 'found'; cell = yield* opened(cell.rest)) {
      insert(best, cell.value, order)
      if (best.length <= count) continue
      best.pop()
      dropped = true
    }
    if (cell.reason === 'failed') return cell
    const end = dropped ? { ...cell, reason: graver('limit', cell.reason) } : cell
    return yield* opened(listed(kindOf(source), best, end))
  })
}

/** Puts `value` behind all that do not come after it. */
function insert<A>(sorted: A[], value: A, order: Order<A>): void {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (order(sorted[middle]!, value) <= 0) low = middle + 1
    else high = middle
  }
  sorted.splice(low, 0, value)
}
