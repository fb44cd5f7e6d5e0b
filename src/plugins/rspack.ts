// Rspack: compiles the generator functions of the modules that it bundles.

import type { RspackPluginInstance } from '@rspack/core'
import type { Options } from './options.ts'
import { loaderRule } from './loader-rule.ts'

export type { Options }

/**
 * The plugin. It runs before the loaders of the configuration: in a file that holds a generator, the types are
 * gone when they see it. A refused construct is an error of the module, with its place and a code frame.
 *
 * @example
 * ```ts no-run
 * // rspack.config.js
 * import { multishot } from 'multishot/rspack'
 *
 * export default { entry: './main.js', plugins: [multishot({ dependencies: ['immutable'] })] }
 * ```
 */
export function multishot(options: Options = {}): RspackPluginInstance {
  return loaderRule.rspack(options)
}
