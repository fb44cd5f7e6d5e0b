// The operators that ask about a program as a whole: the caller goes on once, with what they found out.

import type { AnyProgram } from '../../program/index.ts'
import type { Frame } from '../../runtime/index.ts'
import type { ChoicePoint } from '../choice-point.ts'
import type { Strategy } from '../frontier.ts'
import { Scope } from '../scope.ts'
import type { Outcome } from '../scope.ts'

/** The program stands apart, so its branches leave nothing behind but their answers. */
abstract class Apart extends Scope {
  constructor(stack: Frame, entry: ChoicePoint, strategy: Strategy, program: AnyProgram, carried?: unknown) {
    super(stack, entry, strategy)
    this.enterApart(program, carried)
  }
}

/** `not`: goes on if no branch comes out. */
export class Not extends Apart {
  left(): null {
    this.finish()
    return null
  }
  override exhausted(): ChoicePoint {
    return this.back(undefined)
  }
}

/** `collect`. */
export class Collect extends Apart {
  private readonly answers: unknown[] = []
  left({ value }: Outcome): null {
    this.answers.push(value)
    return null
  }
  override exhausted(): ChoicePoint {
    return this.back(this.answers)
  }
}

/** `count`. */
export class Count extends Apart {
  private answers = 0
  left(): null {
    this.answers++
    return null
  }
  override exhausted(): ChoicePoint {
    return this.back(this.answers)
  }
}

/** `forall`: goes on if what the marker carries holds of all. */
export class Forall extends Apart {
  left({ value, carried }: Outcome): null {
    if (!(carried as (answer: unknown) => boolean)(value)) this.finish()
    return null
  }
  override exhausted(): ChoicePoint {
    return this.back(undefined)
  }
}
