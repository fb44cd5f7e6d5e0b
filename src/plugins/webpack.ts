// webpack: compiles the generator functions of the modules that it bundles.

import type { WebpackPluginInstance } from 'webpack'
import type { Options } from './options.ts'
import { loaderRule } from './loader-rule.ts'

export type { Options }

/**
 * The plugin. It runs before the loaders of the configuration: in a file that holds a generator, the types are
 * gone when they see it. A refused construct is an error of the module, with its place and a code frame.
 *
 * @example
 * ```ts no-run
 * // webpack.config.js
 * import { multishot } from 'multishot/webpack'
 *
 * export default { entry: './main.js', plugins: [multishot({ dependencies: ['immutable'] })] }
 * ```
 */
export function multishot(options: Options = {}): WebpackPluginInstance {
  return loaderRule.webpack(options)
}
