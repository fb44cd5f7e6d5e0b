// The plugin as Rollup, Rolldown and Vite take it: they share this interface. All of them read the user's own
// files as modules, whatever the package says.

import { readFile } from 'node:fs/promises'
import { formatDiagnostic, holdsGenerator, type Diagnostic } from '../compiler/index.ts'
import { pathOf, rememberingCompiler } from './bundled-module.ts'
import { selection, type Options } from './options.ts'
import { mapBeside } from './input-map.ts'
import { bundledFormatOf, installedPackage, type Format } from './package.ts'

/** What a hook may call. The context of each of the three tools is one. */
interface Context {
  readonly meta: { readonly watchMode: boolean }
  readonly warn: (log: Log) => void
  readonly error: (log: Log) => never
}

/** A message, its place counted as Rollup does: columns from zero. */
interface Log {
  readonly message: string
  readonly pluginCode: string
  readonly id: string
  readonly loc: { readonly file: string; readonly line: number; readonly column: number }
  readonly frame?: string
}

export interface RollupHooks {
  name: string
  load(id: string): Promise<{ code: string; map: string } | null>
  transform(this: Context, source: string, id: string): { code: string; map: string } | null
}

/** The hooks. Rollup and Rolldown have no development mode but their watching. */
export function rollupHooks(
  options: Options,
  inDevelopment: (context: Context) => boolean = ({ meta }) => meta.watchMode,
): RollupHooks {
  const isOurs = selection(options)
  const compileModule = rememberingCompiler()
  return {
    name: 'multishot',
    // The tools compose the maps of all plugins, but look for none beside a file, and take that of a whole module
    // only from whoever loads it.
    async load(id) {
      if (id.startsWith('\0') || id.includes('?') || !isOurs(id)) return null
      const code = await readFile(id, 'utf8').catch(() => '')
      const map = holdsGenerator(code) ? mapBeside(code, id) : null
      return map === null ? null : { code, map: JSON.stringify(map) }
    },
    transform(source, id) {
      const filename = pathOf(id)
      if (id.startsWith('\0') || !isOurs(filename)) return null
      const compiled = compileModule(
        source,
        filename,
        options.comments ?? inDevelopment(this),
        () => null,
        rollupFormatOf,
      )
      if (compiled === undefined) return null
      report(this, compiled.diagnostics)
      return compiled.map === null ? null : { code: compiled.code, map: JSON.stringify(compiled.map) }
    },
  }
}

function rollupFormatOf(filename: string, source: string): Format {
  const isForeign = installedPackage(filename) !== undefined || /\.c[jt]s$/.test(filename)
  return isForeign ? bundledFormatOf(filename, source) : 'module'
}

/**
 * Warns of the warnings; fails with the first error, which has the place, and names the others. Errors are shown with
 * their place and picture by each of the tools, warnings by some: their text has both.
 */
function report(context: Context, diagnostics: readonly Diagnostic[]): void {
  for (const diagnostic of diagnostics) {
    if (diagnostic.severity === 'warning')
      context.warn({ ...placed(diagnostic), message: formatDiagnostic(diagnostic) })
  }
  const [first, ...others] = diagnostics.filter((diagnostic) => diagnostic.severity === 'error')
  if (first === undefined) return
  const log = asLog(first)
  context.error({ ...log, message: [log.message, ...others.map(formatDiagnostic)].join('\n\n') })
}

function asLog(diagnostic: Diagnostic): Log {
  const { code, message, hint, frame } = diagnostic
  return { ...placed(diagnostic), message: `${code}: ${message}\n${hint}`, frame }
}

function placed({ code, filename, line, column }: Diagnostic): Omit<Log, 'message'> {
  return { pluginCode: code, id: filename, loc: { file: filename, line, column: column - 1 } }
}
