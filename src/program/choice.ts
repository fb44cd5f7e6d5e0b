// The effect behind `amb` and `choose`: go on once with each of these.
//
// Law: the options of a choice never change, so a choice may be made once and asked many times.
//
// Programs make choices all the time, and `Object.freeze` costs more than all else about making one: more
// than a tenth of n-queens. A private field without a setter is as unchangeable and costs nothing.

import { Effect } from '../runtime/effect.ts'

/** Asks the search to go on once with each option, in their order. */
export class Choice<Option> extends Effect<Option> {
  readonly #options: readonly Option[] | Iterable<Option>

  constructor(options: readonly Option[] | Iterable<Option>) {
    super()
    this.#options = options
  }

  override get tag(): 'choice' {
    return 'choice'
  }

  /** An array here is this choice's own; anything else is iterated anew by everyone who asks. */
  get options(): readonly Option[] | Iterable<Option> {
    return this.#options
  }
}
