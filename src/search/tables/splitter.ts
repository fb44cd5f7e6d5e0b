// `split`: who reads one answer of a program, and goes on with a program that reads the others. All who do read one
// table, so nothing is explored twice, and a place in it can be kept for as long as one likes.
//
// Source: `msplit` of Kiselyov, Shan, Friedman & Sabry, "Backtracking, Interleaving, and Terminating Monad
// Transformers" (2005).

import { restFrom } from '../../program/index.ts'
import { IMMUTABLE } from '../../runtime/immutable.ts'
import { machine } from '../../runtime/index.ts'
import type { Frame } from '../../runtime/index.ts'
import { lastFork } from '../choice-point.ts'
import type { Way } from '../choice-point.ts'
import type { Strategy } from '../frontier.ts'
import type { Table } from './component.ts'
import { Consumer } from './consumer.ts'
import { Failing } from './production.ts'

/** Where in the answers of which table; `tables` are those of the search that it belongs to. */
export class Place {
  static readonly [IMMUTABLE] = true
  readonly tables: object
  readonly table: Table
  readonly position: number

  constructor(tables: object, table: Table, position: number) {
    this.tables = tables
    this.table = table
    this.position = position
  }
}

export class Splitter extends Consumer {
  private readonly place: Place

  constructor(stack: Frame, entry: Way, strategy: Strategy, place: Place) {
    super(stack, entry, strategy, place.table, null, place.position)
    this.depth = entry.depth
    this.place = place
  }

  /** Once the table is complete, there is an answer or there is none. */
  override get drives(): boolean {
    return super.drives && this.table.component !== null
  }

  override take(): Frame {
    const { stack, entry, table, place } = this
    this.taken++
    this.isDone = true
    this.depth = entry.depth
    if (this.hasAnswer) {
      const branch = lastFork(stack, table.answers.at(place.position))
      const rest = restFrom(new Place(place.tables, table, place.position + 1))
      machine.value = { value: machine.value, rest }
      return branch
    }
    machine.value = undefined
    const failure = table.component?.failure
    return failure ? new Failing(stack, failure.error) : stack
  }
}
