// The effect behind `amb` and `choose`: go on once with each of these.
//
// Law: the options of a choice never change, so a choice may be made once and asked many times.
//
// Programs make choices all the time, and `Object.freeze` costs more than all else about making one: more
// than a tenth of n-queens. A private field without a setter is as unchangeable and costs nothing.

import { Effect } from '../runtime/effect.ts'
import { isPrimitive } from '../runtime/primitive.ts'

/** Asks the search to go on once with each option, in their order. */
export class Choice<Option> extends Effect<Option> {
  readonly #options: readonly Option[] | Iterable<Option>
  readonly #primitives: number

  constructor(options: readonly Option[] | Iterable<Option>) {
    super()
    this.#options = options
    this.#primitives = Array.isArray(options) ? leadingPrimitives(options) : 0
  }

  /**
   * The choice out of what `array` holds now. Loops choose from one array again and again; as choices never
   * change, an array that holds the same as last time gives the same choice.
   */
  static of<Option>(array: readonly Option[]): Choice<Option> {
    if (array !== lastArray || !holds(array, lastOptions)) {
      lastArray = array
      lastOptions = [...array]
      lastChoice = new Choice<unknown>(lastOptions)
    }
    return lastChoice as Choice<Option>
  }

  override get tag(): 'choice' {
    return 'choice'
  }

  /** An array here is this choice's own; anything else is iterated anew by everyone who asks. */
  get options(): readonly Option[] | Iterable<Option> {
    return this.#options
  }

  /** How many options of an array come before the first that is an object, which each branch needs a copy of. */
  get primitives(): number {
    return this.#primitives
  }
}

let lastArray: readonly unknown[] | null = null
let lastOptions: readonly unknown[] = []
let lastChoice: Choice<unknown> = new Choice<unknown>(lastOptions)

function leadingPrimitives(options: readonly unknown[]): number {
  for (let i = 0; i < options.length; i++) if (!isPrimitive(options[i])) return i
  return options.length
}

function holds(array: readonly unknown[], options: readonly unknown[]): boolean {
  if (array.length !== options.length) return false
  for (let i = 0; i < array.length; i++) if (!isSame(array[i], options[i])) return false
  return true
}

/** Tells 0 from -0, but no NaN from another: the numbers of most choices are then compared fastest. */
function isSame(a: unknown, b: unknown): boolean {
  return a === b && (a !== 0 || Object.is(a, b))
}
