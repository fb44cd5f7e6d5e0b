// The plugin as webpack and Rspack take it: a loader, put by unplugin in front of those in the configuration,
// for the modules that are ours and no others.

import { createUnplugin, type UnpluginInstance } from 'unplugin'
import { refuse } from './errors.ts'
import { mapOnDisk } from './input-map.ts'
import { compileModule, pathOf } from './bundled-module.ts'
import { selection, type Options } from './options.ts'

export const loaderRule: UnpluginInstance<Options> = createUnplugin((options: Options) => {
  const isOurs = selection(options)
  let inDevelopment = false
  const configured = ({ options: { mode } }: { options: { mode?: string | undefined } }): void => {
    inDevelopment = mode === 'development'
  }
  return {
    name: 'multishot',
    enforce: 'pre',
    webpack: configured,
    rspack: configured,
    transformInclude: (id) => isOurs(pathOf(id)),
    transform(source, id) {
      // The maps of loaders before this one are unplugin's to compose.
      const native = this.getNativeBuildContext?.()
      const isMapped = native !== undefined && 'inputSourceMap' in native && native.inputSourceMap != null
      const mapOf = isMapped ? () => null : mapOnDisk
      const compiled = compileModule(source, pathOf(id), options.comments ?? inDevelopment, mapOf)
      if (compiled === undefined) return null
      const { code, map, diagnostics } = compiled
      // Neither tool takes a place from a loader: the text has it, with a picture. An error is thrown, because
      // after one that is only told the tools would go on to what they cannot parse, and say that first.
      refuse(diagnostics, (text) => this.warn(text))
      return map === null ? null : { code, map: JSON.stringify(map) }
    },
  }
})
