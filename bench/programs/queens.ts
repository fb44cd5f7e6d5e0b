// All solutions of n-queens for several sizes, on cells that declare themselves immutable, as a program for
// `solve` and as the best plain recursion on the same data.

import { choose, guard, solve } from 'multishot'

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

function isSafe(column: number, queens: Cell | null): boolean {
  for (let cell = queens, distance = 1; cell !== null; cell = cell.tail, distance++) {
    if (cell.head === column || Math.abs(cell.head - column) === distance) return false
  }
  return true
}

/** The columns of boards of any size. */
const columns = Array.from({ length: 12 }, (_, size) => Array.from({ length: size }, (_, column) => column))

function* program(size: number) {
  let queens: Cell | null = null
  for (let row = 0; row < size; row++) {
    const column: number = yield* choose(columns[size]!)
    yield* guard(isSafe(column, queens))
    queens = new Cell(column, queens)
  }
  return queens
}

function recursion(size: number, row: number, queens: Cell | null, found: (Cell | null)[]): void {
  if (row === size) {
    found.push(queens)
    return
  }
  for (let column = 0; column < size; column++) {
    if (isSafe(column, queens)) recursion(size, row + 1, new Cell(column, queens), found)
  }
}

const searched = (size: number): number => solve(() => program(size)).toArray().length

function recursive(size: number): number {
  const found: (Cell | null)[] = []
  recursion(size, 0, null, found)
  return found.length
}

export const searched8 = () => searched(8)
export const searched9 = () => searched(9)
export const searched10 = () => searched(10)
export const searched11 = () => searched(11)
export const recursive8 = () => recursive(8)
export const recursive9 = () => recursive(9)
export const recursive10 = () => recursive(10)
export const recursive11 = () => recursive(11)
