/**
 * The work of one process: every n-th scenario in one mode. Each verdict goes to the parent as soon as it is
 * known, so that a test which takes the process down is known by its name.
 */
import { generatorTests, nameOf, ordinaryTests, scenariosOf, type Scenario } from './checkout.ts'
import { differenceOf } from './differences.ts'
import { execute } from './execute.ts'
import { inGenerator } from './bodies/index.ts'
import { modes, type ModeName } from './modes.ts'
import type { Verdict } from './verdict.ts'

export interface Share {
  readonly checkout: string
  readonly mode: ModeName
  readonly filter: string
  /** Of `of` processes this is number `index`. */
  readonly index: number
  readonly of: number
  /** Scenarios before this one were run by an earlier process. */
  readonly from: number
  /** Only one of so many scenarios is run. */
  readonly sample: number
  /** The names of those that are known to fail natively; null where that has to be found out. */
  readonly failing: readonly string[] | null
}

export type Message =
  | { readonly tag: 'began'; readonly at: number; readonly name: string; readonly time: number }
  | { readonly tag: 'ended'; readonly name: string; readonly verdict: Verdict }
  /** Another process shall go on here. */
  | { readonly tag: 'next'; readonly at: number }

/** Scenarios of one process. */
const most = 1000

/** Tests of thousands of equal statements say nothing that shorter ones do not, and compile for seconds. */
const longest = 40_000

export const part = async (share: Share): Promise<void> => {
  const { checkout, mode, filter, index, of, from, sample } = share
  const tests = (mode === 'bodies' ? ordinaryTests : generatorTests)(checkout, filter)
  const scenarios = tests.flatMap(scenariosOf).filter((_, at) => at % sample === 0)
  for (const [at, scenario] of scenarios.entries()) {
    if (at % of !== index || at < from) continue
    if (at >= from + most * of) return tell({ tag: 'next', at })
    const name = nameOf(scenario)
    await tell({ tag: 'began', at, name, time: Date.now() })
    await tell({ tag: 'ended', name, verdict: await verdictOn(scenario, name, share) })
  }
}

const verdictOn = async (scenario: Scenario, name: string, share: Share): Promise<Verdict> => {
  const { checkout, mode, failing } = share
  const source = mode === 'bodies' ? inGenerator(scenario.test.source) : scenario.test.source
  if (source === null) return { tag: 'skipped', reason: 'cannot be moved into a generator' }
  if (source.length > longest) return { tag: 'skipped', reason: 'too long once moved' }
  if (failing?.includes(name)) return { tag: 'skipped', reason: 'fails natively' }
  if (failing === null) {
    const natively = await execute(checkout, scenario, modes.native, source)
    if (mode === 'native') return natively
    if (natively.tag !== 'passed') return { tag: 'skipped', reason: 'fails natively' }
  }
  const run = (): Promise<Verdict> => execute(checkout, scenario, modes[mode], source)
  const first = await run()
  // A busy machine is no failure: what is stopped twice is one.
  const verdict = first.tag === 'failed' && first.reason.includes('timed out') ? await run() : first
  const reason = differenceOf(scenario.test.path)
  return verdict.tag === 'failed' && reason !== undefined ? { tag: 'differs', reason } : verdict
}

const tell = (message: Message): Promise<void> =>
  new Promise((resolve) => void process.send!(message, undefined, undefined, () => resolve()))
