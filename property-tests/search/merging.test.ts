/**
 * Merging is sound: the set of solutions is the same with and without, whatever the strategy.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { solve } from 'multishot'
import { compiledProgram } from './branching/law.ts'
import { programs } from './branching/programs.ts'
import { nativeProgram, replayed } from './branching/replay.ts'
import { asksForFirst, scopedSearch, scopedTrees } from './scoped-trees.ts'
import { complete } from './strategy-laws.ts'
import { search, trees } from './trees.ts'

const setOf = (values: Iterable<unknown>): readonly unknown[] =>
  [...new Set([...values].map((value) => JSON.stringify(value)))].toSorted()

test('random programs have the same set of solutions', () => {
  let merged = 0
  const law = fc.property(programs, (text) => {
    const events = replayed(nativeProgram(text))
    // Where a branch throws, what was found before depends on the order.
    fc.pre(events !== null && events.every(({ tag }) => tag !== 'threw'))
    const program = compiledProgram(text)
    const expected = setOf(solve(program))
    for (const strategy of complete) {
      const stream = solve(program, { merge: true, strategy })
      expect(setOf(stream)).toEqual(expected)
      merged += stream.status.merged
    }
  })
  expect(fc.assert(law, { seed: 2_026, numRuns: 100 })).toBeUndefined()
  expect(merged).toBeGreaterThan(100)
}, 120_000)

test('programs with operators that do not depend on the order have the same set of solutions', () => {
  const law = fc.property(scopedTrees(false), (tree) => {
    fc.pre(!asksForFirst(tree))
    const expected = setOf(solve(scopedSearch(tree)))
    for (const strategy of complete)
      expect(setOf(solve(scopedSearch(tree), { merge: true, strategy }))).toEqual(expected)
  })
  expect(fc.assert(law, { numRuns: 200 })).toBeUndefined()
}, 60_000)

test('random trees have the same set of solutions, and never more of them', () => {
  const law = fc.property(trees, (tree) => {
    const plain = solve(search(tree)).toArray()
    for (const strategy of complete) {
      const found = solve(search(tree), { merge: true, strategy }).toArray()
      expect(setOf(found)).toEqual(setOf(plain))
      expect(found.length).toBeLessThanOrEqual(plain.length)
    }
  })
  expect(fc.assert(law, { numRuns: 100 })).toBeUndefined()
}, 60_000)
