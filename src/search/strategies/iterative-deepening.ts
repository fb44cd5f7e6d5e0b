// Iterative deepening: depth first up to a depth, then once more from the start up to a greater one. It finds what
// breadth first finds, with the memory of depth first; the price is that the upper part of the tree is explored again.
//
// A branch is new in a round if it has come to a point that the round before did not go beyond. Only new branches
// count when they return, so no solution is given twice.
// Source: Korf, "Depth-First Iterative-Deepening" (1985).

import type { ChoicePoint } from '../choice-point.ts'
import type { Frontier, Strategy } from '../frontier.ts'
import { fair } from './fair.ts'

interface Entry {
  readonly point: ChoicePoint
  isNew: boolean
}

class IterativeDeepening implements Frontier {
  /** Where the search starts, never touched. */
  private readonly starts: ChoicePoint[] = []
  private stack: Entry[] = []
  private handed: Entry | null = null
  /** How deep the round before went, and how deep this one goes. */
  private before = -1
  private depth: number
  /** Whether this round has left anything out. */
  private cutOff = false
  private begun = false
  deepest = Infinity
  round = 0
  private readonly deeper: (depth: number) => number

  constructor(start: number, deeper: (depth: number) => number) {
    this.depth = start
    this.deeper = deeper
  }

  push(point: ChoicePoint): void {
    if (!this.begun) {
      this.starts.push(point)
      return
    }
    while (this.stack.at(-1)?.point.spent) this.stack.pop()
    this.stack.push({ point, isNew: this.handed!.isNew })
  }

  next(): ChoicePoint | null {
    if (!this.begun) {
      this.depth = Math.min(this.depth, this.deepest)
      this.start()
    }
    for (;;) {
      const entry = this.stack.at(-1)
      if (entry === undefined) {
        if (!this.cutOff || this.depth >= this.deepest) return null
        this.before = this.depth
        this.depth = Math.min(Math.max(this.depth + 1, this.deeper(this.depth)), this.deepest)
        this.start()
        continue
      }
      const { point } = entry
      if (point.spent) this.stack.pop()
      else if (point.depth > this.depth) {
        this.cutOff = true
        this.stack.pop()
        point.close()
      } else {
        if (point.depth > this.before) entry.isNew = true
        this.handed = entry
        return point
      }
    }
  }

  returned(): boolean {
    return this.handed!.isNew
  }

  get isCutOff(): boolean {
    return this.cutOff && this.depth >= this.deepest
  }

  private start(): void {
    this.begun = true
    this.round++
    this.cutOff = false
    const isNew = this.before < 0
    this.stack = this.starts.toReversed().map((point) => ({ point: point.anew(), isNew }))
  }

  *[Symbol.iterator](): Iterator<ChoicePoint> {
    for (const { point } of this.stack) if (!point.spent) yield point
    yield* this.starts
  }
}

export interface IterativeDeepeningOptions {
  /** The most choices on a branch in the first round. Default: 1. */
  readonly start?: number
  /** From the depth of a round to that of the next one. Default: one more. */
  readonly next?: (depth: number) => number
}

/**
 * Explores depth first all branches with at most `start` choices, then from the start again those with `next(start)`,
 * and so on. Memory for one branch only; parts of the program run several times.
 *
 * Law: it finds what `breadthFirst` finds, each solution once, and those with fewer choices first as far as `next`
 * goes in small steps.
 *
 * ```ts
 * import { amb, either, iterativeDeepening, solve } from 'multishot'
 *
 * function* words(): Generator<any, string, any> {
 *   return yield* either(
 *     function* () { return 'a' + (yield* words()) },
 *     function* () { return yield* amb('x', 'y') },
 *   )
 * }
 * console.log(...solve(words, { strategy: iterativeDeepening() }).take(5)) // → x y ax ay aax
 * ```
 *
 * Tabled functions keep their answers from round to round: they are searched by `fair`. Not promised: an end, where a
 * choice has infinitely many options, or a table infinitely many answers; there `fair` goes on.
 */
export function iterativeDeepening({
  start = 1,
  next = (depth) => depth + 1,
}: IterativeDeepeningOptions = {}): Strategy {
  return { name: 'iterative deepening', frontier: () => new IterativeDeepening(start, next), tabling: fair }
}
