/**
 * All laws of clones for one program and one script: what the fuzzer, the tests and the kept cases check. Where
 * something is proved of the program they are checked twice, with forks that share it and without.
 * A program that the compiler refuses is counted as refused; it neither passes nor fails.
 */
import { CloneRefused, compiledRun, compileProgram } from './compiled.ts'
import { withDeadline } from './deadline.ts'
import { assertForeignPulledOnce, leaving } from './foreign.ts'
import type { HostOptions } from './host.ts'
import { assertClonesIndependent, assertNothingRunsAgain } from './independence.ts'
import { assertBurst, assertOracle, type MakeRun } from './oracle.ts'
import type { Script } from './scripts.ts'
import { steadily } from './steady.ts'

export type Verdict =
  | { readonly tag: 'held'; readonly proven: boolean }
  | { readonly tag: 'refused'; readonly codes: readonly string[] }

/** At most this many inputs go through the schedules of ./independence.ts, which grow with their square. */
const longest = 6

/** Milliseconds; programs need a few. A compiled loop that never ends breaks the law too. */
const deadline = 5000

/** Whether the main generator is async: its laws can be checked outside microtasks only (./microtasks.ts). */
const isAsync = (source: string): boolean =>
  /\basync (?:function\* (?:main|named)|\*#?main|\*\['ma)|\bmain = async /.test(source)

/** @throws the error of the first law that is broken */
export const checkLaws = (source: string, script: Script): Verdict => {
  const compiled = compileProgram(source)
  if (compiled.tag === 'refused') return { tag: 'refused', codes: compiled.codes }
  const shared = compileProgram(source, true)
  const proven = shared.tag === 'compiled' && shared.proven > 0
  try {
    holdsFor(source, compiled.code, script, {})
    // Where nothing is proved, the code is the same. Whoever gets what is shared may change it.
    if (proven) holdsFor(source, shared.code, script, { spoils: true })
    return { tag: 'held', proven }
  } catch (failure) {
    if (failure instanceof CloneRefused) return { tag: 'refused', codes: [failure.code] }
    throw failure
  }
}

const holdsFor = (source: string, code: string, script: Script, host: HostOptions): void => {
  const make: MakeRun = (options) => compiledRun(code, { ...options, ...host })
  const inputs = script.filter((operation) => operation.tag === 'resume').slice(0, longest)
  const at = (source.length + script.length) % (inputs.length + 1)
  const laws = (): void => {
    assertOracle(source, make, script, host)
    assertClonesIndependent(make, inputs, at)
    assertNothingRunsAgain(make, inputs, at)
    assertForeignPulledOnce(make, script)
    assertForeignPulledOnce(make, leaving(inputs, at))
    if (isAsync(source)) assertBurst(source, make, inputs)
  }
  steadily(() => withDeadline(deadline, laws))
}
