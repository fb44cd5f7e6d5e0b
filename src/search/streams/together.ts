// What several streams are together, while they are walked in some turn: the sum of their efforts, and the
// gravest of their ends.

import { addEfforts, NO_EFFORT } from '../status.ts'
import type { Effort, Ended } from '../status.ts'
import { ended } from '../stream.ts'
import type { AnyStream } from './derive.ts'

/** The end of no stream at all. */
export const NOTHING: Ended = ended('exhausted', NO_EFFORT)

/** The work before these places, beside the work `done` elsewhere. */
export function effortOf(places: readonly AnyStream<unknown>[], done: Effort = NO_EFFORT): Effort {
  return places.reduce((sum, place) => addEfforts(sum, place.effort), addEfforts(done, NO_EFFORT))
}
