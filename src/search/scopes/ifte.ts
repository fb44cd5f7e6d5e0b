// `ifte`: the soft cut. All solutions of the condition go on, and only if there was none does the other program.

import type { AnyProgram } from '../../program/index.ts'
import type { Frame } from '../../runtime/index.ts'
import { Entries } from '../choice-point.ts'
import type { ChoicePoint } from '../choice-point.ts'
import type { Strategy } from '../frontier.ts'
import { Scope } from '../scope.ts'
import type { Outcome } from '../scope.ts'

type Continuation = (answer: unknown) => ReturnType<AnyProgram>

export class Ifte extends Scope {
  private succeeded = false
  private readonly otherwise: AnyProgram

  constructor(
    stack: Frame,
    entry: ChoicePoint,
    strategy: Strategy,
    condition: AnyProgram,
    then: Continuation,
    otherwise: AnyProgram,
  ) {
    super(stack, entry, strategy)
    this.otherwise = otherwise
    this.enterCopy(condition, then)
  }

  left({ stack, value, carried, from }: Outcome): ChoicePoint {
    this.succeeded = true
    const then = carried as Continuation
    return new Entries(stack!, from.depth, [() => then(value)]).comesFrom(from)
  }

  override exhausted(): ChoicePoint | null {
    if (this.succeeded) return null
    return this.instead(this.otherwise)
  }

  /** The other branches of the condition go on; to have come to an error is not to have failed. */
  override threw(stack: Frame | null): Frame {
    this.succeeded = true
    return stack!
  }
}
