// The effect behind `amb` and `choose`: go on once with each of these.
//
// Law: the options of a choice never change, so a choice may be made once and asked many times.

import { Effect } from '../runtime/effect.ts'

/** Asks the search to go on once with each option, in their order. */
export class Choice<Option> extends Effect<Option> {
  readonly tag = 'choice'
  /** An array here is this choice's own; anything else is iterated anew by everyone who asks. */
  readonly options: readonly Option[] | Iterable<Option>
  constructor(options: readonly Option[] | Iterable<Option>) {
    super()
    this.options = options
    Object.freeze(this)
  }
}
