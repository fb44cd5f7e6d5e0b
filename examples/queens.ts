// Eight queens, none attacking another: 92 ways. The board is one ordinary array that grows in place;
// every branch has its own, so nothing has to be undone when a guard fails.
//
//     npx multishot run examples/queens.ts

import { choose, guard } from 'multishot'

const squares = [1, 2, 3, 4, 5, 6, 7, 8]

/** A solution names the column of the queen in each row, from the first row to the eighth. */
export default function* queens() {
  const columns: number[] = []
  while (columns.length < squares.length) {
    const column = yield* choose(squares)
    yield* guard(isSafe(column, columns))
    columns.push(column)
  }
  return columns
}

/** Whether a queen in the next row may stand in `column`. */
function isSafe(column: number, columns: readonly number[]): boolean {
  return columns.every((other, row) => {
    const rowsApart = columns.length - row
    return other !== column && Math.abs(other - column) !== rowsApart
  })
}
