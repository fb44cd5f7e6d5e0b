// Branch and bound: a branch that cannot become better than the best one so far is given up where it stands.
//
// Source: Land & Doig, "An Automatic Method of Solving Discrete Programming Problems" (1960).

import type { AnyProgram } from '../../program/index.ts'
import { abandonStack } from '../../runtime/index.ts'
import type { Frame } from '../../runtime/index.ts'
import type { ChoicePoint, Way } from '../choice-point.ts'
import { notAValue } from '../errors.ts'
import type { Strategy } from '../frontier.ts'
import { Scope } from '../scope.ts'
import type { Outcome } from '../scope.ts'

type Value = (answer: unknown) => unknown

/** What is optimised beside the costs: `sign` times the value of the answer. */
export interface Objective {
  readonly value: Value | null
  readonly sign: 1 | -1
}

/** What `optimize` and `minimize` have in common. */
abstract class BranchAndBound extends Scope {
  /** What the best branch so far has come to. */
  private least = Infinity
  private readonly sign: number
  /** Whether costs alone say what a branch comes to at least; the value of an answer may be anything. */
  private readonly costsOnly: boolean

  constructor(
    stack: Frame,
    entry: ChoicePoint,
    strategy: Strategy,
    program: AnyProgram,
    { value, sign }: Objective,
  ) {
    super(stack, entry, strategy)
    this.costsOnly = value === null
    this.sign = sign
    const start = this.enter(program, value)
    // What the caller has estimated holds of the whole way, not of what is optimised here.
    if (start.bound !== -Infinity) start.bound = -Infinity
  }

  override next(): ChoicePoint | null {
    for (;;) {
      const next = super.next()
      if (next === null || this.leastOf(next instanceof Scope ? next.entry : next) < this.least) return next
      next.close()
    }
  }

  private leastOf({ cost, bound }: Way): number {
    return this.costsOnly ? Math.max(cost, bound) : bound
  }

  left(outcome: Outcome): ChoicePoint | null {
    const { value, carried, from } = outcome
    const own = carried === null ? 0 : (carried as Value)(value)
    if (typeof own !== 'number' || Number.isNaN(own)) throw notAValue(own)
    const total = from.cost + this.sign * own
    if (!(total < this.least)) {
      abandonStack(outcome.stack!)
      return null
    }
    this.least = total
    return this.better(outcome)
  }

  /** `outcome` is better than all before. */
  protected abstract better(outcome: Outcome): ChoicePoint | null

  override follow(point: ChoicePoint): void {
    super.follow(point)
    const { bound } = this.entry
    if (bound > this.bound) this.bound = bound
  }

  /** A branch that goes on outside, where the caller's estimate holds again. */
  protected override out(outcome: Outcome, value: unknown): ChoicePoint {
    const point = super.out(outcome, value)
    const { bound } = this.entry
    if (point.bound !== bound) point.bound = bound
    return point
  }
}

/** `optimize`: each improvement goes on. */
export class Improvements extends BranchAndBound {
  protected better(outcome: Outcome): ChoicePoint {
    return this.out(outcome, outcome.value)
  }
}

/** `minimize` and `maximize`: the best one goes on when no other can be better. */
export class Optimum extends BranchAndBound {
  private kept: Outcome | null = null

  protected better(outcome: Outcome): null {
    this.giveUp()
    this.kept = outcome
    return null
  }

  override exhausted(): ChoicePoint | null {
    const { kept } = this
    this.kept = null
    return kept && this.out(kept, kept.value)
  }

  override finish(): void {
    this.giveUp()
    super.finish()
  }

  private giveUp(): void {
    if (this.kept !== null) abandonStack(this.kept.stack!)
    this.kept = null
  }
}
