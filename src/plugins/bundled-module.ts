// What every bundler's plugin does with a module that is ours to compile (options.ts). How the outcome is told differs
// from tool to tool; this is the part that they share.
//
// Law: a module without a generator, or that nobody chose, is left to the bundler untouched.

import { compile, holdsGenerator, type CompileResult, type SourceMapV3 } from '../compiler/index.ts'
import { bundledFormatOf, type Format } from './package.ts'

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
