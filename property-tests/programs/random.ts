/**
 * Random choices for the grammar, drawn from fast-check's own source, so that a run is repeated by its seed.
 */
import type { Random as Source } from 'fast-check'

export interface Random {
  /** A whole number from `low` to `high`, both included. */
  readonly int: (low: number, high: number) => number
  readonly chance: (percent: number) => boolean
  readonly pick: <A>(from: readonly A[]) => A
  /** One of the items, each as often as its weight says. */
  readonly weighted: <A>(from: readonly A[], weightOf: (item: A) => number) => A
}

export const randomFrom = (source: Source): Random => {
  const int = (low: number, high: number): number => source.nextInt(low, high)
  const weighted = <A>(from: readonly A[], weightOf: (item: A) => number): A => {
    const total = from.reduce((sum, item) => sum + weightOf(item), 0)
    let left = int(1, Math.max(1, total))
    for (const item of from) {
      left -= weightOf(item)
      if (left <= 0) return item
    }
    throw new Error('Nothing to choose from: every form that could stand here has weight 0')
  }
  return {
    int,
    chance: (percent) => int(1, 100) <= percent,
    pick: (from) => from[int(0, from.length - 1)] as (typeof from)[number],
    weighted,
  }
}
