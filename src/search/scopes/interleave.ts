// `interleave`: a frontier for each program, which take turns after each success.
//
// Source: Kiselyov, Shan, Friedman & Sabry, "Backtracking, Interleaving, and Terminating Monad Transformers" (2005).

import type { AnyProgram } from '../../program/index.ts'
import type { Frame } from '../../runtime/index.ts'
import type { ChoicePoint } from '../choice-point.ts'
import type { Frontier, Strategy } from '../frontier.ts'
import { closeAll } from '../close-all.ts'
import { countOf, Scope } from '../scope.ts'
import type { Outcome } from '../scope.ts'

export class Interleave extends Scope {
  /** Those that wait for their turn, the next one first. */
  private readonly waiting: Frontier[] = []
  /** Those that have nothing left but what is too deep. */
  private readonly cutOff: Frontier[] = []
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
      if (this.inner.isCutOff) this.cutOff.push(this.inner)
      this.inner = turn
    }
  }

  override get isCutOff(): boolean {
    return this.cutOff.length > 0 || super.isCutOff
  }

  override deepen(): void {
    for (const frontier of this.cutOff) this.waiting.push(frontier)
    this.cutOff.length = 0
    for (const frontier of this.waiting) frontier.deepen?.()
    super.deepen()
  }

  override count(): number {
    return super.count() + countOf(this.others)
  }

  private get others(): ChoicePoint[] {
    return [...this.waiting, ...this.cutOff].flatMap((frontier) => [...frontier])
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

  override *[Symbol.iterator](): Iterator<ChoicePoint> {
    yield* this.others
    yield* this.inner
  }

  override cut(): void {
    const { others } = this
    this.waiting.length = 0
    this.cutOff.length = 0
    closeAll(others)
    super.cut()
  }

  private pass(): void {
    this.burnt = 0
    this.waiting.push(this.inner)
    this.inner = this.waiting.shift()!
  }
}
