// Vite and Vitest: compiles the generator functions of the modules that Vite serves, bundles or tests.
//
// It runs before Vite's own TypeScript pass, because positions in diagnostics must be the user's, and
// because `compile` strips the types itself. Modules without a generator are left to Vite untouched.

import type { Plugin, Rolldown } from 'vite'
import { compile, formatDiagnostic, holdsGenerator, type Diagnostic } from '../compiler/index.ts'
import { isSource } from './source-file.ts'
import { isOwnFile } from './own-package.ts'
import { formatOf, installedPackage } from './package.ts'

type Pattern = string | RegExp

/** What `multishot()` takes. A string stands for every path that contains it. */
export interface Options {
  /** Only these of the user's own modules are compiled. Default: all. */
  readonly include?: Pattern | readonly Pattern[]
  /** These are not, even when included. Default: none. */
  readonly exclude?: Pattern | readonly Pattern[]
  /** Installed packages whose generators are compiled too. Default: none. */
  readonly dependencies?: readonly string[]
}

/**
 * The plugin. What it compiles can be cloned and searched; what it leaves stays native.
 *
 * In a file that holds a generator, types are stripped here and not by Vite. A refused construct is an
 * error of the module, with its place and a code frame.
 *
 * @example
 * ```ts no-run
 * // vite.config.ts
 * import { defineConfig } from 'vite'
 * import { multishot } from 'multishot/vite'
 *
 * export default defineConfig({ plugins: [multishot({ dependencies: ['immutable'] })] })
 * ```
 */
export function multishot(options: Options = {}): Plugin {
  const included = matcher(options.include ?? '')
  const excluded = matcher(options.exclude ?? [])
  const dependencies = [...(options.dependencies ?? [])]

  const isOurs = (filename: string): boolean => {
    if (isOwnFile(filename)) return false
    const installed = installedPackage(filename)
    if (installed !== undefined) return dependencies.includes(installed)
    return included(filename) && !excluded(filename)
  }

  return {
    name: 'multishot',
    enforce: 'pre',
    // What Vite hands to Node.js or bundles beforehand never comes through `transform`. Our own package is
    // kept out of that bundle because it would hold a second runtime.
    config: () => ({
      optimizeDeps: { exclude: ['multishot', ...dependencies] },
      ssr: { noExternal: dependencies },
    }),
    transform(source, id) {
      const filename = id.replace(/[?#].*$/s, '')
      if (id.startsWith('\0') || !isSource(filename) || !isOurs(filename) || !holdsGenerator(source))
        return null
      const sourceType = isForeign(filename) ? formatOf(filename, source) : 'module'
      const runtime = sourceType === 'module' ? 'import' : 'require'
      const { code, map, diagnostics } = compile(source, { filename, sourceType, runtime })
      report(this, diagnostics)
      return map === null ? null : { code, map: JSON.stringify(map) }
    },
  }
}

/** Whether a file may be CommonJS: Vite reads the user's own files as modules, whatever their package says. */
function isForeign(filename: string): boolean {
  return installedPackage(filename) !== undefined || /\.c[jt]s$/.test(filename)
}

/** Warns of the warnings; fails with the first error, which has the place, and names the others. */
function report(context: Rolldown.TransformPluginContext, diagnostics: readonly Diagnostic[]): void {
  for (const diagnostic of diagnostics) {
    if (diagnostic.severity === 'warning') context.warn(asLog(diagnostic))
  }
  const [first, ...others] = diagnostics.filter((diagnostic) => diagnostic.severity === 'error')
  if (first === undefined) return
  const log = asLog(first)
  context.error({ ...log, message: [log.message, ...others.map(formatDiagnostic)].join('\n\n') })
}

/** A diagnostic in Rollup's form, where columns count from zero. */
function asLog({ code, message, hint, filename, line, column, frame }: Diagnostic): Rolldown.RolldownLog {
  const loc = { file: filename, line, column: column - 1 }
  return { message: `${code}: ${message}\n${hint}`, pluginCode: code, id: filename, loc, frame }
}

function matcher(patterns: Pattern | readonly Pattern[]): (path: string) => boolean {
  const all = [patterns].flat()
  return (path) => all.some((p) => (typeof p === 'string' ? path.includes(p) : p.test(path)))
}
