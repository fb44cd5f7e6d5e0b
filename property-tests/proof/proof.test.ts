/**
 * What is proved is never seen. The proofs of many random programs must hold something, or the law would say nothing.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scripts } from '../scripts.ts'
import { assertProofsUnseen } from './law.ts'
import { programs } from './programs.ts'
import { assertSolutionsUnshared, searched } from './search-law.ts'

test('every clone that shares by proof does what a native generator does, whoever changes what it gives', () => {
  const count = { proven: 0, shared: 0 }
  const law = fc.property(programs, scripts(), ({ source }, script) =>
    assertProofsUnseen(source, script, count),
  )
  expect(fc.assert(law, { seed: 2_026, numRuns: 300 })).toBeUndefined()
  expect(count.proven).toBeGreaterThan(90)
  expect(count.shared).toBeGreaterThan(15)
}, 120_000)

test('a search that shares by proof finds the same, whoever changes its solutions', () => {
  const count = { proven: 0 }
  const law = fc.property(programs, ({ source }) => {
    const text = searched(source)
    fc.pre(text !== null)
    assertSolutionsUnshared(text!, count)
  })
  expect(fc.assert(law, { seed: 7, numRuns: 150 })).toBeUndefined()
  expect(count.proven).toBeGreaterThan(40)
}, 120_000)
