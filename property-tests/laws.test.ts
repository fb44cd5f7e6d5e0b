import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assertClonesIndependent, assertNothingRunsAgain } from './independence.ts'
import { nativeRun } from './native.ts'
import { assertOracle, type MakeRun } from './oracle.ts'
import { programs } from './programs/index.ts'
import { inputs, parseScript, printScript, scripts } from './scripts.ts'

const counter = `
function* main() {
  let n = 0
  const seen = []
  for (;;) { n++; seen.push(log('sent', yield [n, seen])) }
}
function start() { return main() }
`

const replaying: MakeRun = (options) => nativeRun(counter, options)

/** What a clone is when it is only another name. */
const sharing: MakeRun = (options) => {
  const run = nativeRun(counter, options)
  return {
    ...run,
    resume: (_, act, value) => run.resume(0, act, value),
    clone: () => ({ result: 'cloned', log: [] }),
    drop: () => undefined,
  }
}

const script = parseScript('g0.next(1); g1 = clone(g0); g0.next(2); g1.next(3); g0.next(1)')
const sent = parseScript('g0.next(1); g0.next(2); g0.next(3)').filter((each) => each.tag === 'resume')

describe('the laws', () => {
  test('accept clones that replay, for random programs', () => {
    const law = fc.property(programs(), scripts(), inputs(6), fc.nat(6), ({ source }, driver, values, at) => {
      const make: MakeRun = (options) => nativeRun(source, options)
      assertOracle(source, make, driver)
      assertClonesIndependent(make, values, at)
    })
    expect(fc.assert(law, { numRuns: 60, seed: 7 })).toBeUndefined()
  })

  test('refuse a clone that is another name for the original', () => {
    expect(() => assertOracle(counter, sharing, script)).toThrow(/differs/)
    expect(() => assertClonesIndependent(sharing, sent, 1)).toThrow(/not independent/)
  })

  test('see that a replay runs code again', () => {
    expect(() => assertNothingRunsAgain(replaying, sent, 2)).toThrow(/Code ran again/)
    expect(() => assertNothingRunsAgain(sharing, sent, 2)).not.toThrow()
  })

  test('scripts are read back as they are written', () => {
    fc.assert(
      fc.property(scripts(), (driver) => {
        expect(parseScript(printScript(driver))).toEqual(driver)
      }),
    )
  })
})
