// Babel: compiles the generator functions of a file before Babel parses it, so that its other plugins see the
// compiled code.
//
// The source map goes with the code, inline, where Babel looks for the map of what it is given: it composes
// the two itself.

import { formatDiagnostic } from '../compiler/index.ts'
import { compileModule, selection, type Options } from './bundled-module.ts'
import { compileFailed } from './errors.ts'
import { inline } from './inline-map.ts'

export type { Options }

/** What Babel tells a parser; `sourceFileName` is the path of the file. */
interface ParserOptions {
  readonly sourceFileName?: string
}

/** What Babel hands to a plugin; its mode is `BABEL_ENV`, else `NODE_ENV`, else development. */
interface BabelApi {
  env(name: string): boolean
}

/** The part of a Babel plugin that is ours. */
export interface BabelPlugin {
  readonly name: string
  parserOverride<File, Given extends ParserOptions>(
    code: string,
    options: Given,
    parse: (code: string, options: Given) => File,
  ): File | undefined
}

/**
 * The plugin. In a file that holds a generator, types and JSX are gone when Babel's other plugins see it. A
 * refused construct is an error of the file, with its place and a code frame. Babel allows one plugin that
 * takes part in parsing as this one does.
 *
 * @example
 * ```ts no-run
 * // babel.config.js
 * export default { plugins: [['multishot/babel', { dependencies: ['immutable'] }]] }
 * ```
 */
export default function multishot(babel: BabelApi, options: Options = {}): BabelPlugin {
  const isOurs = selection(options)
  const comments = options.comments ?? babel.env('development')
  return {
    name: 'multishot',
    parserOverride(code, parserOptions, parse) {
      const filename = parserOptions.sourceFileName
      if (filename === undefined || !isOurs(filename)) return undefined
      const compiled = compileModule(code, filename, comments)
      if (compiled === undefined) return undefined
      const errors = compiled.diagnostics.filter(({ severity }) => severity === 'error')
      if (errors.length > 0) throw compileFailed(errors)
      for (const warning of compiled.diagnostics) process.stderr.write(`${formatDiagnostic(warning)}\n`)
      if (compiled.map === null) return undefined
      return parse(`${compiled.code}\n${inline(compiled.map)}`, parserOptions)
    },
  }
}
