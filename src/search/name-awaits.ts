// Where a branch stood when what it awaited was rejected. The error was made elsewhere, often by the platform, and
// then its stack names no line of the program; the frames do.

import { framesOf } from '../runtime/index.ts'
import type { Frame } from '../runtime/index.ts'

/** Adds the places where the frames of `stack` stand to the stack of an error, as engines do for their own frames. */
export function nameAwaits(error: unknown, stack: Frame): void {
  if (!(error instanceof Error) || typeof error.stack !== 'string') return
  const lines = framesOf(stack).map(
    ({ functionName, file, line, column }) =>
      `\n    at async ${functionName === '' ? '<anonymous>' : functionName} (${file}:${line}:${column})`,
  )
  try {
    error.stack += lines.join('')
  } catch {
    // It is frozen.
  }
}
