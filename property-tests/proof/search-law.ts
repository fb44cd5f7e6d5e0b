/**
 * The law of proofs in a search: the same solutions with and without, also when the consumer changes each of them
 * before it asks for the next.
 */
import { amb, solve } from 'multishot'
import type { Program } from 'multishot'
import { compile } from '../../src/compiler/index.ts'
import * as runtime from '../../src/runtime/index.ts'
import { describe } from '../describe.ts'
import { spoil } from '../run.ts'

const IMPORT = "import { amb } from 'multishot'\n"

/** The program with a choice where it yielded a number; null when it yields something else. */
export const searched = (source: string): string | null => {
  const text = source.replaceAll(/\byield (?:n|sent|i|1)\b(?!\w)/g, 'yield* amb(0, 1)')
  return /\byield (?!\*)|Symbol\.iterator/.test(text) ? null : text
}

const solutionsOf = (source: string, proof: boolean, count: { proven: number }): readonly string[] => {
  const { code, proofs } = compile(`${IMPORT}${source}\nexport default start`, {
    filename: 'program.js',
    runtime: { global: 'multishotRuntime' },
    proof,
  })
  if (proofs.some(({ objection }) => objection === null)) count.proven += 1
  Object.assign(globalThis, { multishotRuntime: runtime })
  const script = code.replace(IMPORT.trim(), '').replace('export default', 'return')
  const seen: string[] = []
  const log = (label: string, value: unknown): void => void seen.push(`${label} ${describe(value)}`)
  // oxlint-disable-next-line no-new-func -- a module as a function, so that many can be made and dropped
  const program = new Function('amb', 'log', script)(amb, log) as Program<unknown, never>
  try {
    for (const solution of solve(program, { steps: 200 })) {
      seen.push(`found ${describe(solution)}`)
      spoil(solution)
    }
  } catch (error) {
    seen.push(`throws ${describe(error)}`)
  }
  return seen
}

/** @throws an error that shows the program and the first difference */
export const assertSolutionsUnshared = (source: string, count: { proven: number }): void => {
  const expected = solutionsOf(source, false, { proven: 0 })
  const got = solutionsOf(source, true, count)
  const at = expected.findIndex((each, i) => each !== got[i])
  if (at < 0 && expected.length === got.length) return
  throw new Error(`Proofs are seen in a search\n\n${source}\nexpected ${expected[at]}\n     got ${got[at]}`)
}
