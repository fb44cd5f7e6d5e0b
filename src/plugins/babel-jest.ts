// What Jest does with a file when it is told nothing: it is for Babel, with the user's configuration. Calls of
// `jest.mock` are moved up, coverage is counted, and whatever the configuration says is done. It does the same with
// what we have compiled.
//
// Jest brings it along; that it has no modules of its own is the user's to mend, so it is looked for where the user
// installs.

import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { noBabelJest } from './errors.ts'

/** The transformer of `babel-jest`, for a file. */
export interface BabelJest {
  process(
    source: string,
    path: string,
    options: JestOptions,
  ): { readonly code: string; readonly map?: unknown }
  getCacheKey(source: string, path: string, options: JestOptions): string
}

/** What Jest says about a file, as far as we read it. */
export interface JestOptions {
  readonly supportsStaticESM?: boolean
  readonly config: { readonly rootDir: string }
}

/** What is to become of a file: as a module it stays one, or is made CommonJS, if the user has what does that. */
export type Task = 'module' | 'module to CommonJS' | 'CommonJS'

const require = createRequire(import.meta.url)
const here = dirname(fileURLToPath(import.meta.url))
const known = new Map<string, BabelJest>()

/** Jest's own transformer for the project at `rootDir`. */
export function babelJest(task: Task, rootDir: string): BabelJest {
  const name = `${task} ${rootDir}`
  const made = known.get(name) ?? make(task, rootDir)
  known.set(name, made)
  return made
}

function make(task: Task, rootDir: string): BabelJest {
  const path = find('babel-jest', rootDir)
  if (path === undefined) throw noBabelJest()
  const { default: jests } = require(path) as { default: { createTransformer(options: object): BabelJest } }
  // Babel would read it as a module, in which other rules hold.
  if (task === 'CommonJS')
    return jests.createTransformer({ sourceType: 'script', parserOpts: { allowReturnOutsideFunction: true } })
  const commonJs =
    task === 'module to CommonJS' ? find('@babel/plugin-transform-modules-commonjs', rootDir) : undefined
  return jests.createTransformer({ plugins: commonJs === undefined ? [] : [commonJs] })
}

/** The path of a package that the user has, or one whom we were installed with. */
function find(name: string, rootDir: string): string | undefined {
  try {
    return require.resolve(name, { paths: [rootDir, here] })
  } catch {
    return undefined
  }
}
