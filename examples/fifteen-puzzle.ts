// The puzzle with fifteen tiles, by A*. Of the ten million million boards only a few thousand are looked at, because
// `estimate` knows how far the tiles are from their places, and `merge` which boards were seen.
//
// The board that is solved here is 37 moves from the goal. It lies on the way from the twelfth of the hundred boards
// that Korf drew by lot ("Depth-First Iterative-Deepening", 1985), which takes 45 moves and some seconds:
//
//     npx multishot run examples/fifteen-puzzle.ts
//     npx multishot run examples/fifteen-puzzle.ts --export korf12 --strategy best-first --merge --limit 1 --stats

import { bestFirst, choose, cost, estimate, immutable, solve } from 'multishot'

/** The way so far. It says that it equals every other one, so the ways to a board do not keep it apart. */
class Route {
  static readonly [immutable] = true
  constructor(
    readonly last: number,
    readonly before: Route | null,
  ) {}
  equals = (other: unknown) => other instanceof Route
  hashCode = () => 0
  tiles = (): number[] => (this.before === null ? [] : [...this.before.tiles(), this.last])
}

/** Tiles are the characters with these codes, so a board is a string; the tile 0 is the gap. */
const boardOf = (tiles: readonly number[]): string => String.fromCharCode(...tiles)

const squares = Array.from({ length: 16 }, (_, at) => ({ x: at % 4, y: Math.floor(at / 4) }))
const apart = squares.map((a) => squares.map((b) => Math.abs(a.x - b.x) + Math.abs(a.y - b.y)))
const neighbours = apart.map((row) => row.flatMap((distance, at) => (distance === 1 ? [at] : [])))

function* slide(start: string) {
  let route = new Route(0, null)
  let board = start
  let missing = distance(start)
  while (missing > 0) {
    yield* estimate(missing)
    const gap = board.indexOf(boardOf([0]))
    const from = yield* choose(neighbours[gap]!)
    const tile = board.charCodeAt(from)
    missing += apart[tile]![gap]! - apart[tile]![from]!
    board = swap(board, gap, from)
    route = new Route(tile, route)
    yield* cost(1)
  }
  return route.tiles()
}

function swap(board: string, gap: number, from: number): string {
  const [left, right] = gap < from ? [gap, from] : [from, gap]
  return `${board.slice(0, left)}${board[right]}${board.slice(left + 1, right)}${board[left]}${board.slice(right + 1)}`
}

/** How many moves the tiles are from their places, if none is in the way of another. */
function distance(board: string): number {
  return Array.from(board, (tile) => tile.charCodeAt(0)).reduce(
    (sum, tile, at) => (tile === 0 ? sum : sum + apart[tile]![at]!),
    0,
  )
}

export const korf12 = () => slide(boardOf([14, 1, 9, 6, 4, 8, 12, 5, 7, 2, 3, 0, 10, 11, 13, 15]))

export default function* fifteenPuzzle() {
  const start = boardOf([14, 1, 9, 6, 8, 12, 2, 5, 4, 0, 7, 3, 10, 11, 13, 15])
  const moves = yield* choose(solve(() => slide(start), { strategy: bestFirst(), merge: true }).take(1))
  return `${moves.length} moves: ${moves.join(' ')}`
}
