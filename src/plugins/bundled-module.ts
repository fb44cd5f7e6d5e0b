// What every bundler's plugin does with a module: decide whether it is ours to compile, and compile it. How
// the outcome is told differs from tool to tool; this is the part that they share.
//
// Law: a module without a generator, or that nobody chose, is left to the bundler untouched.

import { compile, holdsGenerator, type CompileResult, type SourceMapV3 } from '../compiler/index.ts'
import { isOwnFile } from './own-package.ts'
import { bundledFormatOf, installedPackage, type Format } from './package.ts'
import { isSource } from './source-file.ts'

type Pattern = string | RegExp

/** What `multishot()` takes. A string stands for every path that contains it. */
export interface Options {
  /** Only these of the user's own modules are compiled. Default: all. */
  readonly include?: Pattern | readonly Pattern[]
  /** These are not, even when included. Default: none. */
  readonly exclude?: Pattern | readonly Pattern[]
  /** Installed packages whose generators are compiled too. Default: none. */
  readonly dependencies?: readonly string[]
  /**
   * Whether compiled code says in comments which line of the source it comes from. Default: in the tool's development
   * mode, where it has one.
   */
  readonly comments?: boolean
}

/** Tells whether the options ask to compile the file with a path. */
export function selection(options: Options): (filename: string) => boolean {
  const included = matcher(options.include ?? '')
  const excluded = matcher(options.exclude ?? [])
  const dependencies = options.dependencies ?? []
  return (filename) => {
    if (!isSource(filename) || isOwnFile(filename)) return false
    const installed = installedPackage(filename)
    if (installed !== undefined) return dependencies.includes(installed)
    return included(filename) && !excluded(filename)
  }
}

/** The path of a module that a bundler names by an id, which may say more: `/src/a.ts?raw`. */
export function pathOf(id: string): string {
  return id.replace(/[?#].*$/s, '')
}

/**
 * Compiles a module, in whichever module system it is written; nothing if it has no generator. `mapOf` gives the
 * map of what the tool hands over, where that has one which the tool does not see to itself.
 */
export function compileModule(
  source: string,
  filename: string,
  comments: boolean,
  mapOf: (source: string, filename: string) => SourceMapV3 | null,
  formatOf: (filename: string, source: string) => Format = bundledFormatOf,
): CompileResult | undefined {
  if (!holdsGenerator(source)) return undefined
  return compileAs(formatOf(filename, source), source, filename, comments, mapOf(source, filename))
}

/** Compiles a file of a known module system, which gets the runtime in the way of that. */
export function compileAs(
  sourceType: Format,
  source: string,
  filename: string,
  comments: boolean,
  inputMap: SourceMapV3 | null,
): CompileResult {
  const runtime = sourceType === 'module' ? 'import' : 'require'
  return compile(source, { filename, sourceType, runtime, comments, inputMap })
}

/**
 * `compileModule` with a memory: tools that watch ask again for modules that have not changed, and get what they got.
 */
export function rememberingCompiler(): typeof compileModule {
  const last = new Map<string, { readonly source: string; readonly result: CompileResult | undefined }>()
  return (source, filename, ...others) => {
    const known = last.get(filename)
    if (known?.source === source) return known.result
    const result = compileModule(source, filename, ...others)
    last.set(filename, { source, result })
    return result
  }
}

function matcher(patterns: Pattern | readonly Pattern[]): (path: string) => boolean {
  const all = [patterns].flat()
  return (path) => all.some((p) => (typeof p === 'string' ? path.includes(p) : path.search(p) >= 0))
}
