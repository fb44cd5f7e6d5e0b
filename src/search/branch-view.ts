// A branch as strategies show it to functions of the user's.

import { framesOf } from '../runtime/index.ts'
import type { Frame } from '../runtime/index.ts'
import type { ChoicePoint } from './choice-point.ts'

/** A branch that waits at a choice. */
export interface Branch {
  /** What its `cost` effects add up to. */
  readonly cost: number
  /** What the rest costs at least, as its last `estimate` has it, less what has been paid since; else 0. */
  readonly estimate: number
  /** How many choices lie behind it. */
  readonly depth: number
  /**
   * The variables that are live where it waits, by the names in the program; of several by one name, the innermost.
   * They are the branch's own: to be read only. One that is about to be overwritten is not live, such as `at` while
   * `at += yield* amb(-1, 1)` waits.
   */
  readonly variables: Readonly<Record<string, unknown>>
}

export class BranchView implements Branch {
  readonly #point: ChoicePoint
  /** Where the branch waits, and where the scopes around it were entered. */
  readonly #stacks: readonly Frame[]

  constructor(point: ChoicePoint) {
    const stacks = [point.stack]
    let inner = point
    for (let at = inner.within(); at !== null; at = inner.within()) {
      inner = at
      stacks.unshift(at.stack)
    }
    this.#point = inner
    this.#stacks = stacks
  }

  get cost(): number {
    return this.#point.cost
  }

  get estimate(): number {
    const { bound, cost } = this.#point
    return bound > cost ? bound - cost : 0
  }

  get depth(): number {
    return this.#point.depth
  }

  get variables(): Readonly<Record<string, unknown>> {
    const result: Record<string, unknown> = {}
    for (const { variables, enclosing } of this.#stacks.flatMap((stack) => framesOf(stack))) {
      for (const { name, value } of [...variables, ...enclosing])
        if (!Object.hasOwn(result, name)) result[name] = value
    }
    return result
  }
}
