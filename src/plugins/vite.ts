// Vite and Vitest: compiles the generator functions of the modules that Vite serves, bundles or tests.
//
// It runs before Vite's own TypeScript pass, because positions in diagnostics must be the user's, and
// because `compile` strips the types itself. Modules without a generator are left to Vite untouched.

import type { Plugin } from 'vite'
import { existsSync } from 'node:fs'
import { holdsGenerator, isSource } from './candidate.ts'

type Pattern = string | RegExp

/** What `multishot()` takes. A string stands for every path that contains it. */
export interface Options {
  /** Only these modules are compiled. Default: every JavaScript and TypeScript module. */
  readonly include?: Pattern | readonly Pattern[]
  /** These are not, even when included. Default: everything under `node_modules`. */
  readonly exclude?: Pattern | readonly Pattern[]
}

/**
 * The plugin. What it compiles can be cloned and searched; what it leaves stays native.
 *
 * ```ts no-run
 * // vite.config.ts
 * import { multishot } from 'multishot/vite'
 * export default { plugins: [multishot()] }
 * ```
 */
export function multishot(options: Options = {}): Plugin {
  const included = matcher(options.include ?? /(?:)/)
  const excluded = matcher(options.exclude ?? /\/node_modules\//)
  return {
    name: 'multishot',
    enforce: 'pre',
    async transform(source, id) {
      const filename = id.replace(/[?#].*$/s, '')
      if (id.startsWith('\0') || !isSource(filename) || !holdsGenerator(source)) return undefined
      if (!included(filename) || excluded(filename)) return undefined
      const path = new URL('../compiler/index.ts', import.meta.url).href
      if (!existsSync(new URL(path))) return undefined
      const { runnerImport } = await import('vite')
      const { compile } = (await runnerImport<any>(path)).module
      const { code, map, diagnostics } = compile(source, { filename })
      for (const d of diagnostics) {
        const log = {
          message: `${d.message}\n${d.hint}`,
          code: d.code,
          id: filename,
          loc: { file: filename, line: d.line, column: d.column - 1 },
          frame: d.frame,
        }
        if (d.severity === 'error') this.error(log)
        this.warn(log)
      }
      return { code, map }
    },
  }
}

function matcher(patterns: Pattern | readonly Pattern[]): (path: string) => boolean {
  const all = [patterns].flat()
  return (path) => all.some((p) => (typeof p === 'string' ? path.includes(p) : p.test(path)))
}
