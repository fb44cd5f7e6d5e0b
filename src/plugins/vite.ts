// Vite and Vitest: compiles the generator functions of the modules that Vite serves, bundles or tests.
//
// It runs before Vite's own TypeScript pass, because positions in diagnostics must be the user's, and
// because `compile` strips the types itself. Modules without a generator are left to Vite untouched.

import type { Plugin } from 'vite'
import type { Options } from './options.ts'
import { ownBuild } from './own-package.ts'
import { rollupHooks } from './rollup-hooks.ts'

export type { Options }

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
  const dependencies = [...(options.dependencies ?? [])]
  let inDevelopment = false
  return {
    ...rollupHooks(options, () => inDevelopment),
    enforce: 'pre',
    // What Vite hands to Node.js or bundles beforehand never comes through `transform`. Our own package is
    // kept out of that bundle because it would hold a second runtime. So would Vitest, which takes a package that
    // is linked for a part of the project, while CommonJS modules get theirs from Node.js.
    config: () => ({
      optimizeDeps: { exclude: ['multishot', ...dependencies] },
      ssr: { noExternal: dependencies },
      test: { server: { deps: { external: [ownBuild()] } } },
    }),
    configResolved: ({ isProduction }) => {
      inDevelopment = !isProduction
    },
  }
}
