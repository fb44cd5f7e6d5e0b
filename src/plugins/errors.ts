// The messages of the loaders and plugins. What the compiler has to say comes ready-made, with the user's
// file, line and column; here it only becomes an error that Node.js can carry to the user.

import { inspect } from 'node:util'
import { codeFrame } from '../compiler/frame-text.ts'
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

/**
 * The same in Jest, which takes errors of the name `SyntaxError` for its own, and says at length that no transformer has
 * been configured.
 */
export function refuseInJest(diagnostics: readonly Diagnostic[], warn: (text: string) => void): void {
  try {
    refuse(diagnostics, warn)
  } catch (error) {
    throw Object.defineProperty(error as Error, 'name', { value: 'MultishotError' })
  }
}

/** What Jest with modules is started by. */
const WITH_MODULES = '`node --experimental-vm-modules node_modules/jest/bin/jest.js`'

/** A module that Jest requires, and that nothing has made CommonJS; `offset` is that of what makes it one. */
export function moduleInCommonJs(source: string, filename: string, offset: number): Diagnostic {
  return refusal(
    'MS5001',
    'This file is an ES module, but Jest requires it as CommonJS.',
    'Install what makes CommonJS of it, `npm install --save-dev @babel/plugin-transform-modules-commonjs`; ' +
      `or have Jest run modules: ${WITH_MODULES}, with "type": "module" in package.json or \`extensionsToTreatAsEsm\`.`,
    { source, filename, offset },
  )
}

export function metaInCommonJs(source: string, filename: string, offset: number): Diagnostic {
  return refusal(
    'MS5002',
    'Only modules have `import.meta`, but Jest requires this file as CommonJS.',
    `Write \`__filename\`, or have Jest run modules: ${WITH_MODULES}.`,
    { source, filename, offset },
  )
}

/** A decorator in a file that Node.js is to run as it comes from us. */
export function decoratorInNode(source: string, filename: string, offset: number): Diagnostic {
  return refusal(
    'MS5004',
    'No engine runs decorators, and nothing compiles them here.',
    'Compile them first, with `tsc` or a bundler, and run what that writes.',
    { source, filename, offset },
  )
}

interface Spot {
  readonly source: string
  readonly filename: string
  readonly offset: number
}

function refusal(
  code: string,
  message: string,
  hint: string,
  { source, filename, offset }: Spot,
): Diagnostic {
  const before = source.slice(0, offset).split('\n')
  const [line, column] = [before.length, before.at(-1)!.length + 1]
  const frame = codeFrame(source, line, column)
  return { code, severity: 'error', message, hint, filename, line, column, frame }
}

/** Jest brings `babel-jest` along, but an installer that keeps packages apart may hide it. */
export function noBabelJest(): Error {
  return new Error(
    'MS5003: multishot/jest cannot find babel-jest, by which Jest transforms files. ' +
      'Install it beside Jest: `npm install --save-dev babel-jest`.',
  )
}

export function notAnOption(name: string, known: readonly string[]): TypeError {
  const others = known.map((each) => `\`${each}\``)
  return new TypeError(
    `MS5005: multishot has no option \`${name}\`; there are ${others.slice(0, -1).join(', ')} and ${others.at(-1)}.`,
  )
}

/** `what` names where the value was given. */
export function wrongOption(what: string, takes: string, value: unknown): TypeError {
  return new TypeError(`MS5005: ${what} of multishot is ${takes}, got ${inspect(value)}.`)
}
