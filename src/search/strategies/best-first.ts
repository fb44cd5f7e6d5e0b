// Best first: the branch with the least key, whatever the key says.
//
// Sources: Dijkstra, "A Note on Two Problems in Connexion with Graphs" (1959), for the cost alone; Hart, Nilsson &
// Raphael, "A Formal Basis for the Heuristic Determination of Minimum Cost Paths" (1968), with an estimate (A*).

import { BranchView } from '../branch-view.ts'
import type { Branch } from '../branch-view.ts'
import type { ChoicePoint } from '../choice-point.ts'
import { notAPriority } from '../errors.ts'
import type { Frontier, Strategy } from '../frontier.ts'
import { Heap } from '../heap.ts'

/** Says how urgent a branch is: the least number goes first. Called once for every choice that is met. */
export type Priority = (branch: Branch) => number

class BestFirst implements Frontier {
  private readonly heap = new Heap()
  private readonly keyOf: (point: ChoicePoint) => number
  /** Whether anything was handed out: before, branches have not begun, and nobody can say how urgent they are. */
  private begun = false

  constructor(keyOf: (point: ChoicePoint) => number) {
    this.keyOf = keyOf
  }

  push(point: ChoicePoint): void {
    this.settle()
    this.heap.push(this.begun ? this.keyOf(point) : -Infinity, point)
  }

  next(): ChoicePoint | null {
    this.begun = true
    this.settle()
    return this.heap.top ?? null
  }

  /** Only the top has changed since it was handed out: it is spent, or a scope whose best branch is another now. */
  private settle(): void {
    const { heap } = this
    for (let { top } = heap; top !== undefined; top = heap.top) {
      if (top.spent) {
        heap.pop()
        continue
      }
      if (!top.isScope) return
      const key = this.keyOf(top)
      if (key === heap.topKey) return
      heap.rekey(key)
    }
  }

  *[Symbol.iterator](): Iterator<ChoicePoint> {
    for (const point of this.heap) if (!point.spent) yield point
  }
}

/** What a branch must come to at least. */
export function leastTotal(point: ChoicePoint): number {
  return point.bound > point.cost ? point.bound : point.cost
}

/** The key of a point under a priority of the user's. */
export function keyBy(priority: Priority | undefined): (point: ChoicePoint) => number {
  if (priority === undefined) return leastTotal
  return (point) => {
    const key = priority(new BranchView(point))
    // Nothing can be said to come before or after NaN.
    if (typeof key !== 'number' || Number.isNaN(key)) throw notAPriority(key)
    return key
  }
}

export interface BestFirstOptions {
  /** Default: `cost + estimate`, which is uniform-cost search where no program estimates, and A* where it does. */
  readonly priority?: Priority
}

/**
 * Explores the branch first whose `priority` is the least; of equals, the one that has waited longest.
 *
 * Law: without a priority, solutions come in the order of their costs, if no estimate is too high. A branch inside
 * a sub-program (`once` and its like) is compared with all others.
 *
 * ```ts
 * import { amb, bestFirst, cost, guard, solve } from 'multishot'
 *
 * const roads: Record<string, [string, number][]> = {
 *   Arad: [['Sibiu', 140], ['Timisoara', 118]],
 *   Sibiu: [['Fagaras', 99], ['Rimnicu', 80]],
 *   Timisoara: [['Lugoj', 111]],
 *   Fagaras: [['Bucharest', 211]],
 *   Rimnicu: [['Pitesti', 97]],
 *   Pitesti: [['Bucharest', 101]],
 * }
 * function* route(from: string, to: string) {
 *   const path = [from]
 *   for (let at = from; at !== to; path.push(at)) {
 *     const [next, length] = yield* amb(...(roads[at] ?? []))
 *     yield* cost(length)
 *     at = next
 *   }
 *   return path
 * }
 * const [shortest] = solve(() => route('Arad', 'Bucharest'), { strategy: bestFirst() }).take(1)
 * console.log(shortest) // → [ 'Arad', 'Sibiu', 'Rimnicu', 'Pitesti', 'Bucharest' ]
 * ```
 *
 * A heuristic may come from the program (`estimate`), or look at its variables: greedy search by what is left is
 * `bestFirst({ priority: ({ estimate }) => estimate })`, and A* by a variable `left` of the program
 * `bestFirst({ priority: ({ cost, variables }) => cost + Number(variables.left) })`.
 *
 * Not promised: completeness, where endlessly many branches are better than the one with the solution.
 */
export function bestFirst({ priority }: BestFirstOptions = {}): Strategy {
  const keyOf = keyBy(priority)
  return { name: 'best-first', concurrent: true, frontier: () => new BestFirst(keyOf) }
}
