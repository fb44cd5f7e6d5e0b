// All solutions of n-queens on a list of plain `{ head, tail }` cells,
// as a program for `solve` and as the best plain recursion on the same data. Everything stands in one
// file because the compiler looks into a module's own functions only.

import { choose, guard, solve } from 'multishot'

type Cell = { readonly head: number; readonly tail: Cell | null }

const size = 11
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
    queens = { head: column, tail: queens }
  }
  return queens
}

function recursion(row: number, queens: Cell | null, found: (Cell | null)[]): void {
  if (row === size) {
    found.push(queens)
    return
  }
  for (let column = 0; column < size; column++) {
    if (isSafe(column, queens)) recursion(row + 1, { head: column, tail: queens }, found)
  }
}

export function searched(): number {
  return solve(program).toArray().length
}

export function recursive(): number {
  const found: (Cell | null)[] = []
  recursion(0, null, found)
  return found.length
}
