import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  assertBounded,
  assertDepthFirstOrder,
  assertLazy,
  assertPersistent,
  assertTraced,
  assertWalksIndependent,
} from './search-laws.ts'
import { trees } from './trees.ts'

describe('a depth-first search of a random tree', () => {
  test('finds what recursion finds, in its order', () => {
    expect(fc.assert(fc.property(trees, assertDepthFirstOrder))).toBeUndefined()
  })

  test('explores no more for k solutions than recursion needs', () => {
    expect(fc.assert(fc.property(trees, assertLazy))).toBeUndefined()
  })

  test('is computed once and walked many times', () => {
    expect(fc.assert(fc.property(trees, assertPersistent))).toBeUndefined()
  })

  test('shows every consumer the same', () => {
    expect(
      fc.assert(fc.property(trees, fc.array(fc.boolean(), { maxLength: 20 }), assertWalksIndependent)),
    ).toBeUndefined()
  })

  test('that is bounded finds a beginning of what it would find', () => {
    expect(fc.assert(fc.property(trees, fc.nat(20), assertBounded))).toBeUndefined()
  })

  test('is the same when it is traced, and every branch is told to its end', () => {
    expect(fc.assert(fc.property(trees, fc.nat(30), assertTraced))).toBeUndefined()
  })
})
