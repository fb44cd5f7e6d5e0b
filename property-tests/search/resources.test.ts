import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assertClosedInTime, assertClosedOnce, type Stop } from './resource-laws.ts'
import { treesOf, type Tree } from './resource-trees.ts'

const trees = treesOf(
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
)

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

/** The same tree, with all resources shared. */
const shared = (tree: Tree): Tree => {
  if ('child' in tree)
    return { ...tree, ...('onFork' in tree && { onFork: 'share' }), child: shared(tree.child) } as Tree
  return 'children' in tree ? { ...tree, children: tree.children.map(shared) } : tree
}

test('a shared resource is closed when its last branch has ended, and each `finally` runs once in a branch that leaves it', () => {
  const law = fc.property(treesOf('leaf', 'fail', 'amb', 'drawn', 'either', 'open', 'try', 'call'), (tree) =>
    assertClosedInTime(shared(tree)),
  )
  expect(fc.assert(law, { numRuns: 1000 })).toBeUndefined()
}, 60_000)
