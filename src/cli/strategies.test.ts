import { expect, test } from 'vitest'
import {
  amb,
  beam,
  bestFirst,
  breadthFirst,
  cost,
  depthFirst,
  either,
  fair,
  iterativeDeepening,
  limitedDiscrepancy,
  monteCarlo,
  randomRestarts,
  solve,
  type Strategy,
} from 'multishot'
import { strategies, strategyOf, type StrategyChoice } from './strategies.ts'

function* words(before: string): Generator<any, string, any> {
  const last = function* () {
    return before + (yield* amb('x', 'y'))
  }
  const longer = function* () {
    yield* cost(1)
    return yield* words(`${before}a`)
  }
  return before.length === 4 ? yield* last() : yield* either(longer, last)
}
const longest = ({ cost }: { readonly cost: number }): number => -cost
const worth = (word: string): number => word.length

const found = (strategy: Strategy): string[] => solve(() => words(''), { strategy }).toArray()
const meant = (choice: StrategyChoice): Strategy =>
  strategyOf(choice, (name) => ({ longest, worth, fair })[name])

const pairs: readonly (readonly [StrategyChoice, Strategy])[] = [
  [{ name: 'depth-first' }, depthFirst],
  [{ name: 'breadth-first' }, breadthFirst],
  [{ name: 'iterative-deepening' }, iterativeDeepening()],
  [{ name: 'iterative-deepening', start: 3 }, iterativeDeepening({ start: 3 })],
  [
    { name: 'iterative-deepening', next: { by: 'sum', amount: 3 } },
    iterativeDeepening({ next: (depth) => depth + 3 }),
  ],
  [
    { name: 'iterative-deepening', next: { by: 'product', amount: 2 } },
    iterativeDeepening({ next: (depth) => depth * 2 }),
  ],
  [{ name: 'best-first' }, bestFirst()],
  [{ name: 'best-first', priority: 'longest' }, bestFirst({ priority: longest })],
  [{ name: 'beam', width: 2 }, beam({ width: 2 })],
  [{ name: 'beam', width: 1, priority: 'longest' }, beam({ width: 1, priority: longest })],
  [{ name: 'limited-discrepancy' }, limitedDiscrepancy],
  [{ name: 'fair' }, fair],
  [{ name: 'random-restarts' }, randomRestarts({ seed: 1 })],
  [{ name: 'random-restarts', seed: 7, unit: 2 }, randomRestarts({ seed: 7, unit: 2 })],
  [{ name: 'monte-carlo' }, monteCarlo({ seed: 1 })],
  [
    { name: 'monte-carlo', seed: 3, exploration: 0.1, reward: 'worth' },
    monteCarlo({ seed: 3, exploration: 0.1, reward: worth }),
  ],
  [{ name: 'export:fair' }, fair],
]

test.each(pairs)('%j searches as the strategy of the library', (choice, strategy) => {
  expect(meant(choice).name).toBe(strategy.name)
  expect(found(meant(choice))).toEqual(found(strategy))
})

test('every strategy of the table is among these', () => {
  expect(Object.keys(strategies)).toEqual([
    ...new Set(pairs.map(([{ name }]) => name).filter((name) => !name.startsWith('export:'))),
  ])
})
