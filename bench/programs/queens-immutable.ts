// All solutions of n-queens on a list whose cell class declares itself immutable,
// as a program for `solve` and as the best plain recursion on the same data. Everything stands in one
// file because the compiler looks into a module's own functions only.

import { choose, guard, solve } from 'multishot'
import type { Nondeterminism } from 'multishot'

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

const size = 11
const columns = Array.from({ length: size }, (_, column) => column)

type Program = Generator<Nondeterminism, Cell | null, any>

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

/** The same for any size, so that the program closes over a variable of the function around it. */
const queensOf = (size: number) =>
  solve(function* () {
    let queens: Cell | null = null
    for (let row = 0; row < size; row++) {
      const column: number = yield* choose(columns)
      yield* guard(isSafe(column, queens))
      queens = new Cell(column, queens)
    }
    return queens
  })

/** The same by a generator that calls itself. */
function* place(row: number, queens: Cell | null): Program {
  if (row === size) return queens
  const column = yield* choose(columns)
  yield* guard(isSafe(column, queens))
  return yield* place(row + 1, new Cell(column, queens))
}

function recursion(row: number, queens: Cell | null, found: (Cell | null)[]): void {
  if (row === size) {
    found.push(queens)
    return
  }
  for (let column = 0; column < size; column++) {
    if (isSafe(column, queens)) recursion(row + 1, new Cell(column, queens), found)
  }
}

export function searched(): number {
  return solve(program).toArray().length
}

export function enclosed(): number {
  return [...queensOf(size)].length
}

export function recursiveGenerator(): number {
  return [
    ...solve(function* () {
      return yield* place(0, null)
    }),
  ].length
}

export function recursive(): number {
  const found: (Cell | null)[] = []
  recursion(0, null, found)
  return found.length
}
