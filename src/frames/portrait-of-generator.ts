// The portrait of a generator that a user holds (src/runtime/portrait.ts).

import type { AnyIterator } from '../runtime/fork.ts'
import { requireCursor } from '../runtime/cursors.ts'
import { draw } from '../runtime/portrait.ts'
import type { Portrait } from '../runtime/portrait.ts'

/** `what` names the generator in messages. */
export function portraitOfGenerator(generator: AnyIterator, what: string): Portrait {
  const { maker } = requireCursor(generator, what)
  return draw((to) => {
    to.leaveOut(maker)
    to.part(generator)
  })
}
