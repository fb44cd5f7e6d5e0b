import fc from 'fast-check'
import { expect, test } from 'vitest'
import { breadthFirst, depthFirst, fair, solveAsync, type SolveOptions } from 'multishot'
import { pauses } from './async/pauses.ts'
import { asyncResourceSearch, Clock, type Pause } from './async/twin.ts'
import {
  assertClosedInTime,
  assertClosedOnce,
  assertClosedOnceAsync,
  countFinally,
  countingTries,
  type AsyncStop,
  type Stop,
} from './resource-laws.ts'
import { search, treesOf, type Tree } from './resource-trees.ts'

const tags = [
  'leaf',
  'throw',
  'fail',
  'amb',
  'drawn',
  'either',
  'open',
  'nested',
  'dropped',
  'try',
  'call',
] as const
const trees = treesOf(...tags)
/** Trees with sub-programs: what is opened inside of them and around them. */
const scopedTrees = treesOf(...tags, 'scoped', 'commit')

const stops: fc.Arbitrary<Stop> = fc.record({
  how: fc.constantFrom('exhaust', 'solutions', 'steps', 'close', 'abort'),
  after: fc.nat(12),
})

test('however a search of a random tree ends, every resource is closed once, and none while a branch needs it', () => {
  let opened = 0
  const law = fc.property(trees, stops, (tree, stop) => {
    opened += assertClosedOnce(tree, stop).opened
  })
  expect(fc.assert(law, { numRuns: 4000 })).toBeUndefined()
  // So that the trees do not degenerate unnoticed.
  expect(opened).toBeGreaterThan(4000)
}, 60_000)

const asyncStops: fc.Arbitrary<AsyncStop> = fc.record({
  how: fc.constantFrom('exhaust', 'solutions', 'steps', 'break', 'take', 'close', 'abort'),
  after: fc.nat(12),
})

const ways: fc.Arbitrary<SolveOptions> = fc.constantFrom(
  {},
  { strategy: depthFirst },
  { strategy: breadthFirst },
  { strategy: fair },
  { merge: true },
  { strategy: breadthFirst, merge: true },
)

test('so it is inside of operators with a scope, under every strategy, and where equal branches merge', () => {
  let opened = 0
  const law = fc.property(scopedTrees, stops, ways, (tree, stop, options) => {
    opened += assertClosedOnce(tree, stop, options).opened
  })
  expect(fc.assert(law, { numRuns: 4000 })).toBeUndefined()
  expect(opened).toBeGreaterThan(4000)
}, 120_000)

test('so it is in tabled functions, whose answers branches share', () => {
  let opened = 0
  const law = fc.property(treesOf(...tags, 'tabled'), stops, (tree, stop) => {
    opened += assertClosedOnce(tree, stop).opened
  })
  expect(fc.assert(law, { numRuns: 2000 })).toBeUndefined()
  expect(opened).toBeGreaterThan(1000)
}, 120_000)

test('so it is in a search that lets others have their turn', async () => {
  let opened = 0
  const law = fc.asyncProperty(scopedTrees, asyncStops, ways, async (tree, stop, way) => {
    const { opened: count } = await assertClosedOnceAsync(
      (ledger, options) => solveAsync(search(tree, ledger), { ...options, ...way, slice: 0 }),
      stop,
    )
    opened += count
  })
  await fc.assert(law, { numRuns: 1000 })
  expect(opened).toBeGreaterThan(1000)
}, 120_000)

const leaf: Tree = { tag: 'leaf', value: 0 }
const atOnce: Pause = { how: 'value', many: 1 }

/** Found once: another branch throws while a generator that is driven by hand still opens its resource. */
const openingAtTheEnd: [Tree, readonly Pause[], AsyncStop, number] = [
  {
    tag: 'drawn',
    children: [
      { tag: 'amb', children: [{ tag: 'dropped', child: leaf }] },
      { tag: 'throw', value: 0 },
    ],
  },
  [atOnce, atOnce, { how: 'ticks', many: 3 }, atOnce, { how: 'ticks', many: 4 }, { how: 'turns', many: 1 }],
  { how: 'exhaust', after: 0 },
  Infinity,
]

/** Found once: the last solution that is taken is the last one, and its resource is still being closed. */
const closingAtTheEnd: [Tree, readonly Pause[], AsyncStop, number] = [
  {
    tag: 'amb',
    children: [
      leaf,
      {
        tag: 'open',
        onFork: 'share',
        child: {
          tag: 'open',
          onFork: 'dup',
          child: { tag: 'amb', children: [{ tag: 'nested', onFork: 'share', child: leaf }, leaf, leaf] },
        },
      },
    ],
  },
  [atOnce, atOnce, { how: 'turns', many: 1 }, atOnce],
  { how: 'take', after: 4 },
  1,
]

test('so it is with async programs, however many branches are under way, and while resources are opened and closed', async () => {
  let opened = 0
  const concurrencies = fc.constantFrom(1, 2, 5, Infinity)
  const law = fc.asyncProperty(
    trees,
    pauses,
    asyncStops,
    concurrencies,
    async (tree, waits, stop, concurrency) => {
      const { opened: count } = await assertClosedOnceAsync(
        (ledger, options) =>
          solveAsync(asyncResourceSearch(tree, ledger, new Clock(waits)), { ...options, concurrency }),
        stop,
      )
      opened += count
    },
  )
  expect(
    await fc.assert(law, { numRuns: 2500, examples: [openingAtTheEnd, closingAtTheEnd] }),
  ).toBeUndefined()
  expect(opened).toBeGreaterThan(2500)
}, 120_000)

/** The same tree, with all resources shared. */
const shared = (tree: Tree): Tree => {
  if ('child' in tree)
    return { ...tree, ...('onFork' in tree && { onFork: 'share' }), child: shared(tree.child) } as Tree
  return 'children' in tree ? ({ ...tree, children: tree.children.map(shared) } as Tree) : tree
}

test('a shared resource is closed when its last branch has ended, and each `finally` runs once in a branch that leaves it', () => {
  const law = fc.property(treesOf('leaf', 'fail', 'amb', 'drawn', 'either', 'open', 'try', 'call'), (tree) =>
    assertClosedInTime(shared(tree)),
  )
  expect(fc.assert(law, { numRuns: 1000 })).toBeUndefined()
}, 60_000)

/** Branches that fail, throw, are cut by `commit`, or are given up by whatever ends the search. */
const tried = treesOf('leaf', 'throw', 'fail', 'amb', 'drawn', 'either', 'open', 'try', 'call', 'commit').map(
  (tree) => countingTries(tree),
)

test('however a search ends, no `finally` runs in a branch that fails, is cut or is given up, and each other one once', () => {
  let count = 0
  const law = fc.property(tried, stops, ways, (tree, stop, way) => {
    const { ran, due } = countFinally(assertClosedOnce(tree, stop, way))
    expect(ran).toBe(due)
    count += ran
  })
  expect(fc.assert(law, { numRuns: 3000 })).toBeUndefined()
  expect(count).toBeGreaterThan(300)
}, 60_000)

test('so it is with async programs; a branch that is given up on its way out runs no further one', async () => {
  let count = 0
  const law = fc.asyncProperty(tried, pauses, asyncStops, async (tree, waits, stop) => {
    const ledger = await assertClosedOnceAsync(
      (opening, options) => solveAsync(asyncResourceSearch(tree, opening, new Clock(waits)), options),
      stop,
    )
    const { ran, due } = countFinally(ledger)
    const isWhole = stop.how === 'exhaust' && !ledger.log.some((line) => line.startsWith('throw'))
    expect(ran).toBeGreaterThanOrEqual(isWhole ? due : 0)
    expect(ran).toBeLessThanOrEqual(due)
    count += ran
  })
  expect(await fc.assert(law, { numRuns: 1000 })).toBeUndefined()
  expect(count).toBeGreaterThan(100)
}, 60_000)
