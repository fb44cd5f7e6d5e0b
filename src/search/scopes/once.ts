// `once`: whoever comes out first is the last.

import type { AnyProgram } from '../../program/index.ts'
import type { Frame } from '../../runtime/index.ts'
import type { ChoicePoint } from '../choice-point.ts'
import type { Strategy } from '../frontier.ts'
import { Scope } from '../scope.ts'
import type { Outcome } from '../scope.ts'

export class Once extends Scope {
  constructor(stack: Frame, entry: ChoicePoint, strategy: Strategy, program: AnyProgram) {
    super(stack, entry, strategy)
    this.enter(program)
  }

  left(outcome: Outcome): ChoicePoint {
    this.finish()
    return this.out(outcome, outcome.value)
  }
}
