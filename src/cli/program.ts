// What a file exports: the program and what else was asked for, and the places of what is wrong with the file as
// a whole, which no stack trace names.

import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseSync } from 'oxc-parser'
import { noSuchExport } from './errors.ts'
import { placeOf, type Place } from './place.ts'

/** The export `name`, which was given with `option`. */
export type Exported = (name: string, option: string) => unknown

/** Loads `file`: what it exports. */
export async function load(file: string): Promise<Exported> {
  const exports = (await import(pathToFileURL(file).href)) as Readonly<Record<string, unknown>>
  return (name, option) => {
    if (!Object.hasOwn(exports, name)) throw noSuchExport(name, Object.keys(exports), option)
    return exports[name]
  }
}

/** Where `file` exports `name`; its first character if that cannot be told. */
export function placeOfExport(file: string, name: string): Place {
  const source = readFileSync(file, 'utf8')
  const entries = parseSync(file, source).module.staticExports.flatMap((statement) => statement.entries)
  const entry = entries.find(({ exportName }) => (exportName.name ?? 'default') === name)
  return placeIn(file, source, entry?.localName.start ?? entry?.start ?? 0)
}

/**
 * The first syntax error in `file` or in what it imports by path. Node.js has no place for one in a module
 * that was not compiled.
 */
export function placeOfSyntaxError(file: string, seen: Set<string> = new Set()): Place | undefined {
  if (seen.has(file) || !existsSync(file)) return undefined
  seen.add(file)
  const source = readFileSync(file, 'utf8')
  const { errors, module } = parseSync(file, source)
  if (errors[0] !== undefined) return placeIn(file, source, errors[0].labels[0]?.start ?? 0)
  for (const { moduleRequest } of module.staticImports) {
    if (!moduleRequest.value.startsWith('.')) continue
    const place = placeOfSyntaxError(resolve(dirname(file), moduleRequest.value), seen)
    if (place !== undefined) return place
  }
  return undefined
}

function placeIn(file: string, source: string, offset: number): Place {
  const before = source.slice(0, offset).split('\n')
  return placeOf(file, before.length, before.at(-1)!.length + 1)
}
