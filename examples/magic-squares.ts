// Magic squares: all rows, columns and diagonals have the same sum. Lo Shu has order three; Dürer's engraving
// "Melencolia I" (1514) shows one of order four that bears the year in its bottom row. It is one of sixteen with
// these numbers in these places.
//
//     npx multishot run examples/magic-squares.ts

import { choose, guard } from 'multishot'

/** Zero stands for a cell that is to be found. */
const squares = [
  [
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
  ],
  [
    [16, 0, 0, 13],
    [0, 0, 0, 0],
    [0, 0, 0, 0],
    [0, 15, 14, 0],
  ],
]

export default function* magicSquare() {
  const square = yield* choose(squares)
  const order = square.length
  const sum = (order * (order * order + 1)) / 2
  const free = new Set(Array.from({ length: order * order }, (_, i) => i + 1))
  for (const row of square) for (const given of row) free.delete(given)

  for (let row = 0; row < order; row++) {
    for (let column = 0; column < order; column++) {
      if (square[row]![column] !== 0) continue
      const number = yield* choose(free)
      free.delete(number)
      square[row]![column] = number
      const lines = linesThrough(square, row, column)
      yield* guard(
        lines.every((line) => line.includes(0) || total(line) === sum),
        'every full line has the sum',
      )
    }
  }
  return square.map((row) => row.join(' ')).join(' / ')
}

/** The row, the column and the diagonals on which the cell lies. */
function linesThrough(square: readonly (readonly number[])[], row: number, column: number) {
  const last = square.length - 1
  const lines = [square[row]!, square.map((each) => each[column]!)]
  if (row === column) lines.push(square.map((each, i) => each[i]!))
  if (row + column === last) lines.push(square.map((each, i) => each[last - i]!))
  return lines
}

const total = (line: readonly number[]) => line.reduce((sum, number) => sum + number, 0)
