// Sudoku on a grid that is mutated in place, as anyone would write it first. There is no undo: every
// branch owns its grid. Always filling the cell with the fewest candidates keeps the search small.
// `sudoku-puzzles.txt` holds one puzzle a line, with 17 clues each, the fewest that a puzzle can have.
//
//     npx multishot run examples/sudoku.ts

import { readFileSync } from 'node:fs'
import { choose } from 'multishot'

type Grid = number[][]
type Cell = { readonly row: number; readonly column: number; readonly candidates: readonly number[] }

const digits = [1, 2, 3, 4, 5, 6, 7, 8, 9]
const puzzles = readFileSync(new URL('sudoku-puzzles.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')

export default function* sudoku() {
  const grid = parse(yield* choose(puzzles))
  for (;;) {
    const cell = mostConstrainedCell(grid)
    if (cell === undefined) return grid.map((row) => row.join('')).join(' ')
    grid[cell.row]![cell.column] = yield* choose(cell.candidates)
  }
}

/** Zero stands for an empty cell. */
function parse(puzzle: string): Grid {
  return digits.map((_, row) => Array.from(puzzle.slice(9 * row, 9 * row + 9), (mark) => Number(mark) || 0))
}

/** The empty cell with the fewest candidates; none when the grid is full. */
function mostConstrainedCell(grid: Grid): Cell | undefined {
  let best: Cell | undefined
  for (let row = 0; row < 9; row++) {
    for (let column = 0; column < 9; column++) {
      if (grid[row]![column] !== 0) continue
      const candidates = digits.filter((digit) => fits(grid, row, column, digit))
      if (best === undefined || candidates.length < best.candidates.length) best = { row, column, candidates }
    }
  }
  return best
}

function fits(grid: Grid, row: number, column: number, digit: number): boolean {
  const top = row - (row % 3)
  const left = column - (column % 3)
  for (let i = 0; i < 9; i++) {
    if (grid[row]![i] === digit || grid[i]![column] === digit) return false
    if (grid[top + Math.floor(i / 3)]![left + (i % 3)] === digit) return false
  }
  return true
}
