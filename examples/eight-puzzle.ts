// Sam Loyd's puzzle with eight tiles, by A*: `cost` says what a move costs, `estimate` how many moves are missing
// at least, `bestFirst` goes on where the sum is least, and `merge` knows a board that was seen. The first of these
// boards is one of the two that are farthest from the goal: 31 moves.
//
//     npx multishot run examples/eight-puzzle.ts

import { amb, bestFirst, choose, cost, estimate, immutable, solve } from 'multishot'

/** The way so far. It says that it equals every other one, so the ways to a board do not keep it apart. */
class Route {
  static readonly [immutable] = true
  constructor(
    readonly last: string,
    readonly before: Route | null,
  ) {}
  equals = (other: unknown) => other instanceof Route
  hashCode = () => 0
  toString = (): string => `${this.before ?? ''}${this.last}`
}

const goal = '12345678.'

export function* slide(start: string) {
  let route = new Route('', null)
  for (let board = start; ;) {
    if (board === goal) return String(route)
    yield* estimate(distance(board))
    const gap = board.indexOf('.')
    const tile = yield* choose(neighbours[gap]!)
    route = new Route(board[tile]!, route)
    board = swap(board, gap, tile)
    yield* cost(1)
  }
}

const neighbours = Array.from(goal, (_, at) =>
  [at - 3, at % 3 > 0 ? at - 1 : -1, at % 3 < 2 ? at + 1 : -1, at + 3].filter((to) => to >= 0 && to < 9),
)

function swap(board: string, gap: number, tile: number): string {
  const squares = [...board]
  squares[gap] = board[tile]!
  squares[tile] = '.'
  return squares.join('')
}

/** How far the tiles are from their places, counted along the lines. */
function distance(board: string): number {
  let sum = 0
  for (let at = 0; at < 9; at++) {
    if (board[at] === '.') continue
    const home = Number(board[at]) - 1
    sum += Math.abs((at % 3) - (home % 3)) + Math.abs(Math.floor(at / 3) - Math.floor(home / 3))
  }
  return sum
}

export default function* eightPuzzle() {
  const start = yield* amb('8672543.1', '2315.4876', '123456.78')
  const moves = yield* choose(solve(() => slide(start), { strategy: bestFirst(), merge: true }).take(1))
  return `${start} in ${moves.length} moves: ${moves}`
}
