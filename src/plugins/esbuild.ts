// esbuild: compiles the generator functions of the modules that it bundles.
//
// esbuild has one `onLoad` for a file and no transform behind it, so the plugin reads what it compiles and
// hands over JavaScript; every other file it leaves to the plugins after it and to esbuild's own loaders. Decorators of
// TypeScript are what `tsconfig.json` says only where the file is still called TypeScript.

import { readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { PartialMessage, Plugin } from 'esbuild'
import type { Diagnostic } from '../compiler/index.ts'
import { rememberingCompiler } from './bundled-module.ts'
import { decoratorIn } from './decorators.ts'
import { selection, type Options } from './options.ts'
import { inline } from './inline-map.ts'
import { mapBeside } from './input-map.ts'

export type { Options }

/**
 * The plugin. A refused construct is an error of the build, with its place.
 *
 * @example
 * ```ts no-run
 * import { build } from 'esbuild'
 * import { multishot } from 'multishot/esbuild'
 *
 * await build({ entryPoints: ['main.ts'], bundle: true, outdir: 'dist', plugins: [multishot()] })
 * ```
 */
export function multishot(options: Options = {}): Plugin {
  const isOurs = selection(options)
  const compileModule = rememberingCompiler()
  return {
    name: 'multishot',
    setup(build) {
      build.onLoad({ filter: /\.[cm]?[jt]sx?$/, namespace: 'file' }, async ({ path }) => {
        if (!isOurs(path)) return undefined
        const source = await readFile(path, 'utf8')
        const compiled = compileModule(source, path, options.comments ?? false, mapBeside)
        if (compiled === undefined) return undefined
        const { code, map, diagnostics } = compiled
        const told = (severity: Diagnostic['severity']): PartialMessage[] =>
          diagnostics.filter((each) => each.severity === severity).map((each) => asMessage(each, source))
        const [errors, warnings] = [told('error'), told('warning')]
        if (errors.length > 0) return { errors, warnings }
        if (map === null) return { warnings }
        const isDecorated = /\.[cm]?tsx?$/.test(path) && decoratorIn(source, path) !== undefined
        const loader = isDecorated ? 'ts' : 'js'
        return { contents: `${code}\n${inline(map)}`, loader, resolveDir: dirname(path), warnings }
      })
    },
  }
}

/** esbuild counts columns from zero and draws the line itself. */
function asMessage(diagnostic: Diagnostic, source: string): PartialMessage {
  const { code, message, hint, filename, line, column } = diagnostic
  const lineText = source.split('\n')[line - 1] ?? ''
  const location = { file: filename, line, column: column - 1, lineText }
  return { id: code, text: `${code}: ${message}`, location, notes: [{ text: hint }] }
}
