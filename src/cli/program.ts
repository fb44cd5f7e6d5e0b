// The program in a file: the export that was asked for, and the place of that export, for what is wrong
// with the program as a whole.

import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { parseSync } from 'oxc-parser'
import type { Nondeterminism, Program } from '../program/index.ts'
import { noSuchExport } from './errors.ts'
import { placeOf, type Place } from './place.ts'

/** Loads `file` and takes the export `name`. `solve` judges whether it is a program. */
export async function loadProgram(file: string, name: string): Promise<Program<unknown, Nondeterminism>> {
  const exports = (await import(pathToFileURL(file).href)) as Readonly<Record<string, unknown>>
  if (!Object.hasOwn(exports, name)) throw noSuchExport(name, Object.keys(exports))
  return exports[name] as Program<unknown, Nondeterminism>
}

/** Where `file` exports `name`; its first character if that cannot be told. */
export function placeOfExport(file: string, name: string): Place {
  const source = readFileSync(file, 'utf8')
  const entries = parseSync(file, source).module.staticExports.flatMap((statement) => statement.entries)
  const entry = entries.find(({ exportName }) => (exportName.name ?? 'default') === name)
  const before = source.slice(0, entry?.localName.start ?? entry?.start ?? 0).split('\n')
  return placeOf(file, before.length, before.at(-1)!.length + 1)
}
