/**
 * The laws of equality for random programs and histories.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileProgram } from '../compiled.ts'
import { withDeadline } from '../deadline.ts'
import { programs } from '../programs/index.ts'
import { inputs, scripts } from '../scripts.ts'
import { steadily } from '../steady.ts'
import { assertEqualsClone, assertEqualsSound } from './equals-laws.ts'

test('equal generators give the same, also after different histories', () => {
  const counts = { compared: 0, equal: 0 }
  const history = fc.array(scripts({ operations: 8, generators: 3 }), { minLength: 1, maxLength: 3 })
  const law = fc.property(programs(), history, inputs(6), ({ source }, scripted, further) => {
    const compiled = compileProgram(source)
    if (compiled.tag === 'refused') return
    steadily(() =>
      withDeadline(5000, () => {
        assertEqualsSound(compiled.code, scripted, further, counts)
        assertEqualsClone(compiled.code, scripted, further)
      }),
    )
  })
  expect(fc.assert(law, { seed: 2_026, numRuns: 80 })).toBeUndefined()
  expect(counts.equal).toBeGreaterThan(80)
  expect(counts.compared - counts.equal).toBeGreaterThan(80)
}, 120_000)
