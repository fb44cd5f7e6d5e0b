/**
 * The oracle law: for every program and script, every clone does what a fresh native generator does when it is fed
 * the same inputs: the same results and errors, and the same log meanwhile.
 * Foreign iterators are pulled once for all clones, so in scripts that clone their own calls are not compared
 * (./foreign.ts has their law).
 */
import type { HostOptions } from './host.ts'
import { nativeRun } from './native.ts'
import { trace, type Run, type Step } from './run.ts'
import { printOperation, type Resume, type Script } from './scripts.ts'
import { steadily } from './steady.ts'

export type MakeRun = (options: HostOptions) => Run

/** One script, done natively and by the implementation under test. */
export interface Comparison {
  readonly script: Script
  readonly expected: readonly Step[]
  readonly got: readonly Step[]
}

export const hostFor = (script: Script): HostOptions => ({
  shared: script.some(({ tag }) => tag === 'clone'),
})

/** The steps of a run under a script. */
export const stepsOf = (make: MakeRun, script: Script): readonly Step[] =>
  steadily(() => trace(make(hostFor(script)), script))

export const same = (one: Step | undefined, other: Step | undefined): boolean =>
  one !== undefined &&
  other !== undefined &&
  one.result === other.result &&
  one.log.length === other.log.length &&
  one.log.every((entry, index) => entry === other.log[index])

export const agrees = ({ expected, got }: Comparison): boolean =>
  expected.length === got.length && expected.every((step, index) => same(step, got[index]))

/** Both traces side by side; equal steps are one line, the first different one is shown in full. */
export const printComparison = ({ script, expected, got }: Comparison): string => {
  const names = ['g0 = start()', ...script.map(printOperation)]
  const lines: string[] = []
  for (const [index, name] of names.entries()) {
    const [one, other] = [expected[index], got[index]]
    if (same(one, other)) {
      lines.push(`  ${name}  ->  ${one?.result}   [${one?.log.join(' | ')}]`)
      continue
    }
    lines.push(
      `  ${name}  differs:`,
      `    expected ${one?.result}   [${one?.log.join(' | ')}]`,
      `    got      ${other?.result}   [${other?.log.join(' | ')}]`,
    )
    break
  }
  return lines.join('\n')
}

/** Runs a script on both sides. */
export const compare = (
  source: string,
  make: MakeRun,
  script: Script,
  host: HostOptions = {},
): Comparison => ({
  script,
  expected: stepsOf((options) => nativeRun(source, { ...options, ...host }), script),
  got: stepsOf(make, script),
})

/**
 * Law: an async generator that is sent `inputs` at once answers them as a native one does, tick by tick.
 *
 * @throws an error that shows the program and both answers
 */
export const assertBurst = (source: string, make: MakeRun, inputs: readonly Resume[]): void => {
  const answer = (run: Run): readonly Step[] => steadily(() => [run.start(), run.burst(inputs)])
  const expected = answer(nativeRun(source))
  const got = answer(make({}))
  const comparison = { script: inputs, expected, got }
  if (agrees(comparison)) return
  throw new Error(`Not what native generators do, at once\n\n${source}\n${printComparison(comparison)}\n`)
}

/**
 * Law: under `script`, the generators of `make` do what native ones do for `source`.
 *
 * @throws an error that shows the program and both traces, up to the first step that differs
 */
export const assertOracle = (source: string, make: MakeRun, script: Script, host: HostOptions = {}): void => {
  const comparison = compare(source, make, script, host)
  if (agrees(comparison)) return
  throw new Error(`Not what native generators do\n\n${source}\n${printComparison(comparison)}\n`)
}
