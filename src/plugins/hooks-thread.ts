// Hooks of Node's ES module loader in their asynchronous form (`module.register`), which Node.js runs in a
// thread of its own. Before 22.15 there is no other. See `hooks.ts`, whose decisions these are.

import type { InitializeHook, LoadHook, ResolveHook } from 'node:module'
import { fileURLToPath } from 'node:url'
import { loaderFor, type Loader } from './loader.ts'
import { ownModules } from './own-package.ts'

/** What the thread is told when it starts. */
export interface ThreadData {
  readonly dependencies: readonly string[]
}

const own = ownModules()
let look: Loader = () => undefined

export const initialize: InitializeHook<ThreadData> = (data) => {
  look = loaderFor(data.dependencies)
}

export const resolve: ResolveHook = (specifier, context, nextResolve) => {
  const url = own.get(specifier)
  return url === undefined ? nextResolve(specifier, context) : { url, shortCircuit: true }
}

export const load: LoadHook = (url, context, nextLoad) => {
  const unit = url.startsWith('file:') ? look(fileURLToPath(url)) : undefined
  if (unit === undefined) return nextLoad(url, context)
  if (unit.format === 'commonjs') return { format: 'commonjs', shortCircuit: true }
  return { format: 'module', source: unit.compile(), shortCircuit: true }
}
