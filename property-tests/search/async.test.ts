import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bestFirst, breadthFirst, depthFirst, fair } from 'multishot'
import {
  assertResumes,
  assertSameAnswers,
  assertSameOrder,
  assertSameSolutions,
  type Twins,
} from './async/laws.ts'
import { pauses } from './async/pauses.ts'
import { asyncProgram, asyncScopedSearch, Clock, type Pause } from './async/twin.ts'
import { compiledProgram } from './branching/law.ts'
import { programs } from './branching/programs.ts'
import { nativeProgram, replayed } from './branching/replay.ts'
import { asksForFirst, scopedSearch, scopedTrees, type ScopedTree } from './scoped-trees.ts'
import { complete } from './strategy-laws.ts'

const anyStrategy = fc.constantFrom(...complete)

const bounds = fc.oneof(
  fc.constant({}),
  fc.record({ steps: fc.integer({ min: 1, max: 20 }) }),
  fc.record({ solutions: fc.integer({ min: 1, max: 4 }) }),
)

const twinsOf = (text: string, waits: readonly Pause[]): Twins => ({
  plain: () => compiledProgram(text),
  awaiting: () => asyncProgram(text, new Clock(waits)),
})

const scopedTwins = (tree: ScopedTree, waits: readonly Pause[]): Twins => ({
  plain: () => scopedSearch(tree) as never,
  awaiting: () => asyncScopedSearch(tree, new Clock(waits)),
})

/** Random programs that end soon; `throws`: perhaps by an error. */
const searched = (text: string, throws: boolean): boolean => {
  const events = replayed(nativeProgram(text))
  return events !== null && (throws || events.at(-1)?.tag !== 'threw')
}

test('with one branch at a time an async program is searched as its plain twin is, by every strategy and within every bound', async () => {
  const law = fc.asyncProperty(
    programs,
    pauses,
    anyStrategy,
    bounds,
    async (text, waits, strategy, bound) => {
      fc.pre(searched(text, true))
      await assertSameOrder(twinsOf(text, waits), strategy, bound)
    },
  )
  expect(await fc.assert(law, { numRuns: 40 })).toBeUndefined()
}, 120_000)

test('however many of its branches are under way, an async program has the solutions of its plain twin', async () => {
  let most = 0
  const law = fc.asyncProperty(
    programs,
    pauses,
    anyStrategy,
    fc.constantFrom(2, 3, 8, Infinity),
    async (text, waits, strategy, concurrency) => {
      fc.pre(searched(text, false))
      const clock = new Clock(waits)
      const twins = { ...twinsOf(text, waits), awaiting: () => asyncProgram(text, clock) }
      await assertSameSolutions(twins, { strategy, concurrency })
      expect(clock.most).toBeLessThanOrEqual(concurrency)
      most = Math.max(most, clock.most)
    },
  )
  // Twelve branches at once; the random programs may have fewer.
  const wide = `function* f0(x) { let y = 0; x = yield* amb(${Array.from({ length: 12 }, (_, i) => i).join(', ')}); y += x; return y }`
  const slowly: Pause = { how: 'turns', many: 4 }
  expect(
    await fc.assert(law, { numRuns: 40, examples: [[wide, [slowly], breadthFirst, Infinity]] }),
  ).toBeUndefined()
  // So that they do not degenerate unnoticed into one at a time.
  expect(most).toBeGreaterThan(8)
}, 120_000)

test('operators with async programs inside come to what they come to with plain ones', async () => {
  const law = fc.asyncProperty(
    scopedTrees(true),
    pauses,
    fc.constantFrom(...complete.filter((strategy) => strategy.merges !== false)),
    bounds,
    async (tree, waits, strategy, bound) => {
      await assertSameOrder(scopedTwins(tree, waits), strategy, bound)
    },
  )
  expect(await fc.assert(law, { numRuns: 150 })).toBeUndefined()
}, 120_000)

test('so they do with several branches under way, where it is all one which branch comes first', async () => {
  const law = fc.asyncProperty(
    scopedTrees(false).filter((tree) => !asksForFirst(tree)),
    pauses,
    fc.constantFrom(depthFirst, breadthFirst, bestFirst(), fair),
    fc.constantFrom(2, 5, Infinity),
    async (tree, waits, strategy, concurrency) => {
      const twins = scopedTwins(tree, waits)
      await assertSameAnswers(twins, strategy, concurrency)
    },
  )
  expect(await fc.assert(law, { numRuns: 150 })).toBeUndefined()
}, 120_000)

test('a search that is resumed at every bound finds what one without bounds finds', async () => {
  const limits = fc.oneof(
    fc.record({ steps: fc.integer({ min: 1, max: 6 }) }),
    fc.record({ solutions: fc.integer({ min: 1, max: 3 }) }),
    fc.record({ forks: fc.integer({ min: 1, max: 3 }) }),
  )
  const law = fc.asyncProperty(
    programs,
    pauses,
    anyStrategy,
    fc.constantFrom(1, 3),
    limits,
    async (text, waits, strategy, concurrency, bound) => {
      fc.pre(searched(text, false))
      await assertResumes(twinsOf(text, waits), strategy, concurrency, bound)
    },
  )
  expect(await fc.assert(law, { numRuns: 25 })).toBeUndefined()
}, 120_000)
