import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bestFirst, breadthFirst, depthFirst, fair, solve } from 'multishot'
import type { Strategy } from 'multishot'
import { asksForFirst, reference, scopedSearch, scopedTrees } from './scoped-trees.ts'
import type { ScopedTree } from './scoped-trees.ts'

const observed = (tree: ScopedTree, strategy: Strategy) => {
  const stream = solve(scopedSearch(tree), { strategy })
  const answers: string[] = []
  try {
    for (const each of stream) answers.push(each)
  } catch (error) {
    expect(error).toBeInstanceOf(RangeError)
  }
  return { answers, fails: stream.status.reason === 'failed' }
}

describe('operators with a scope', () => {
  test('give depth first what recursion over lists gives, every branch with its own variables', () => {
    const law = (tree: ScopedTree): void => {
      expect(observed(tree, depthFirst)).toEqual(reference(tree))
    }
    expect(fc.assert(fc.property(scopedTrees(false), law), { numRuns: 300 })).toBeUndefined()
  })

  test('let errors through to where they are caught', () => {
    const law = (tree: ScopedTree): void => {
      expect(observed(tree, depthFirst)).toEqual(reference(tree))
    }
    expect(fc.assert(fc.property(scopedTrees(true), law), { numRuns: 300 })).toBeUndefined()
  })

  test.each([breadthFirst, bestFirst(), fair])(
    'give in $name the same solutions, where none of them asks which is first',
    (strategy) => {
      const law = (tree: ScopedTree) => {
        fc.pre(!asksForFirst(tree))
        expect(observed(tree, strategy).answers.toSorted()).toEqual(reference(tree).answers.toSorted())
      }
      expect(fc.assert(fc.property(scopedTrees(false), law), { numRuns: 300 })).toBeUndefined()
    },
  )
})
