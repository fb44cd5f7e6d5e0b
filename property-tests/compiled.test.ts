/**
 * The laws of clones for random programs, compiled. `node property-tests/fuzz.js` does the same for many more.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkLaws } from './case.ts'
import { asyncPrograms, programs, uncompiled } from './programs/index.ts'
import { scripts } from './scripts.ts'
import { outsideMicrotasks } from './microtasks.ts'
import { count, noTally } from './tally.ts'

const seed = 2_026

test('every clone of a compiled program does what a native generator does', () => {
  const tally = noTally()
  const law = fc.property(programs({ weights: uncompiled }), scripts(), ({ source }, script) =>
    count(tally, checkLaws(source, script)),
  )
  expect(fc.assert(law, { seed, numRuns: 500 })).toBeUndefined()
  expect(tally.held).toBeGreaterThan(400)
  // So that the laws are tried with forks that share by proof, too.
  expect(tally.proven).toBeGreaterThan(30)
}, 120_000)

test('every clone of a compiled async program does what a native async generator does, to the tick', async () => {
  const tally = noTally()
  const law = fc.property(asyncPrograms, scripts(), ({ source }, script) =>
    count(tally, checkLaws(source, script)),
  )
  await outsideMicrotasks(() => fc.assert(law, { seed, numRuns: 300 }))
  expect(tally.held).toBeGreaterThan(240)
}, 120_000)
