/**
 * The code of a test as our compiler gives it. A refusal is thrown as a value of its own, so that it is counted
 * and never taken for a failure or a success.
 */
import { compile } from '../../src/compiler/index.ts'

/** Our compiler found a syntax error, or a construct that it refuses. */
export class NotCompiled extends Error {
  readonly tag: 'syntax' | 'refused' | 'crashed'
  constructor(tag: NotCompiled['tag'], message: string) {
    super(message)
    this.tag = tag
  }
}

const syntaxError = 'MS2001'

export const compiled = (source: string, filename: string, sourceType: 'script' | 'module'): string => {
  const { code, diagnostics } = compiling(source, filename, sourceType)
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  const first = errors[0]
  if (first !== undefined)
    throw new NotCompiled(
      first.code === syntaxError ? 'syntax' : 'refused',
      `${first.code} ${first.message.replaceAll(/\s+/g, ' ')}`,
    )
  return code
}

const compiling = (
  source: string,
  filename: string,
  sourceType: 'script' | 'module',
): ReturnType<typeof compile> => {
  try {
    return compile(source, { filename, sourceType, runtime: { global: 'multishotRuntime' } })
  } catch (error) {
    throw new NotCompiled('crashed', `the compiler threw ${String(error)}`)
  }
}
