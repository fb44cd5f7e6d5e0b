// The best value of a stream. A stream has been searched when it comes here, so nothing is pruned: in the program itself,
// the operators of the same names give up branches that cannot become better.

import { notAValue } from '../errors.ts'
import { derive, found, opened } from './derive.ts'
import type { AnyCell, AnyStream, Like, Opening, ValueOf } from './derive.ts'
import { answered } from './listed.ts'

/**
 * Every value of `source` that comes to less, by `value`, than all before it. So the last one is the least, and whoever
 * stops earlier has the best so far.
 *
 * Consumes: for k values, up to the k-th improvement; holds none.
 *
 * ```ts
 * import { Stream } from 'multishot'
 * import { optimize } from 'multishot/streams'
 *
 * const offers = Stream.of({ shop: 'a', price: 30 }, { shop: 'b', price: 50 }, { shop: 'c', price: 20 })
 * console.log(...optimize(offers, ({ price }) => price).map(({ shop }) => shop)) // → a c
 * ```
 *
 * Throws MS3008 to whoever walks there when a value is no number.
 */
export function optimize<S extends AnyStream<unknown>>(
  source: S,
  value: (each: ValueOf<S>) => number,
): Like<S, ValueOf<S>> {
  return improvements(source as AnyStream<ValueOf<S>>, value, 1, Infinity) as Like<S, ValueOf<S>>
}

/**
 * The value of `source` for which `value` is the least; of equals, the first.
 *
 * Law: the last of `optimize(s, f)`, and none if there is none.
 *
 * Consumes: all, and holds one.
 *
 * ```ts
 * import { amb, solve } from 'multishot'
 * import { maximize, minimize } from 'multishot/streams'
 *
 * const rectangles = solve(function* () {
 *   const width = yield* amb(1, 2, 3, 4, 5)
 *   return { width, area: width * (6 - width) }
 * })
 * const [least] = minimize(rectangles, ({ area }) => area)
 * const [greatest] = maximize(rectangles, ({ area }) => area)
 * console.log(least, greatest) // → { width: 1, area: 5 } { width: 3, area: 9 }
 * ```
 *
 * Throws as `optimize`.
 */
export function minimize<S extends AnyStream<unknown>>(
  source: S,
  value: (each: ValueOf<S>) => number,
): Like<S, ValueOf<S>> {
  return optimum(source, value, 1)
}

/**
 * The value of `source` for which `value` is the greatest; of equals, the first.
 *
 * Law: `maximize(s, f) = minimize(s, (x) => -f(x))`.
 *
 * Consumes and throws as `minimize`.
 */
export function maximize<S extends AnyStream<unknown>>(
  source: S,
  value: (each: ValueOf<S>) => number,
): Like<S, ValueOf<S>> {
  return optimum(source, value, -1)
}

type Sign = 1 | -1

function improvements<A>(
  place: AnyStream<A>,
  value: (each: A) => number,
  sign: Sign,
  least: number,
): AnyStream<A> {
  return derive(place, () => improvement(place, value, sign, least))
}

/** The first from `place` on that comes to less than `least`. */
function* improvement<A>(
  place: AnyStream<A>,
  value: (each: A) => number,
  sign: Sign,
  least: number,
): Opening<AnyCell<A>> {
  let cell = yield* opened(place)
  for (; cell.reason === 'found'; cell = yield* opened(cell.rest)) {
    const own: unknown = value(cell.value)
    if (typeof own !== 'number' || Number.isNaN(own)) throw notAValue(own)
    const total = sign * own
    if (total < least) return found(cell.value, improvements(cell.rest, value, sign, total))
  }
  return cell
}

function optimum<S extends AnyStream<unknown>>(
  source: S,
  value: (each: ValueOf<S>) => number,
  sign: Sign,
): Like<S, ValueOf<S>> {
  type A = ValueOf<S>
  return derive<S, A>(source, function* () {
    let best: { readonly value: A } | null = null
    let cell = yield* opened(improvements(source as AnyStream<A>, value, sign, Infinity))
    for (; cell.reason === 'found'; cell = yield* opened(cell.rest)) best = cell
    return best === null ? cell : yield* answered(source, best.value, cell)
  })
}
