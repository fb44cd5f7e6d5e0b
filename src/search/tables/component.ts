// Tables, and components: tables that need each other's answers, with all the branches that look for them.
//
// Invariant: the points in the frontier need nothing but what is there and what tables of other components give
// them, and those do not need this one. So when the frontier is empty, everybody who waits in here waits for somebody
// who waits in here, all of them have read all answers, and nobody can find another one: the tables are complete.

import type { Definition } from '../../program/index.ts'
import { abandonStack } from '../../runtime/index.ts'
import type { ChoicePoint } from '../choice-point.ts'
import type { Frontier, Strategy } from '../frontier.ts'
import { closeAll } from '../close-all.ts'
import { Answers } from './answers.ts'

/** How many tables there have been. */
let tables = 0

/** What is known about one call of a tabled function: a function and its arguments. */
export class Table {
  readonly id = tables++
  readonly definition: Definition<unknown>
  /** Nobody changes them: what the table is found by. */
  readonly args: readonly unknown[]
  /** Whether it is that of one call, which nobody else can find: then a branch may commit. */
  readonly isPrivate: boolean
  readonly answers: Answers
  /** Whose branches find answers; null when the table is complete. */
  component: Component | null = null
  /** Whether the strategy left branches out, so that answers may be missing. */
  isPruned = false
  /** Those in the same component that have read all there is. */
  waiting: ChoicePoint[] = []

  constructor(definition: Definition<unknown>, args: readonly unknown[], isPrivate: boolean) {
    this.isPrivate = isPrivate
    this.definition = definition
    this.args = args
    this.answers = new Answers(definition.options)
  }
}

export class Component {
  private tables: Table[]
  /** The tables that branches in here have asked, and whether one did so inside an operator with a scope. */
  readonly needs = new Map<Table, boolean>()
  /** What has come out of a branch instead of an answer. */
  failure: { readonly error: unknown } | null = null
  private frontier: Frontier
  private readonly strategy: Strategy
  private readonly completed: (table: Table) => void

  constructor(table: Table, strategy: Strategy, completed: (table: Table) => void) {
    this.tables = [table]
    table.component = this
    this.strategy = strategy
    this.frontier = strategy.frontier()
    this.completed = completed
  }

  /** The point whose branch goes next; null if the tables are complete now, or never will be. */
  next(): ChoicePoint | null {
    if (this.failure !== null) return null
    const next = this.frontier.next()
    if (next === null && !this.isCutOff) this.complete()
    return next
  }

  push(point: ChoicePoint): void {
    this.frontier.push(point)
  }

  /** Whether answers may be missing that lie too deep for now. */
  get isCutOff(): boolean {
    return this.frontier.isCutOff === true
  }

  deepen(): void {
    this.frontier.deepen?.()
  }

  /** What is left to explore. */
  get points(): ChoicePoint[] {
    return [...this.frontier]
  }

  counts(value: unknown, cost: number): boolean {
    return this.frontier.returned?.(value, cost) ?? true
  }

  /** A branch has found an answer. If it is a new one, those who waited for it go on. */
  found(table: Table, answer: unknown): void {
    if (!table.answers.add(answer)) return
    const { waiting } = table
    table.waiting = []
    for (const each of waiting) this.push(each)
  }

  /** Takes over the tables of `other`, and who waits for them. Its branches are the caller's affair. */
  absorb(other: Component): void {
    for (const table of other.tables) table.component = this
    this.tables.push(...other.tables)
    for (const [table, isScoped] of other.needs)
      this.needs.set(table, isScoped || this.needs.get(table) === true)
    other.tables = []
  }

  private complete(): void {
    const { tables } = this
    const isPruned = this.frontier.pruned === true
    this.tables = []
    for (const table of tables) {
      table.component = null
      table.isPruned = isPruned
      this.completed(table)
    }
    giveUpWaiting(tables)
  }

  /** A branch has ended by an error, which all who read the tables will get. */
  fail(error: unknown): void {
    if (this.failure !== null) return
    this.failure = { error }
    this.close()
  }

  /** Gives up the branches that there are. */
  cut(): void {
    const { frontier } = this
    this.frontier = this.strategy.frontier()
    closeAll(frontier)
  }

  /** Gives up all branches. */
  close(): void {
    try {
      closeAll(this.frontier)
    } finally {
      giveUpWaiting(this.tables)
    }
  }
}

function giveUpWaiting(tables: readonly Table[]): void {
  for (const table of tables) {
    const { waiting } = table
    table.waiting = []
    for (const { stack } of waiting) abandonStack(stack)
  }
}
