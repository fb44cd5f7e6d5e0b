// `within`: a program inside bounds of its own, which count what happens inside only.

import type { AnyProgram, Budget } from '../../program/index.ts'
import type { Frame } from '../../runtime/index.ts'
import type { ChoicePoint } from '../choice-point.ts'
import type { Strategy } from '../frontier.ts'
import { limited, Limits } from '../limits.ts'
import { Scope } from '../scope.ts'
import type { Outcome } from '../scope.ts'
import type { Reached } from '../status.ts'
import { PAUSED, Watch } from '../watch.ts'
import type { Watched } from '../watch.ts'

type Spent = (reason: Reached) => ReturnType<AnyProgram>

export class Within extends Scope implements Watched {
  private readonly watch: Watch
  private readonly limits: Limits
  private readonly solutionLimit: number
  private readonly otherwise: Spent | null
  private steps = 0
  private choices = 0
  private solutions = 0
  private reached: Reached | null = null

  constructor(
    stack: Frame,
    entry: ChoicePoint,
    strategy: Strategy,
    program: AnyProgram,
    { solutions = Infinity, depth = Infinity, ...budget }: Budget,
    otherwise: Spent | null,
    clock: () => number,
  ) {
    const limits = new Limits(entry.depth + depth)
    super(stack, entry, limited(strategy, limits))
    this.inner.deepest = limits.deepest
    const {
      steps = Infinity,
      forks = Infinity,
      frontier = Infinity,
      memory = Infinity,
      time = Infinity,
    } = budget
    this.watch = new Watch({
      steps,
      forks,
      frontier,
      memory,
      time,
      signal: undefined,
      clock,
      attended: false,
    })
    this.limits = limits
    this.solutionLimit = solutions
    this.otherwise = otherwise
    if (otherwise === null) this.enter(program)
    else this.enterCopy(program)
  }

  override next(): ChoicePoint | null {
    const next = super.next()
    if (next === null) {
      // What the search itself holds back is not lost.
      if (this.isCutOff && !this.isAwaited && (this.limits.isReached || this.inner.deepest !== undefined))
        this.stop('depth')
      return null
    }
    if (this.solutions >= this.solutionLimit) return this.stop('limit')
    if (this.steps < this.watch.lookAt) return next
    const reached = this.watch.look(this.steps, this.choices, this)
    if (reached === null || reached === PAUSED || reached === 'aborted') return next
    return this.stop(reached)
  }

  private stop(reached: Reached): null {
    this.reached = reached
    this.cut()
    return null
  }

  override begin(): void {
    this.watch.begin(this.steps)
  }

  override get allowance(): number {
    return this.watch.lookAt - this.steps
  }

  override ran(steps: number, choices: number): void {
    this.steps += steps
    this.choices += choices
    this.watch.pause()
  }

  left(outcome: Outcome): ChoicePoint {
    this.solutions++
    return this.out(outcome, outcome.value)
  }

  override exhausted(): ChoicePoint | null {
    const { otherwise, reached } = this
    return otherwise === null || reached === null ? null : this.instead(() => otherwise(reached))
  }

  /** The other branches go on. */
  override threw(stack: Frame | null): Frame {
    return stack!
  }

  override get pruned(): boolean {
    return super.pruned || (this.reached !== null && this.otherwise === null)
  }

  get waiting(): number {
    return this.limits.waiting
  }

  set waiting(waiting: number) {
    this.limits.waiting = waiting
  }

  get points(): Iterable<ChoicePoint> {
    return this.inner
  }
}
