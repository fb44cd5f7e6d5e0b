// The messages of the loaders and plugins. What the compiler has to say comes ready-made, with the user's
// file, line and column; here it only becomes an error that Node.js can carry to the user.

import { formatDiagnostic, type Diagnostic } from '../compiler/index.ts'

/**
 * The refusal of one file. Its stack holds the places of the diagnostics: the frames that it was made in
 * are the loader's, which say nothing to the user. `code` is the first diagnostic's.
 */
function compileFailed(diagnostics: readonly Diagnostic[]): SyntaxError {
  const text = diagnostics.map(formatDiagnostic).join('\n\n')
  const places = diagnostics.map(({ filename, line, column }) => `    at ${filename}:${line}:${column}`)
  const error = new SyntaxError(text)
  Object.defineProperty(error, 'stack', { value: `SyntaxError: ${text}\n${places.join('\n')}` })
  Object.defineProperty(error, 'code', { value: diagnostics[0]?.code })
  return error
}

/** Throws what the compiler refuses; otherwise each warning goes to `warn`. */
export function refuse(diagnostics: readonly Diagnostic[], warn: (text: string) => void): void {
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw compileFailed(errors)
  for (const warning of diagnostics) warn(`${formatDiagnostic(warning)}\n`)
}
