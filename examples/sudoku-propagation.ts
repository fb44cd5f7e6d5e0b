// Sudoku with constraint propagation: a cell that is known rules its digit out for its peers, and a digit that
// fits in one cell of a row, column or box must stand there. Only where this comes to rest is a digit guessed.
// `sudoku.ts` makes 168,304 guesses for the same five puzzles, this program two.
//
//     npx multishot run examples/sudoku-propagation.ts

import { readFileSync } from 'node:fs'
import { choose, guard } from 'multishot'

const nine = [0, 1, 2, 3, 4, 5, 6, 7, 8]
const row = (r: number) => nine.map((c) => 9 * r + c)
const column = (c: number) => nine.map((r) => 9 * r + c)
const box = (b: number) =>
  nine.map((i) => 27 * Math.floor(b / 3) + 3 * (b % 3) + 9 * Math.floor(i / 3) + (i % 3))

const units = nine.flatMap((i) => [row(i), column(i), box(i)])
const peers = nine.flatMap(row).map((cell) => {
  const seen = new Set(units.filter((unit) => unit.includes(cell)).flat())
  seen.delete(cell)
  return [...seen]
})

const puzzles = readFileSync(new URL('sudoku-puzzles.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')

export default function* sudoku() {
  /** For each cell the digits that it may still hold. */
  const cells = Array.from(yield* choose(puzzles), (mark) => (/[1-9]/.test(mark) ? mark : '123456789'))
  for (;;) {
    conclude(cells)
    yield* guard(!cells.includes(''), 'every cell can hold some digit')
    const open = cells.filter((digits) => digits.length > 1)
    if (open.length === 0) return nine.map((r) => inRow(r, cells)).join(' ')
    const fewest = Math.min(...open.map((digits) => digits.length))
    const cell = cells.findIndex((digits) => digits.length === fewest)
    cells[cell] = yield* choose([...cells[cell]!])
  }
}

const inRow = (r: number, cells: readonly string[]) =>
  row(r)
    .map((cell) => cells[cell])
    .join('')

/** Draws conclusions until there are no more. */
function conclude(cells: string[]): void {
  let before
  do {
    before = cells.join()
    for (const [cell, digits] of cells.entries()) {
      if (digits.length !== 1) continue
      for (const peer of peers[cell]!) cells[peer] = cells[peer]!.replace(digits, '')
    }
    for (const unit of units) {
      for (const digit of '123456789') {
        const places = unit.filter((cell) => cells[cell]!.includes(digit))
        if (places.length === 1) cells[places[0]!] = digit
      }
    }
  } while (before !== cells.join())
}
