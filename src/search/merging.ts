// Merging: of branches that have come to the same state, one goes on. A tree becomes a graph, and a program needs no
// list of what it has visited. Two branches are in the same state if they stand at the same place with variables that
// a program cannot tell apart (src/runtime/portrait.ts) and wait for the same options.
//
// Law: the set of solutions is the same with and without, under every strategy that leaves none out. Equal solutions
// that are reached in several ways are found less often, and under `cost` by one of the cheapest ways.

import { abandonStack } from '../runtime/abandon.ts'
import { draw, isAlike } from '../runtime/portrait.ts'
import type { Portrait } from '../runtime/portrait.ts'
import type { ChoicePoint } from './choice-point.ts'
import { cannotMerge } from './errors.ts'
import type { Frontier, Strategy } from './frontier.ts'

/** Counts the branches that were dropped. */
export interface Tally {
  merged: number
  /** Hears of each: `by` is the point of the branch that goes on instead. Default: nobody does. */
  dropped?: (point: ChoicePoint, by: ChoicePoint) => void
}

/** A state that some branch has come to, and the cheapest one that has. */
interface State {
  readonly portrait: Portrait
  best: ChoicePoint
  cost: number
  /** Counts only where branches that are too deep are left out until they start again. */
  depth: number
}

/** The frontier of `strategy`, on states instead of branches. Scopes in it do not merge: some of them count. */
export function merging(strategy: Strategy, tally: Tally): Frontier {
  if (strategy.merges === false) throw cannotMerge(strategy.name)
  return new Merging(strategy.frontier(), tally)
}

class Merging implements Frontier {
  private readonly inner: Frontier
  private readonly tally: Tally
  private readonly states = new Map<number, State[]>()
  /** Points that stand for a state which a cheaper branch has come to since, and where that one stands. */
  private readonly outdone = new Map<ChoicePoint, ChoicePoint>()
  /** The round in which these were seen. */
  private seenIn: number | undefined

  constructor(inner: Frontier, tally: Tally) {
    this.inner = inner
    this.tally = tally
  }

  push(point: ChoicePoint): void {
    const before = point.isScope ? null : this.cameBefore(point)
    if (before === null) this.inner.push(point)
    else this.drop(point, before)
  }

  next(): ChoicePoint | null {
    const { inner, outdone } = this
    for (;;) {
      const point = inner.next()
      const by = point === null ? undefined : outdone.get(point)
      if (by === undefined) return point
      outdone.delete(point!)
      if (point!.taken === 0) this.drop(point!, by)
    }
  }

  returned(value: unknown, cost: number): boolean {
    return this.inner.returned?.(value, cost) !== false
  }

  get pruned(): boolean {
    return this.inner.pruned === true
  }

  get deepest(): number | undefined {
    return this.inner.deepest
  }

  set deepest(deepest: number | undefined) {
    this.inner.deepest = deepest
  }

  get isCutOff(): boolean {
    return this.inner.isCutOff === true
  }

  deepen(): void {
    this.inner.deepen?.()
  }

  [Symbol.iterator](): Iterator<ChoicePoint> {
    return this.inner[Symbol.iterator]()
  }

  /** The point of a branch that has come to this state as cheaply; null if there is none: then it is remembered. */
  private cameBefore(point: ChoicePoint): ChoicePoint | null {
    if (this.inner.round !== this.seenIn) this.forget()
    const portrait = draw((to) => {
      to.stack(point.stack)
      point.describe(to)
    })
    const alike = this.states.get(portrait.hash)
    const known = alike?.find((each) => isAlike(each.portrait, portrait))
    const { cost } = point
    const depth = this.seenIn === undefined ? 0 : point.depth
    if (known === undefined) {
      const state = { portrait, best: point, cost, depth }
      if (alike === undefined) this.states.set(portrait.hash, [state])
      else alike.push(state)
      return null
    }
    if (known.cost <= cost && known.depth <= depth) return known.best
    if (cost <= known.cost && depth <= known.depth) {
      this.outdone.set(known.best, point)
      known.best = point
      known.cost = cost
      known.depth = depth
    }
    return null
  }

  /** What was explored before branches started again is explored once more. */
  private forget(): void {
    this.seenIn = this.inner.round
    this.states.clear()
    this.outdone.clear()
  }

  private drop(point: ChoicePoint, by: ChoicePoint): void {
    this.tally.merged++
    this.tally.dropped?.(point, by)
    point.close()
    point.size = point.taken
    abandonStack(point.stack)
  }
}
