// Hooks of Node's ES module loader in their synchronous form (`module.registerHooks`, from Node.js 22.15
// and 23.5 on). The asynchronous form for earlier versions is `hooks-thread.ts`; CommonJS is `require.ts`.

import * as nodeModule from 'node:module'
import { fileURLToPath } from 'node:url'
import type { Loader } from './loader.ts'
import { ownModules } from './own-package.ts'

export function compileOnImport(look: Loader): void {
  const own = ownModules()
  nodeModule.registerHooks({
    resolve(specifier, context, nextResolve) {
      const url = own.get(specifier)
      return url === undefined ? nextResolve(specifier, context) : { url, shortCircuit: true }
    },
    load(url, context, nextLoad) {
      const unit = url.startsWith('file:') ? look(fileURLToPath(url)) : undefined
      if (unit?.format === 'module') return { format: 'module', source: unit.compile(), shortCircuit: true }
      // A source would have Node.js run the file with a reduced `require`. Without one, the file goes to the
      // loader of CommonJS, as it would have without hooks.
      const imported = context.conditions.includes('import')
      if (unit !== undefined && imported) return { format: 'commonjs', shortCircuit: true }
      return nextLoad(url, context)
    },
  })
}
