// `multishot compile`: writes what becomes of the sources into another folder, each with its source map.
//
// Law: either every file compiles and all are written, or nothing is.

import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, relative, resolve, sep } from 'node:path'
import {
  compile,
  formatDiagnostic,
  formatProof,
  type CompileOptions,
  type Diagnostic,
} from '../compiler/index.ts'
import { isUrl, mapBeside } from '../plugins/input-map.ts'
import { formatOf } from '../plugins/package.ts'
import type { CompileCommand, RuntimeChoice } from './arguments.ts'
import { cannotWrite, noSuchFile, noSource, overwrites, sameOutput } from './errors.ts'
import { displayed } from './place.ts'
import { destinations, type Destination } from './sources.ts'
import { withOutputNames } from './specifiers.ts'

/** Compiles and gives the exit code: 0, 1 or 2. */
export function compileAll(options: CompileCommand): number {
  const path = resolve(options.path)
  const out = resolve(options.out)
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats === undefined) return refuse(noSuchFile(options.path), 2)
  const files = destinations(path, stats.isDirectory(), out)
  if (files.length === 0) return refuse(noSource(options.path), 2)
  const clash = clashIn(files)
  if (clash !== undefined) return refuse(clash, 1)

  const compiled = files.map((file) => compileFile(file, options))
  const diagnostics = compiled.flatMap((each) => each.diagnostics)
  if (diagnostics.length > 0) process.stderr.write(`${diagnostics.map(formatDiagnostic).join('\n\n')}\n`)
  if (diagnostics.some(({ severity }) => severity === 'error')) return 1
  const proofs = compiled.flatMap((each) => each.proofs)
  if (options.explain && proofs.length > 0) process.stderr.write(`${proofs.join('\n')}\n`)
  try {
    for (const { path, text } of compiled.flatMap((each) => each.written)) {
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, text)
    }
  } catch (error) {
    return refuse(cannotWrite(error), 1)
  }
  return 0
}

function refuse(message: string, exitCode: 1 | 2): number {
  process.stderr.write(`multishot: ${message}\n`)
  return exitCode
}

/** What would be lost if it were written: a source, or one of two files with the same name. */
function clashIn(files: readonly Destination[]): string | undefined {
  const sources = new Set(files.map(({ source }) => source))
  const owners = new Map<string, string>()
  for (const { source, output } of files) {
    if (sources.has(output)) return overwrites(displayed(source), displayed(output))
    const owner = owners.get(output)
    if (owner !== undefined) return sameOutput(displayed(owner), displayed(source), displayed(output))
    owners.set(output, source)
  }
  return undefined
}

interface Compiled {
  readonly written: readonly { readonly path: string; readonly text: string }[]
  readonly diagnostics: readonly Diagnostic[]
  /** What is told of the variables of generators. */
  readonly proofs: readonly string[]
}

function compileFile({ source: file, output }: Destination, options: CompileCommand): Compiled {
  const source = readFileSync(file, 'utf8')
  const filename = displayed(file)
  const { comments } = options
  const inputMap = mapBeside(source, file)
  const result = compile(source, { filename, comments, inputMap, ...reading(file, source, options.runtime) })
  const { code, map, diagnostics } = result
  if (diagnostics.some(({ severity }) => severity === 'error'))
    return { written: [], diagnostics, proofs: [] }
  const proofs = result.proofs.map((proof) => formatProof(filename, proof))
  const text = withOutputNames(code, filename)
  if (map === null || !options.map) return { written: [{ path: output, text }], diagnostics, proofs }
  const sources = map.sources.map((each) => each && fromOutput(each, output))
  const mapped = JSON.stringify({ ...map, file: basename(output), sources })
  const comment = `//# sourceMappingURL=${encodeURIComponent(basename(output))}.map\n`
  const end = text.endsWith('\n') ? '' : '\n'
  const written = [
    { path: output, text: text + end + comment },
    { path: `${output}.map`, text: mapped },
  ]
  return { written, diagnostics, proofs }
}

/** A source as a map beside `output` names it. */
function fromOutput(source: string, output: string): string {
  return isUrl(source) ? source : relative(dirname(output), resolve(source)).split(sep).join('/')
}

/**
 * How a file is read, which follows from how its code is to get the runtime: who asks for `import` has
 * modules, and who asks for a global has classic scripts where nothing says module. Otherwise, and where
 * nothing is asked, the rules of Node.js decide.
 */
function reading(
  file: string,
  source: string,
  runtime: RuntimeChoice | undefined,
): Pick<CompileOptions, 'sourceType' | 'runtime'> {
  if (runtime === 'import') return { sourceType: 'module', runtime }
  const format = formatOf(file, source)
  if (runtime === undefined)
    return { sourceType: format, runtime: format === 'module' ? 'import' : 'require' }
  if (runtime === 'require') return { sourceType: format, runtime }
  return { sourceType: format === 'commonjs' ? 'script' : format, runtime }
}
