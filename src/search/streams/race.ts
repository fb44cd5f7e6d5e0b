// Several async streams, whichever is first.

import { Sources } from '../async-source.ts'
import type { AsyncSource } from '../async-source.ts'
import { arrived, AsyncStream } from '../async-stream.ts'
import type { AsyncCell } from '../async-stream.ts'
import { addEfforts, bothEnded } from '../status.ts'
import type { Ended } from '../status.ts'
import { failed } from '../stream.ts'
import { effortOf, NOTHING } from './together.ts'

/**
 * The values of all `sources` as they arrive; among those that have arrived, the one whose source has waited
 * longest since it gave one. Ends when all have, with the gravest of their reasons and the effort of all.
 *
 * Consumes: the next value of every source at once. However it is walked, and how often, the order is that of
 * the first walk.
 *
 * ```ts
 * import { AsyncStream } from 'multishot'
 * import { race } from 'multishot/streams'
 *
 * const after = (milliseconds: number, value: string) =>
 *   AsyncStream.of(value).map(async (it) => {
 *     await new Promise((resolve) => setTimeout(resolve, milliseconds))
 *     return it
 *   })
 * console.log(await race(after(50, 'slow'), after(1, 'fast')).toArray()) // → [ 'fast', 'slow' ]
 * ```
 */
export function race<A>(...sources: readonly AsyncStream<A>[]): AsyncStream<A> {
  return raced(sources, Sources.of(...sources), NOTHING)
}

/** `before` is what those that have ended were together. */
function raced<A>(
  places: readonly AsyncStream<A>[],
  source: AsyncSource | undefined,
  before: Ended,
): AsyncStream<A> {
  return new AsyncStream(
    async () => {
      let waiting = places
      let end = before
      while (waiting.length > 0) {
        const { place, cell } = await Promise.race(waiting.map(arrival))
        waiting = waiting.filter((other) => other !== place)
        if (cell.reason === 'found') return arrived(cell.value, raced([...waiting, cell.rest], source, end))
        if (cell.reason === 'failed') return failed(cell.error, effortOf(waiting, addEfforts(end, cell)))
        end = bothEnded(end, cell)
      }
      return end
    },
    effortOf(places, before),
    source,
  )
}

async function arrival<A>(place: AsyncStream<A>): Promise<{ place: AsyncStream<A>; cell: AsyncCell<A> }> {
  return { place, cell: await place.open() }
}
