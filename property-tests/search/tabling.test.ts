import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { complete } from './strategy-laws.ts'
import {
  distancesByFixpoint,
  distancesByTabling,
  grammars,
  graphs,
  recursions,
  spansByFixpoint,
  spansByTabling,
} from './tabling.ts'
import type { Edge, Grammar, Recursion } from './tabling.ts'

describe.each(complete)('with $name tabling gives', (strategy) => {
  test('of any grammar, left-recursive or not, what a fixpoint over all spans gives', () => {
    const law = (grammar: Grammar): void => {
      expect(spansByTabling(grammar, strategy)).toEqual(spansByFixpoint(grammar))
    }
    expect(fc.assert(fc.property(grammars, law), { numRuns: 300 })).toBeUndefined()
  })

  test('what a reader of a table finds that is due earlier than it was', () => {
    const grammar = { rules: { S: [], T: ['aU', ''], U: [''], V: [] }, text: 'a' }
    expect(spansByTabling(grammar, strategy)).toEqual(spansByFixpoint(grammar))
  })

  test('the distances in any graph that Floyd and Warshall give, however the recursion is written', () => {
    const law = (edges: readonly Edge[], recursion: Recursion): void => {
      expect(distancesByTabling(edges, recursion, strategy)).toEqual(distancesByFixpoint(edges))
    }
    const recursion = fc.constantFrom(...recursions)
    expect(fc.assert(fc.property(graphs, recursion, law), { numRuns: 300 })).toBeUndefined()
  })
})
