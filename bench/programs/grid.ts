// Forking a stack that holds a 9×9 grid of arrays, as a sudoku does at every choice, against copying the
// grid by hand and with `structuredClone`. Each branch writes into its grid, so nothing can be left out.

import { choose, clone, guard, solve } from 'multishot'

const size = 9
const forks = 5000
const numbers = Array.from({ length: forks }, (_, n) => n)

function emptyGrid(): number[][] {
  return Array.from({ length: size }, () => Array.from({ length: size }, () => 0))
}

/** Every branch fails but the last. */
function* program() {
  const grid = emptyGrid()
  const number: number = yield* choose(numbers)
  grid[4]![4]! += number
  yield* guard(grid[4]![4] === forks - 1)
  return grid[4]![4]!
}

export function forked(): number {
  return [...solve(program)][0]!
}

function* holding(): Generator<number, void, void> {
  const grid = emptyGrid()
  for (;;) yield grid[4]![4]!++
}

const held = holding()
held.next()

/** A clone does not know that more will be made of the same generator. */
export function cloned(): number {
  let last = 0
  for (let n = 0; n < forks; n++) last = (clone(held).next().value as number) + n - 1
  return last
}

function copied(copy: (grid: number[][]) => number[][]): number {
  const grid = emptyGrid()
  let last = 0
  for (let n = 0; n < forks; n++) {
    const own = copy(grid)
    own[4]![4]! += n
    last = own[4]![4]!
  }
  return last
}

export function byHand(): number {
  return copied((grid) => grid.map((row) => row.slice()))
}

export function structured(): number {
  return copied((grid) => structuredClone(grid))
}
