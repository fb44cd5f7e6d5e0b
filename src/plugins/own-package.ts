// The loader answers every `multishot` and `multishot/…` with its own copy: one process has one runtime,
// and a compiled dependency, which does not list multishot among its own dependencies, finds it.

import { readFileSync } from 'node:fs'
import { dirname, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = dirname(fileURLToPath(import.meta.url)) + sep

/** Whether a file is this library's own: never compiled, for what compiled code needs must come before it. */
export function isOwnFile(filename: string): boolean {
  return filename.startsWith(folder)
}

/** Matches the paths, with `/` between folders, of the files that this package is built into. */
export function ownBuild(): RegExp {
  const built = fileURLToPath(new URL('../dist/', import.meta.url)).replaceAll(sep, '/')
  return new RegExp(`^${built.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)
}

const manifest = new URL('../package.json', import.meta.url)

/** The URL of each module that this package exports, by the name that one imports it under. */
export function ownModules(): ReadonlyMap<string, string> {
  const { name, exports } = JSON.parse(readFileSync(manifest, 'utf8')) as {
    readonly name: string
    readonly exports: Readonly<Record<string, string | { readonly default: string }>>
  }
  const entries = Object.entries(exports).map(([subpath, target]): [string, string] => {
    const path = typeof target === 'string' ? target : target.default
    return [name + subpath.slice(1), new URL(path, manifest).href]
  })
  return new Map(entries)
}
