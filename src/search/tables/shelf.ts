// The tables of one function. The complete ones are given up, those first that were not asked for longest, when there
// are more than may be kept.

import { KeyMap } from '../streams/keys.ts'
import type { Table } from './component.ts'

export class Shelf {
  private readonly tables = new KeyMap<Table>()
  /** The one that was not asked for longest comes first. */
  private readonly complete = new Set<Table>()
  private readonly most: number

  constructor(most: number) {
    this.most = most
  }

  get(args: readonly unknown[]): Table | undefined {
    const table = this.tables.get(args)
    if (table !== undefined && this.complete.delete(table)) this.complete.add(table)
    return table
  }

  add(table: Table): void {
    this.tables.add(table.args, table)
  }

  delete(table: Table): void {
    this.tables.delete(table.args)
  }

  /** `table` is complete now. */
  completed(table: Table): void {
    this.complete.add(table)
    for (const oldest of this.complete) {
      if (this.complete.size <= this.most) return
      this.complete.delete(oldest)
      this.delete(oldest)
    }
  }
}
