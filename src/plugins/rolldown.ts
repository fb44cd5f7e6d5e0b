// Rolldown: compiles the generator functions of the modules that it bundles.

import type { Plugin } from 'rolldown'
import type { Options } from './options.ts'
import { rollupHooks } from './rollup-hooks.ts'

export type { Options }

/**
 * The plugin. It stands before plugins that strip types, which then find none in files with a generator. A
 * refused construct is an error of the module, with its place and a code frame.
 *
 * @example
 * ```ts no-run
 * // rolldown.config.js
 * import { multishot } from 'multishot/rolldown'
 *
 * export default { input: 'main.js', plugins: [multishot({ dependencies: ['immutable'] })] }
 * ```
 */
export function multishot(options: Options = {}): Plugin {
  return rollupHooks(options)
}
