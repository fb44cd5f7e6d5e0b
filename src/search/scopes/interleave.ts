// `interleave`: a frontier for each program, which take turns after each success.
//
// Source: Kiselyov, Shan, Friedman & Sabry, "Backtracking, Interleaving, and Terminating Monad Transformers" (2005).

import type { AnyProgram } from '../../program/index.ts'
import type { Frame } from '../../runtime/index.ts'
import type { ChoicePoint } from '../choice-point.ts'
import type { Frontier, Strategy } from '../frontier.ts'
import { closeAll } from '../close-all.ts'
import { Scope } from '../scope.ts'
import type { Outcome } from '../scope.ts'

export class Interleave extends Scope {
  /** Those that wait for their turn, the next one first. */
  private readonly waiting: Frontier[] = []
  private readonly fuel: number
  private burnt = 0

  constructor(stack: Frame, entry: ChoicePoint, strategy: Strategy, programs: readonly AnyProgram[]) {
    super(stack, entry, strategy)
    this.fuel = strategy.fuel ?? Infinity
    for (const [at, program] of programs.entries()) {
      if (at < programs.length - 1) this.enterCopy(program)
      else this.enter(program)
      this.waiting.push(this.inner)
      this.inner = strategy.frontier()
    }
  }

  override next(): ChoicePoint | null {
    for (;;) {
      const next = this.inner.next()
      if (next !== null) return next
      const turn = this.waiting.shift()
      if (turn === undefined) return null
      this.inner = turn
    }
  }

  override get allowance(): number {
    return this.waiting.length === 0 ? Infinity : this.fuel - this.burnt
  }

  override ran(steps: number): void {
    this.burnt += steps
    if (this.burnt >= this.fuel) this.pass()
  }

  left(outcome: Outcome): ChoicePoint {
    this.pass()
    return this.out(outcome, outcome.value)
  }

  /** The other branches go on. */
  override threw(stack: Frame | null): Frame {
    return stack!
  }

  override get pruned(): boolean {
    return this.inner.pruned === true
  }

  override holds(): boolean {
    for (const frontier of this.waiting) for (const point of frontier) if (point.holds()) return true
    return super.holds()
  }

  override cut(): void {
    closeAll(this.waiting.splice(0).flatMap((frontier) => [...frontier]))
    super.cut()
  }

  private pass(): void {
    this.burnt = 0
    this.waiting.push(this.inner)
    this.inner = this.waiting.shift()!
  }
}
