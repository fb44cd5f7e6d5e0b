/**
 * What a run of a test came to, and how Test262 reads it: a test passes when it ends as its description says.
 */
import type { Test } from './checkout.ts'

export type Verdict =
  | { readonly tag: 'passed' }
  | { readonly tag: 'failed'; readonly reason: string }
  /** By the compiler or by `clone`, with a code: the list of these is part of the results. */
  | { readonly tag: 'refused'; readonly reason: string }
  /** Fails by decision (differences.ts). */
  | { readonly tag: 'differs'; readonly reason: string }
  /** The engine itself does not pass, or the test cannot be moved into a generator. */
  | { readonly tag: 'skipped'; readonly reason: string }

/** How the code of a test ended. */
export type Ending =
  | { readonly tag: 'completed' }
  | { readonly tag: 'threw'; readonly phase: Phase; readonly type: string; readonly message: string }

export type Phase = 'parse' | 'resolution' | 'runtime'

export const passed: Verdict = { tag: 'passed' }

export const threw = (phase: Phase, error: unknown): Ending => {
  const { name, message } = described(error)
  return { tag: 'threw', phase, type: name, message }
}

/** `printed` is what an async test told the runner. */
export const judge = (test: Test, ending: Ending, printed: readonly string[]): Verdict => {
  const { negative } = test
  const failed = (reason: string): Verdict => ({ tag: 'failed', reason })
  if (negative !== null) {
    if (ending.tag === 'completed') return failed(`no ${negative.type} in phase ${negative.phase}`)
    const expected = ending.phase === negative.phase && ending.type === negative.type
    return expected ? passed : failed(`${ending.phase}: ${ending.type}: ${ending.message}`)
  }
  if (ending.tag === 'threw') return failed(`${ending.phase}: ${ending.type}: ${ending.message}`)
  if (!test.flags.includes('async')) return passed
  const said = printed.find((line) => line.startsWith('Test262:'))
  return said === 'Test262:AsyncTestComplete' ? passed : failed(said ?? 'the async test never ended')
}

/** Names the constructor, as Test262 does: an error of another realm has the same name. */
const described = (error: unknown): { readonly name: string; readonly message: string } => {
  try {
    if (typeof error !== 'object' || error === null) return { name: typeof error, message: String(error) }
    const { constructor, message } = error as Error
    return { name: constructor.name, message: String(message) }
  } catch {
    return { name: typeof error, message: '' }
  }
}
