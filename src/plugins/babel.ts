// Babel: compiles the generator functions of a file before Babel parses it, so that its other plugins see the
// compiled code.
//
// The source map of the compiled code goes where Babel looks for that of what it is given, and composes the two itself.

import type { SourceMapV3 } from '../compiler/index.ts'
import { compileModule } from './bundled-module.ts'
import { selection, type Options } from './options.ts'
import { refuse } from './errors.ts'
import { mapBeside } from './input-map.ts'

export type { Options }

/** What Babel tells a parser; `sourceFileName` is the path of the file. */
interface ParserOptions {
  readonly sourceFileName?: string
}

/** What Babel is asked for with one file: a map of it, whether to look for one, or nothing about it. */
interface FileOptions {
  inputSourceMap?: unknown
}

/** What Babel hands to a plugin; its mode is `BABEL_ENV`, else `NODE_ENV`, else development. */
interface BabelApi {
  env(name: string): boolean
}

/** The part of a Babel plugin that is ours. */
export interface BabelPlugin {
  readonly name: string
  manipulateOptions(options: FileOptions, parserOptions: ParserOptions): void
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
  const files = new WeakMap<ParserOptions, FileOptions>()
  return {
    name: 'multishot',
    manipulateOptions(file, parserOptions) {
      files.set(parserOptions, file)
    },
    parserOverride(code, parserOptions, parse) {
      const filename = parserOptions.sourceFileName
      if (filename === undefined || !isOurs(filename)) return undefined
      const file = files.get(parserOptions)!
      const compiled = compileModule(code, filename, comments, () => mapOf(file, code, filename))
      if (compiled === undefined) return undefined
      refuse(compiled.diagnostics, (text) => process.stderr.write(text))
      if (compiled.map === null) return undefined
      file.inputSourceMap = compiled.map
      return parse(compiled.code, parserOptions)
    },
  }
}

/** The map of what Babel is given, as Babel would find it. */
function mapOf({ inputSourceMap }: FileOptions, code: string, filename: string): SourceMapV3 | null {
  if (inputSourceMap === false) return null
  return typeof inputSourceMap === 'object' ? (inputSourceMap as SourceMapV3) : mapBeside(code, filename)
}
