/**
 * The fuzzer: random programs under random scripts, compiled and native, until the runs are used up. Each broken
 * law is shrunk and printed with its program, script and traces; the run then goes on with the next batch.
 * `node property-tests/fuzz.js --runs 20000 --seed 1 [--batch 200] [--most 10] [--kind plain|async|both]`
 */
import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { checkLaws } from './case.ts'
import { outsideMicrotasks } from './microtasks.ts'
import { asyncPrograms, programs, uncompiled } from './programs/index.ts'
import { printScript, scripts } from './scripts.ts'
import { count, noTally, printTally } from './tally.ts'

interface Settings {
  readonly runs: number
  readonly seed: number
  /** Programs of one seed; the run goes on with the next seed after a failure. */
  readonly batch: number
  /** Failures after which the run stops. */
  readonly most: number
  /** Programs whose main generator is plain, async, or every third one async. */
  readonly kind: 'plain' | 'async' | 'both'
}

const settingsOf = (argv: readonly string[]): Settings => {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      runs: { type: 'string', default: '20000' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
      batch: { type: 'string', default: '200' },
      most: { type: 'string', default: '10' },
      kind: { type: 'string', default: 'both' },
    },
  })
  const { kind } = values
  if (kind !== 'plain' && kind !== 'async' && kind !== 'both')
    throw new RangeError(`--kind takes plain, async or both, not ${kind}`)
  return {
    runs: wholeNumber('runs', values.runs),
    seed: wholeNumber('seed', values.seed),
    batch: wholeNumber('batch', values.batch),
    most: wholeNumber('most', values.most),
    kind,
  }
}

const wholeNumber = (option: string, text: string): number => {
  if (!/^[1-9]\d*$/.test(text)) throw new RangeError(`--${option} takes a whole number from 1, not ${text}`)
  return Number(text)
}

const say = (text: string): void => void process.stdout.write(`${text}\n`)

/** @returns whether every law held */
export const fuzz = (argv: readonly string[]): Promise<boolean> =>
  outsideMicrotasks(() => fuzzAll(settingsOf(argv)))

const drawn = {
  plain: programs({ weights: uncompiled }),
  async: asyncPrograms,
} as const

const fuzzAll = ({ runs, seed, batch, most, kind }: Settings): boolean => {
  const kinds = kind === 'both' ? [drawn.plain, drawn.plain, drawn.async] : [drawn[kind]]
  say(`seed ${seed}, ${runs} programs`)
  const tally = noTally()
  for (let done = 0; done < runs && tally.broken < most; done += batch) {
    let broken = false
    const law = fc.property(kinds[(done / batch) % kinds.length]!, scripts(), ({ source }, script) => {
      try {
        const verdict = checkLaws(source, script)
        // What runs after a failure is shrunk from it.
        if (!broken) count(tally, verdict)
      } catch (failure) {
        broken = true
        throw failure
      }
    })
    const details = fc.check(law, { seed: seed + done, numRuns: Math.min(batch, runs - done) })
    if (details.counterexample === null) continue
    tally.broken += 1
    const [program, script] = details.counterexample
    say(`\n== broken by seed ${details.seed}, after ${details.numShrinks} shrinks`)
    say(`// script: ${printScript(script)}\n${program.source}`)
    say(
      details.errorInstance instanceof Error ? details.errorInstance.message : String(details.errorInstance),
    )
  }
  say(`\nseed ${seed}: ${printTally(tally)}`)
  return tally.broken === 0
}
