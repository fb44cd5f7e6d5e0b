// Which files `multishot compile` reads, and where what becomes of each is written: the tree of the sources,
// with the endings that Node.js runs. Nothing is read or written here but directories.

import { readdirSync } from 'node:fs'
import { basename, join, relative, resolve } from 'node:path'
import { isSource } from '../plugins/source-file.ts'

/** A source and the place of its compiled code, both as absolute paths. */
export interface Destination {
  readonly source: string
  readonly output: string
}

/** The sources that `path` names, a file or all in a folder, each with its place in the folder `out`. */
export function destinations(path: string, isFolder: boolean, out: string): readonly Destination[] {
  const sources = isFolder ? sourcesIn(path, out) : [path].filter(isSource)
  return sources.map((source) => {
    const name = isFolder ? relative(path, source) : basename(source)
    return { source, output: join(out, outputName(name)) }
  })
}

/**
 * The ending that a compiled file has: its types are gone.
 *
 * `outputName('a.ts')` is `'a.js'`, `outputName('a.mts')` is `'a.mjs'`, `outputName('a.cjs')` is itself.
 */
export function outputName(path: string): string {
  return path.replace(/\.([cm]?)[jt]sx?$/, '.$1js')
}

/** Every source under `folder`; not what is installed, hidden, or written by an earlier run into `out`. */
function sourcesIn(folder: string, out: string): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1))
  return entries.flatMap((entry): readonly string[] => {
    const path = resolve(folder, entry.name)
    if (!entry.isDirectory()) return isSource(path) ? [path] : []
    const ignored = entry.name === 'node_modules' || entry.name.startsWith('.') || path === out
    return ignored ? [] : sourcesIn(path, out)
  })
}
