// The strategies as the command line names them: what may be written, as plain data that one thread hands to the
// other, and which value of the library it means.

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
  type Priority,
  type Strategy,
} from '../search/index.ts'
import { notAFunction, notAStrategy } from './errors.ts'
import type { Exported } from './program.ts'

/** The options of `multishot run` that belong to some strategies only. */
export interface StrategyOptions {
  readonly start?: number
  /** How a depth grows from round to round. */
  readonly next?: Growth
  readonly width?: number
  /** The export that says how urgent a branch is. */
  readonly priority?: string
  readonly seed?: number
  readonly unit?: number
  readonly exploration?: number
  /** The export that says what a solution is worth. */
  readonly reward?: string
}

/** `+3` or `x2`. */
export interface Growth {
  readonly by: 'sum' | 'product'
  readonly amount: number
}

/** What is known of a strategy. */
export interface Known {
  /** What it does, for the help. */
  readonly meaning: string
  readonly takes: readonly (keyof StrategyOptions)[]
}

export const strategies = {
  'depth-first': {
    meaning: 'each branch to its end, options from left to right (default)',
    takes: [],
  },
  'breadth-first': {
    meaning: 'the branches with the fewest choices; so the shortest solution first',
    takes: [],
  },
  'iterative-deepening': {
    meaning: 'the same in the memory of one branch: depth first, again and again, deeper',
    takes: ['start', 'next'],
  },
  'best-first': {
    meaning: 'what costs least, by cost() and estimate() in the program, or by --priority',
    takes: ['priority'],
  },
  beam: {
    meaning: 'level by level, and only the --width best branches of each',
    takes: ['width', 'priority'],
  },
  'limited-discrepancy': {
    meaning: 'what goes least often against the order of the options',
    takes: [],
  },
  fair: {
    meaning: 'everything in turns: finds every solution, whatever is infinite',
    takes: [],
  },
  'random-restarts': {
    meaning: 'a random order, and again from the top when that takes long',
    takes: ['seed', 'unit'],
  },
  'monte-carlo': {
    meaning: 'random branches, more of them where earlier ones came out well',
    takes: ['seed', 'exploration', 'reward'],
  },
} as const satisfies Readonly<Record<string, Known>>

export type StrategyName = keyof typeof strategies

/** A strategy of the file's own stands there as `export:NAME`. */
export interface StrategyChoice extends StrategyOptions {
  readonly name: StrategyName | `export:${string}`
}

/** What the table knows of a strategy; undefined of one that the file exports. */
export function known(name: StrategyChoice['name']): Known | undefined {
  return isKnown(name) ? strategies[name] : undefined
}

export function isKnown(name: string): name is StrategyName {
  return Object.hasOwn(strategies, name)
}

/** The value that is meant. */
export function strategyOf(
  { name, start, next, width, priority, seed = 1, unit, exploration, reward }: StrategyChoice,
  exported: Exported,
): Strategy {
  const ordered = (): { priority: Priority | undefined } => ({
    priority: priority === undefined ? undefined : called(priority, '--priority'),
  })
  const called = (exportName: string, option: string): ((...given: unknown[]) => number) => {
    const value = exported(exportName, option)
    if (typeof value !== 'function') throw notAFunction(exportName, option, value)
    return value as (...given: unknown[]) => number
  }
  switch (name) {
    case 'depth-first':
      return depthFirst
    case 'breadth-first':
      return breadthFirst
    case 'iterative-deepening':
      return iterativeDeepening({ start, next: next && grown(next) })
    case 'best-first':
      return bestFirst(ordered())
    case 'beam':
      return beam({ width: width!, ...ordered() })
    case 'limited-discrepancy':
      return limitedDiscrepancy
    case 'fair':
      return fair
    case 'random-restarts':
      return randomRestarts({ seed, unit })
    case 'monte-carlo': {
      const worth = reward === undefined ? undefined : called(reward, '--reward')
      return monteCarlo({ seed, exploration, reward: worth })
    }
    default: {
      const exportName = name.slice('export:'.length)
      const strategy = exported(exportName, '--strategy')
      if (!isStrategy(strategy)) throw notAStrategy(exportName, strategy)
      return strategy
    }
  }
}

function grown({ by, amount }: Growth): (depth: number) => number {
  return by === 'sum' ? (depth) => depth + amount : (depth) => depth * amount
}

function isStrategy(value: unknown): value is Strategy {
  const { name, frontier } = Object(value) as Partial<Strategy>
  return typeof name === 'string' && typeof frontier === 'function'
}
