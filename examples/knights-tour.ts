// A knight visits every square of the board once. There are trillions of ways, and still more ways to get
// stuck; Warnsdorff's rule (1823) is to go where the fewest squares can be reached from. As the search tries
// options from left to right, a heuristic is nothing but an order of them.
//
//     npx multishot run examples/knights-tour.ts

import { choose, solve } from 'multishot'

const size = 8
const jumps = [-2, -1, 1, 2].flatMap((x) =>
  [-2, -1, 1, 2].filter((y) => Math.abs(x) !== Math.abs(y)).map((y) => ({ x, y })),
)

type Square = { readonly x: number; readonly y: number }
type Board = number[][]

function* tour() {
  const board: Board = Array.from({ length: size }, () => Array<number>(size).fill(0))
  let at: Square = { x: 0, y: 0 }
  for (let move = 1; ; move++) {
    board[at.y]![at.x] = move
    if (move === size * size) return board
    at = yield* choose(
      exitsFrom(board, at).toSorted((a, b) => exitsFrom(board, a).length - exitsFrom(board, b).length),
    )
  }
}

/** The squares that can be reached in one jump and have not been visited. */
function exitsFrom(board: Board, { x, y }: Square): Square[] {
  return jumps
    .map((jump) => ({ x: x + jump.x, y: y + jump.y }))
    .filter((square) => board[square.y]?.[square.x] === 0)
}

/** The first tour: the program could go on to others, but nothing of that is explored unless it is asked for. */
export default function* knightsTour() {
  const board = yield* choose(solve(tour).take(1))
  return board.map((row) => row.map((move) => String(move).padStart(2)).join(' ')).join('\n')
}
