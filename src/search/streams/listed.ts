// A stream of values that are known already, at the end of some work.

import type { Ended, Failed } from '../status.ts'
import { derive, found, kindOf, opened } from './derive.ts'
import type { AnyCell, AnyStream, Opening } from './derive.ts'

/** The `values` from `index` on, then `end`. */
export function listed<A>(
  like: AnyStream<unknown>,
  values: readonly A[],
  end: Ended,
  index = 0,
): AnyStream<A> {
  return derive(like, () => cellAt(like, values, end, index), end)
}

// oxlint-disable-next-line require-yield -- nothing has to be opened
function* cellAt<A>(
  like: AnyStream<unknown>,
  values: readonly A[],
  end: Ended,
  index: number,
): Opening<AnyCell<A>> {
  return index === values.length ? end : found(values[index]!, listed(like, values, end, index + 1))
}

/** `value`, which is what all of `source` comes to, and the end of `source`. A failure comes to nothing. */
export function* answered<A>(source: AnyStream<unknown>, value: A, end: Ended | Failed): Opening<AnyCell<A>> {
  return end.reason === 'failed' ? end : yield* opened(listed(kindOf(source), [value], end))
}
