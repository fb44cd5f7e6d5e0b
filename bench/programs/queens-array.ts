// All solutions of n-queens on one mutable array: the program writes as if it were alone, the recursion
// takes back every move by hand.

import { choose, guard, solve } from 'multishot'

const size = 11
const columns = Array.from({ length: size }, (_, column) => column)

function isSafe(column: number, queens: readonly number[]): boolean {
  for (let row = queens.length - 1, distance = 1; row >= 0; row--, distance++) {
    if (queens[row] === column || Math.abs(queens[row]! - column) === distance) return false
  }
  return true
}

function* program() {
  const queens: number[] = []
  while (queens.length < size) {
    const column: number = yield* choose(columns)
    yield* guard(isSafe(column, queens))
    queens.push(column)
  }
  return queens
}

function recursion(queens: number[], found: number[][]): void {
  if (queens.length === size) {
    found.push(queens.slice())
    return
  }
  for (let column = 0; column < size; column++) {
    if (!isSafe(column, queens)) continue
    queens.push(column)
    recursion(queens, found)
    queens.pop()
  }
}

export function searched(): number {
  return solve(program).toArray().length
}

export function recursive(): number {
  const found: number[][] = []
  recursion([], found)
  return found.length
}
