// Random restarts: depth first in a random order, and when that takes too long, again from the top. A search that
// has made one bad choice early can be lost for ever below it; most others are short.
//
// A restart loses nothing: the points of the run that is left are kept, so no branch is explored twice and the search
// is complete on finite trees. The runs are as long as Luby's sequence has it.
// Sources: Gomes, Selman & Kautz, "Boosting Combinatorial Search Through Randomization" (1998); Luby, Sinclair &
// Zuckerman, "Optimal Speedup of Las Vegas Algorithms" (1993).

import type { ChoicePoint } from '../choice-point.ts'
import type { Frontier, Strategy } from '../frontier.ts'
import { RandomSource } from '../random.ts'

class RandomRestarts implements Frontier {
  /** The run under way, the newest point last. */
  private run: ChoicePoint[] = []
  /** What earlier runs have left, by depth. */
  private readonly left = new Map<number, ChoicePoint[]>()
  private runs = 0
  private fuel: number
  private handed: ChoicePoint | null = null
  private taken = 0
  private readonly unit: number
  private readonly source: RandomSource
  /** What is random at a point depends on the way there, and on nothing else. */
  private readonly sources = new WeakMap<ChoicePoint, RandomSource>()
  private starts = 0

  constructor(source: RandomSource, unit: number) {
    this.source = source
    this.unit = unit
    this.fuel = unit
  }

  push(point: ChoicePoint): void {
    const from = this.handed
    const above = from === null ? this.source : this.sources.get(from)!
    const source = above.split(from === null ? this.starts++ : from.taken)
    this.sources.set(point, source)
    point.shuffle(source.sequence())
    while (this.run.at(-1)?.spent) this.run.pop()
    this.run.push(point)
  }

  next(): ChoicePoint | null {
    for (;;) {
      const point = this.run.at(-1)
      if (point === undefined) {
        if (this.left.size === 0) return null
        this.restart()
      } else if (point.spent) this.run.pop()
      else if (point === this.handed && point.taken === this.taken) return point
      else if (this.fuel-- > 0) {
        this.handed = point
        this.taken = point.taken
        return point
      } else this.restart()
    }
  }

  /** Leaves the run, and takes one of the points that have the fewest choices behind them. */
  private restart(): void {
    for (const point of this.run) {
      if (point.spent) continue
      const others = this.left.get(point.depth)
      if (others === undefined) this.left.set(point.depth, [point])
      else others.push(point)
    }
    this.run = []
    this.fuel = this.unit * luby(++this.runs)
    this.handed = null
    if (this.left.size === 0) return
    const depth = Math.min(...this.left.keys())
    const points = this.left.get(depth)!
    const at = Math.floor(this.source.split(-this.runs).number * points.length)
    this.run.push(points[at]!)
    points[at] = points.at(-1)!
    points.pop()
    if (points.length === 0) this.left.delete(depth)
  }

  *[Symbol.iterator](): Iterator<ChoicePoint> {
    for (const points of [this.run, ...this.left.values()])
      for (const point of points) if (!point.spent) yield point
  }
}

/** 1 1 2 1 1 2 4 …: every second run is short, every fourth of the others twice as long, and so on. */
function luby(run: number): number {
  let power = 1
  while (2 * power - 1 < run) power *= 2
  return 2 * power - 1 === run ? power : luby(run - power + 1)
}

export interface RandomRestartsOptions {
  /** Any number; equal seeds give equal searches. */
  readonly seed: number
  /** Steps of the shortest run. Default: 128. */
  readonly unit?: number
}

/**
 * Explores depth first with the options in a random order, and starts again where fewer choices have been made as
 * soon as a run gets long. For puzzles with many solutions, where the order of the options tells nothing.
 *
 * Law: on finite trees it finds every solution, each once; equal seeds give equal streams.
 *
 * ```ts
 * import { choose, guard, randomRestarts, solve } from 'multishot'
 *
 * const columns = Array.from({ length: 16 }, (_, column) => column)
 * function* queens() {
 *   const board: number[] = []
 *   while (board.length < 16) {
 *     const column = yield* choose(columns)
 *     const row = board.length
 *     yield* guard(board.every((other, at) => other !== column && Math.abs(other - column) !== row - at))
 *     board.push(column)
 *   }
 *   return board
 * }
 * const placed = solve(queens, { strategy: randomRestarts({ seed: 1 }) })
 * console.log(placed.take(1).toArray()[0]!.length, placed.status.steps < 20_000) // → 16 true
 * ```
 *
 * Options of an iterable that is drawn lazily come in its own order.
 */
export function randomRestarts({ seed, unit = 128 }: RandomRestartsOptions): Strategy {
  return {
    name: 'random restarts',
    frontier: () => new RandomRestarts(RandomSource.of(seed), unit),
  }
}
