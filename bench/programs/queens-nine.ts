// The same program as `queens-immutable.ts`, on a board small enough for a search by replay: searched by
// `solve` when it is compiled, and by running a native generator again for every branch.

import { choose, guard, solve } from 'multishot'
import { replay } from '../replay.ts'

const immutable: unique symbol = Symbol.for('multishot.immutable')

class Cell {
  static readonly [immutable] = true
  declare readonly head: number
  declare readonly tail: Cell | null
  constructor(head: number, tail: Cell | null) {
    this.head = head
    this.tail = tail
  }
}

const size = 9
const columns = Array.from({ length: size }, (_, column) => column)

function isSafe(column: number, queens: Cell | null): boolean {
  for (let cell = queens, distance = 1; cell !== null; cell = cell.tail, distance++) {
    if (cell.head === column || Math.abs(cell.head - column) === distance) return false
  }
  return true
}

function* program() {
  let queens: Cell | null = null
  for (let row = 0; row < size; row++) {
    const column: number = yield* choose(columns)
    yield* guard(isSafe(column, queens))
    queens = new Cell(column, queens)
  }
  return queens
}

export function searched(): number {
  return solve(program).toArray().length
}

export function replayed(): number {
  return replay(program).length
}
