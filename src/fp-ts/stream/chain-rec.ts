// Recursion through streams without a deep stack.
//
// Law: `chainRec(f)(a) = f(a).flatMap((e) => isLeft(e) ? chainRec(f)(e.left) : of(e.right))`. Depth first: what a
// `left` leads to stands in its place.

import type { ChainRec1 } from 'fp-ts/lib/ChainRec.js'
import { isLeft } from 'fp-ts/lib/Either.js'
import type { Either } from 'fp-ts/lib/Either.js'
import { Stream } from '../../search/index.ts'
import type { Effort, Ended } from '../../search/index.ts'
import { addEfforts, bothEnded, NO_EFFORT } from '../../search/status.ts'
import { ended, failed, found } from '../../search/stream.ts'
import { Chain } from './monad.ts'
import type { URI } from './uri.ts'

/** The streams that have been left for what one of their values led to, the last one on top. */
interface Pending<A, B> {
  readonly stream: Stream<Either<A, B>>
  readonly below: Pending<A, B> | null
  /** The work before all these places. */
  readonly effort: Effort
}

/**
 * Each `right` that `f(start)` gives is a solution; each `left` goes on with `f` of it.
 *
 * ```ts
 * import { left, right } from 'fp-ts/lib/Either.js'
 * import { Stream } from 'multishot'
 * import { stream } from 'multishot/fp-ts'
 *
 * const words = stream.chainRec((word: string) =>
 *   word.length === 2 ? Stream.of(right(word)) : Stream.of(left(`${word}a`), left(`${word}b`)),
 * )
 * console.log(words('').toArray()) // → [ 'aa', 'ab', 'ba', 'bb' ]
 * ```
 */
export const chainRec =
  <A, B>(f: (value: A) => Stream<Either<A, B>>) =>
  (start: A): Stream<B> =>
    // In a stream of its own, so that `f` is not called before somebody asks.
    new Stream(() => chained(f, pushed(f(start), null), ended('exhausted', NO_EFFORT)).open())

export const ChainRec: ChainRec1<URI> = { ...Chain, chainRec: (start, f) => chainRec(f)(start) }

function pushed<A, B>(stream: Stream<Either<A, B>>, below: Pending<A, B> | null): Pending<A, B> {
  return { stream, below, effort: below === null ? stream.effort : addEfforts(stream.effort, below.effort) }
}

/** `done` is what the streams that have ended were together. */
function chained<A, B>(
  f: (value: A) => Stream<Either<A, B>>,
  top: Pending<A, B> | null,
  done: Ended,
): Stream<B> {
  return new Stream(
    () => {
      let pending = top
      let end = done
      while (pending !== null) {
        const { stream, below }: Pending<A, B> = pending
        const cell = stream.open()
        if (cell.reason === 'failed') {
          const others = below === null ? end : addEfforts(end, below.effort)
          return failed(cell.error, addEfforts(others, cell))
        }
        if (cell.reason !== 'found') {
          end = bothEnded(end, cell)
          pending = below
          continue
        }
        pending = pushed(cell.rest, below)
        if (!isLeft(cell.value)) return found(cell.value.right, chained(f, pending, end))
        pending = pushed(f(cell.value.left), pending)
      }
      return end
    },
    top === null ? done : addEfforts(done, top.effort),
  )
}
