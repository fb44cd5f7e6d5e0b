/**
 * All laws of clones for one program and one script: what the fuzzer, the tests and the kept cases check.
 * A program that the compiler refuses is counted as refused; it neither passes nor fails.
 */
import { compiledRun, compileProgram } from './compiled.ts'
import { assertForeignPulledOnce } from './foreign.ts'
import { assertClonesIndependent, assertNothingRunsAgain } from './independence.ts'
import { assertOracle, type MakeRun } from './oracle.ts'
import type { Script } from './scripts.ts'

export type Verdict =
  | { readonly tag: 'held' }
  | { readonly tag: 'refused'; readonly codes: readonly string[] }

/** At most this many inputs go through the schedules of ./independence.ts, which grow with their square. */
const longest = 6

/** @throws the error of the first law that is broken */
export const checkLaws = (source: string, script: Script): Verdict => {
  const compiled = compileProgram(source)
  if (compiled.tag === 'refused') return { tag: 'refused', codes: compiled.codes }
  const make: MakeRun = (options) => compiledRun(compiled.code, options)
  assertOracle(source, make, script)
  const inputs = script.filter((operation) => operation.tag === 'resume').slice(0, longest)
  const at = script.length % (inputs.length + 1)
  assertClonesIndependent(make, inputs, at)
  assertNothingRunsAgain(make, inputs, at)
  assertForeignPulledOnce(make, script)
  return { tag: 'held' }
}
