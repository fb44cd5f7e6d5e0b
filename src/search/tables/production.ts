// The frames of the search's own around tabled functions.

import { yields } from '../../runtime/index.ts'
import type { Cleanness, CopyValue, Frame, Listener, Mode } from '../../runtime/index.ts'
import { Leaving } from '../marker.ts'
import type { Table } from './component.ts'

/** At the bottom of the stacks that look for answers: what is returned to it is one. */
export class Production implements Frame {
  $parent: Frame | null
  $clean: Cleanness = 0
  declare readonly $point: 0
  declare readonly $handles: true
  // Private, because what leads from here to other branches is no part of what this one reaches.
  readonly #table: Table
  constructor(root: Frame | null, table: Table) {
    this.$parent = root
    this.#table = table
  }
  $probe(): boolean {
    return true
  }
  $step(_frame: Frame, mode: Mode, sent: unknown): Frame | null {
    return yields(new Leaving(mode, sent, this.#table), null as never)
  }
  $copy(_frame: Frame, _copy: CopyValue, root: Frame | null): Frame {
    return root === this.$parent ? this : new Production(root, this.#table)
  }
  $describe(_frame: Frame, to: Listener): void {
    to.fact('production')
    to.fact(this.#table.id)
  }
}
Object.assign(Production.prototype, { $point: 0, $handles: true })

/** Throws what a table has failed with, into the stack below. */
export class Failing implements Frame {
  $parent: Frame | null
  $clean: Cleanness = 0
  declare readonly $point: 0
  declare readonly $handles: false
  private readonly error: unknown
  constructor(parent: Frame, error: unknown) {
    this.$parent = parent
    this.error = error
  }
  $probe(): boolean {
    return true
  }
  $step(): never {
    throw this.error
  }
  $copy(): never {
    throw new Error('invariant: who reads a failed table goes on at once')
  }
  $describe(): never {
    throw new Error('invariant: who reads a failed table goes on at once')
  }
}
Object.assign(Failing.prototype, { $point: 0, $handles: false })
