// A program out of an effect.

import type { Effect } from '../../runtime/effect.ts'
import type { Program } from '../program.ts'

/** The program that asks for `effect` and returns what it gets. */
export const ask = <Answer, Asked extends Effect<Answer>>(effect: Asked): Program<Answer, Asked> =>
  function* () {
    return yield* effect as Effect<Answer>
  } as Program<Answer, Asked>
