// The rows of the table: which contenders stand against each other, which figure is made of their times,
// and what that figure must reach. Rows without a target are shown because they explain the others.

import { compiled, nameOf, native, type Contender } from './contender.ts'
import type { Measurement } from './measure.ts'

export interface Row {
  readonly title: string
  readonly ours: Contender
  /** Who we are measured against; the row's figure is our own cost where there is none. */
  readonly theirs: Contender | undefined
  readonly figure: Figure
  readonly target: Target
}

/** How a row's number comes from the measurements. */
export type Figure =
  | { readonly tag: 'ours / theirs' }
  | { readonly tag: 'times faster' }
  | { readonly tag: 'ns each' }
  | { readonly tag: 'ms' }
  | { readonly tag: 'MB peak' }
  | { readonly tag: 'million steps/s' }

export type Target =
  | { readonly tag: 'at most'; readonly bound: number }
  | { readonly tag: 'at least'; readonly bound: number }
  | { readonly tag: 'none' }

const atMost = (bound: number): Target => ({ tag: 'at most', bound })
const atLeast = (bound: number): Target => ({ tag: 'at least', bound })
const none: Target = { tag: 'none' }

/** A search that copies much at every choice takes seconds: it is run once. */
const queens = (title: string, program: string, target: Target, once: boolean, run = 'searched'): Row => ({
  title: `n-queens 11, ${title} / recursion`,
  ours: compiled(program, run, 2680, { once }),
  theirs: native(program, 'recursive', 2680),
  figure: { tag: 'ours / theirs' },
  target,
})

/** The search forks one stack many times; `clone` copies one generator at a time. */
const grid = (how: 'fork' | 'clone', peer: 'by hand' | 'structuredClone', target: Target): Row => ({
  title: `${how} of a stack with a 9×9 grid / ${peer}`,
  ours: compiled('grid', how === 'fork' ? 'forked' : 'cloned', 4999, { operations: 5000 }),
  theirs: native('grid', peer === 'by hand' ? 'byHand' : 'structured', 4999),
  figure: { tag: 'ours / theirs' },
  target,
})

const cloneUnder = (
  depth: number,
  theirs: Contender | undefined,
  row: Pick<Row, 'figure' | 'target'>,
): Row => ({
  title: `clone under ${depth} yield*${theirs === undefined ? '' : ' / under 1'}`,
  ours: compiled('clone', `under${depth}`, 200_000, { operations: 200_000 }),
  theirs,
  ...row,
})

const shallowClone = compiled('clone', 'under1', 200_000, { operations: 200_000 })

/** A search of n-queens that has so many steps. */
const strategy = (title: string, run: string, steps: number, target: Target): Row => ({
  title: `n-queens 10, ${title}`,
  ours: compiled('queens-strategies', run, steps, { operations: steps }),
  theirs: undefined,
  figure: { tag: 'million steps/s' },
  target,
})

/** Our queue of choice points stays as long as no library's that keeps the order of equal keys is faster in a search. */
const queue = (library: string, run: string, target: Target): Row => ({
  title: `best first by cost, our queue / ${library}`,
  ours: compiled('queues', 'ours', 724),
  theirs: compiled('queues', run, 724),
  figure: { tag: 'ours / theirs' },
  target,
})

export const rows: readonly Row[] = [
  queens('cells that declare themselves immutable', 'queens-immutable', atMost(1.3), false),
  queens('the same closing over its size', 'queens-immutable', none, false, 'enclosed'),
  queens('the same by a recursive generator', 'queens-immutable', none, false, 'recursiveGenerator'),
  queens('plain { head, tail } cells', 'queens-plain', atMost(1.3), false),
  queens('frozen { head, tail } cells', 'queens-frozen', none, true),
  queens('mutable array', 'queens-array', none, true),
  {
    title: 'n-queens 9, against replaying native generators',
    ours: compiled('queens-nine', 'searched', 352),
    theirs: native('queens-nine', 'replayed', 352),
    figure: { tag: 'times faster' },
    target: atLeast(25),
  },
  strategy('breadth first', 'breadth', 348_151, atLeast(2)),
  strategy('best first', 'best', 348_151, atLeast(2)),
  strategy('best first by depth', 'deepest', 348_151, atLeast(2)),
  strategy('best first by cost, a step for each', 'cheapest', 380_477, none),
  strategy('fair', 'inTurns', 348_151, none),
  strategy('limited discrepancy', 'discrepancy', 348_151, none),
  queue('tinyqueue', 'tinyqueue', atMost(1)),
  queue('heap-js', 'heap', atMost(1)),
  queue('@datastructures-js/priority-queue', 'datastructures', atMost(1)),
  queue('flatqueue', 'flatqueue', none),
  grid('fork', 'by hand', atMost(1.5)),
  grid('fork', 'structuredClone', atMost(0.3)),
  grid('clone', 'structuredClone', none),
  cloneUnder(1, undefined, { figure: { tag: 'ns each' }, target: atMost(100) }),
  cloneUnder(100, undefined, { figure: { tag: 'ns each' }, target: atMost(100) }),
  cloneUnder(10_000, undefined, { figure: { tag: 'ns each' }, target: atMost(100) }),
  cloneUnder(10_000, shallowClone, { figure: { tag: 'ours / theirs' }, target: atMost(1.2) }),
  {
    title: 'plain iteration / native generator',
    ours: compiled('iteration', 'plain', 499_999_500_000),
    theirs: native('iteration', 'plain', 499_999_500_000),
    figure: { tag: 'ours / theirs' },
    target: atMost(1.3),
  },
  {
    title: 'binary tree of depth 14 by yield*, against native',
    ours: compiled('iteration', 'tree', 32_752),
    theirs: native('iteration', 'tree', 32_752),
    figure: { tag: 'times faster' },
    target: atLeast(4),
  },
  {
    title: 'recursion through 10^6 nested yield*',
    ours: compiled('clone', 'million', 1_000_000),
    theirs: undefined,
    figure: { tag: 'ms' },
    target: none,
  },
  {
    title: 'depth-first search over 10^8 steps',
    ours: compiled('depth-first', 'searched', 0, { once: true }),
    theirs: undefined,
    figure: { tag: 'MB peak' },
    target: atMost(64),
  },
]

/** The row's number, from what was measured. */
export function figureOf(row: Row, measurements: ReadonlyMap<string, Measurement>): number {
  const ours = measurements.get(nameOf(row.ours))!
  const theirs = row.theirs && measurements.get(nameOf(row.theirs))!
  switch (row.figure.tag) {
    case 'ours / theirs':
      return ours.milliseconds / theirs!.milliseconds
    case 'times faster':
      return theirs!.milliseconds / ours.milliseconds
    case 'ns each':
      return (ours.milliseconds * 1e6) / row.ours.operations
    case 'ms':
      return ours.milliseconds
    case 'MB peak':
      return ours.peakHeap! / 1e6
    case 'million steps/s':
      return row.ours.operations / ours.milliseconds / 1000
    default:
      return row.figure satisfies never
  }
}

/** Whether the figure reaches the target; undefined where nothing must be reached. */
export function reaches(figure: number, target: Target): boolean | undefined {
  switch (target.tag) {
    case 'at most':
      return figure <= target.bound
    case 'at least':
      return figure >= target.bound
    case 'none':
      return undefined
    default:
      return target satisfies never
  }
}
