/** The laws of strategies: each takes the strategy, so that a new one only has to be listed. */
import { expect } from 'vitest'
import {
  beam,
  bestFirst,
  breadthFirst,
  depthFirst,
  fair,
  iterativeDeepening,
  limitedDiscrepancy,
  monteCarlo,
  randomRestarts,
  solve,
} from 'multishot'
import type { Strategy } from 'multishot'
import { reference, search, type Tree } from './trees.ts'

/** The strategies that come with the library, each such that it finds all solutions of a finite tree. */
export const complete: readonly Strategy[] = [
  depthFirst,
  breadthFirst,
  bestFirst(),
  fair,
  beam({ width: Infinity }),
  limitedDiscrepancy,
  iterativeDeepening(),
  randomRestarts({ seed: 3, unit: 2 }),
  monteCarlo({ seed: 3, reward: Number }),
]

const sorted = (values: readonly number[]): number[] => values.toSorted((a, b) => a - b)

/** On a finite tree every strategy finds the same solutions, each as often. */
export const assertAgrees = (strategy: Strategy, tree: Tree): void => {
  const { solutions, failures } = reference(tree)
  const stream = solve(search(tree), { strategy })
  expect(sorted(stream.toArray())).toEqual(sorted(solutions))
  expect(stream.status).toMatchObject({ reason: 'exhausted', solutions: solutions.length, failures })
}

/** What is found under a bound is the beginning of what is found without. */
export const assertSteady = (strategy: Strategy, tree: Tree, bound: number): void => {
  const all = solve(search(tree), { strategy }).toArray()
  for (const options of [{ steps: bound }, { solutions: bound }]) {
    const stream = solve(search(tree), { strategy, ...options })
    const found = stream.toArray()
    expect(found).toEqual(all.slice(0, found.length))
    if (options.steps !== undefined) expect(stream.status.steps).toBeLessThanOrEqual(options.steps)
    if (stream.status.reason === 'exhausted') expect(found).toEqual(all)
  }
}
