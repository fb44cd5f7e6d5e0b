// Makes this process compile the modules that it loads from now on. Node.js has three loaders to hook;
// which ones a version has is decided here and nowhere else.

import * as nodeModule from 'node:module'
import { compileOnImport } from './hooks.ts'
import type { ThreadData } from './hooks-thread.ts'
import { loaderFor } from './loader.ts'
import { compileOnRequire } from './require.ts'

const INSTALLED = Symbol.for('multishot.installed')

/**
 * Compiles the user's own files, and those of the installed packages named, when they are loaded. Stack
 * traces point at the sources from then on. The first call in a process decides.
 */
export function install(dependencies: readonly string[]): void {
  if (Reflect.has(globalThis, INSTALLED)) return
  Reflect.set(globalThis, INSTALLED, true)
  process.setSourceMapsEnabled(true)
  const look = loaderFor(dependencies)
  compileOnRequire(look)
  if (typeof nodeModule.registerHooks === 'function') {
    compileOnImport(look)
  } else {
    const data: ThreadData = { dependencies }
    nodeModule.register(new URL('./hooks-thread.js', import.meta.url), { data })
  }
}
