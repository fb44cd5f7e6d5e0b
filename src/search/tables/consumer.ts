// Who reads a table that is not complete: the caller's stack and how far it has read. As long as there is an answer
// that it has not read, it is a choice point like any other. Then it depends on who asks:
//
// - A branch of the table's own component waits in the table for the next answer.
// - Everybody else stays in its frontier, where it looks like a scope: the branches inside are the component's,
//   which all readers drive in common.

import { abandonStack, fork, machine } from '../../runtime/index.ts'
import type { Frame } from '../../runtime/index.ts'
import { lastFork } from '../choice-point.ts'
import type { ChoicePoint, Way } from '../choice-point.ts'
import { commitInTabled } from '../errors.ts'
import type { Strategy } from '../frontier.ts'
import { Scope } from '../scope.ts'
import type { Outcome } from '../scope.ts'
import { Failing, Production } from './production.ts'
import type { Table } from './component.ts'

export class Consumer extends Scope {
  override readonly isApart = true
  readonly table: Table
  /** The table whose branch asks, if it asks outside of scopes. */
  private readonly home: Table | null
  /** How far it has read. */
  protected position: number
  protected isDone = false

  constructor(stack: Frame, entry: Way, strategy: Strategy, table: Table, home: Table | null, position = 0) {
    super(stack, entry, strategy)
    this.depth = entry.depth + 1
    this.table = table
    this.home = home
    this.position = position
  }

  override get spent(): boolean {
    return this.isDone || this.isHeldBack
  }

  /** Whether it must wait for an answer that a branch of its own component has to find. */
  get waits(): boolean {
    return this.isInside && !this.isDone && !this.hasAnswer
  }

  private get isInside(): boolean {
    const { home, table } = this
    return home !== null && table.component !== null && home.component === table.component
  }

  /** What may be replaced is for those only who help to find out. */
  protected get hasAnswer(): boolean {
    const { table } = this
    if (table.answers.areProvisional && table.component !== null && !this.isInside) return false
    return table.answers.from(this.position) >= 0
  }

  /** Whether branches of the component are to go on in the place of its own. */
  get drives(): boolean {
    return !this.hasAnswer && !this.table.component?.failure
  }

  override take(): Frame {
    this.taken++
    const { stack, table } = this
    const at = this.hasAnswer ? table.answers.from(this.position) : -1
    if (at < 0) {
      this.isDone = true
      machine.value = undefined
      return new Failing(stack, table.component!.failure!.error)
    }
    this.position = at + 1
    const answer = table.answers.at(at)
    if (!this.hasAnswer) {
      if (table.component === null) {
        this.isDone = true
        return lastFork(stack, answer)
      }
      if (this.isInside) this.wait()
    }
    return fork(stack, answer)
  }

  /** Leaves its frontier, and comes back as another point when there is a new answer. */
  wait(): void {
    const { stack, entry, strategy, table, home, position } = this
    this.isDone = true
    table.waiting.push(new Consumer(stack, entry, strategy, table, home, position))
  }

  override next(): ChoicePoint | null {
    if (this.isDone) return null
    // Asked also where it has an answer to give: a table that turns out to be complete need not be driven again.
    const next = this.table.component?.next() ?? null
    return this.drives ? next : null
  }

  override push(point: ChoicePoint): void {
    if (point instanceof Consumer && point.waits) point.table.waiting.push(point)
    else this.table.component!.push(point)
  }

  override counts(value: unknown, cost: number): boolean {
    return this.table.component!.counts(value, cost)
  }

  left({ value, carried }: Outcome): null {
    this.table.component!.found(carried as Table, value)
    return null
  }

  /** All who read the component's tables get the error, this one at once. */
  override threw(_stack: Frame | null, error: unknown): Frame {
    const { isInside } = this
    this.table.component!.fail(error)
    // It has ended with its component, and another one drives that.
    if (isInside) return new Production(null, this.table)
    this.isDone = true
    return this.stack
  }

  override get pruned(): boolean {
    return this.table.isPruned
  }

  override get isCutOff(): boolean {
    return this.drives && this.table.component?.isCutOff === true
  }

  /** It was asked to go on and cannot. */
  override end(): void {
    if (!this.isDone && this.drives) this.close()
  }

  override release(): void {}

  override finish(): void {
    this.close()
  }

  override close(): void {
    if (this.isDone) return
    this.isDone = true
    abandonStack(this.stack)
  }

  override cut(): void {
    if (!this.table.isPrivate) throw commitInTabled(this.table.definition.name)
    this.table.component!.cut()
  }

  /** What is paid inside stays inside, because others would find the answer for nothing. */
  override follow(point: ChoicePoint): void {
    // Where branches start again, it must not matter what has been found out before.
    if (this.strategy.tabling === undefined) this.depth = this.entry.depth + 1 + point.depth
  }
}
Object.defineProperty(Consumer.prototype, 'isScope', {
  get(this: Consumer): boolean {
    return this.drives
  },
})
