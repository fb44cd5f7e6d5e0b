// All solutions of n-queens under strategies that put every choice point into a frontier. The answer is the number of
// steps, which is the engine's own count: `status.steps`.

import { bestFirst, breadthFirst, choose, cost, fair, guard, limitedDiscrepancy, solve } from 'multishot'
import type { Strategy } from 'multishot'

const immutable: unique symbol = Symbol.for('multishot.immutable')

class Cell {
  static readonly [immutable] = true
  declare readonly head: number
  declare readonly tail: Cell | null
  constructor(head: number, tail: Cell | null) {
    this.head = head
    this.tail = tail
  }
}

const size = 10
const columns = Array.from({ length: size }, (_, column) => column)

function isSafe(column: number, queens: Cell | null): boolean {
  for (let cell = queens, distance = 1; cell !== null; cell = cell.tail, distance++) {
    if (cell.head === column || Math.abs(cell.head - column) === distance) return false
  }
  return true
}

function* program() {
  let queens: Cell | null = null
  for (let row = 0; row < size; row++) {
    const column: number = yield* choose(columns)
    yield* guard(isSafe(column, queens))
    queens = new Cell(column, queens)
  }
  return queens
}

/** A board costs the sum of its columns, row by row, so that most keys differ. */
export function* costly() {
  let queens: Cell | null = null
  for (let row = 0; row < size; row++) {
    const column: number = yield* choose(columns)
    yield* guard(isSafe(column, queens))
    yield* cost(column * row)
    queens = new Cell(column, queens)
  }
  return queens
}

function steps(searched: () => Generator<any, Cell | null, any>, strategy: Strategy): number {
  const stream = solve(searched, { strategy })
  let found = 0
  for (const _ of stream) found++
  if (found !== 724) throw new Error(`${strategy.name} found ${found} solutions`)
  return stream.status.steps
}

export const breadth = (): number => steps(program, breadthFirst)
export const best = (): number => steps(program, bestFirst())
export const deepest = (): number => steps(program, bestFirst({ priority: ({ depth }) => -depth }))
export const cheapest = (): number => steps(costly, bestFirst())
export const inTurns = (): number => steps(program, fair)
export const discrepancy = (): number => steps(program, limitedDiscrepancy)
