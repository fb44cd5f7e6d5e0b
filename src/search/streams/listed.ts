// A stream of values that are known already, at the end of some work.

import type { Ended } from '../status.ts'
import { derive, found } from './derive.ts'
import type { AnyStream, Like } from './derive.ts'

/** The `values` from `index` on, then `end`. */
export function listed<S extends AnyStream<unknown>, A>(
  like: S,
  values: readonly A[],
  end: Ended,
  index = 0,
): Like<S, A> {
  return derive<S, A>(
    like,
    // oxlint-disable-next-line require-yield -- nothing has to be opened
    function* () {
      if (index === values.length) return end
      return found(values[index]!, listed(like, values, end, index + 1) as AnyStream<A>)
    },
    end,
  )
}
