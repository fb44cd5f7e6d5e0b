// What every hook of Node.js does with a file: decide whether it is ours to compile, compile it, report.
// The hooks differ by version and by module system; this is the part that they share.
//
// Law: a file that the loader does not want reaches Node.js exactly as it would without us.

import { readFileSync, writeSync } from 'node:fs'
import { holdsGenerator } from '../compiler/index.ts'
import { compileAs } from './bundled-module.ts'
import { decoratorIn } from './decorators.ts'
import { decoratorInNode, refuse } from './errors.ts'
import { inline } from './inline-map.ts'
import { mapBeside } from './input-map.ts'
import { isOwnFile } from './own-package.ts'
import { formatOf, installedPackage, type Format } from './package.ts'
import { isSource } from './source-file.ts'

/** A file that is ours to compile. */
export interface Unit {
  readonly format: Format
  /** The compiled code, with its source map inline, where Node.js looks for it. */
  readonly compile: () => string
}

/** Looks at a file by its path; nothing if it is not ours to compile. */
export type Loader = (filename: string) => Unit | undefined

/**
 * A loader for all of the user's own files, which need their types stripped and their mistakes shown with
 * a place, and for the installed packages in `dependencies`, where only generators matter.
 */
export function loaderFor(dependencies: readonly string[]): Loader {
  return (filename) => {
    if (!isSource(filename) || isOwnFile(filename)) return undefined
    const installed = installedPackage(filename)
    if (installed !== undefined && !dependencies.includes(installed)) return undefined
    const source = readFileSync(filename, 'utf8')
    if (installed !== undefined && !holdsGenerator(source)) return undefined
    const format = formatOf(filename, source)
    return { format, compile: () => compiled(filename, source, format) }
  }
}

/** What the compiler says of some decorators; all of them are told here. */
const DECORATORS = 'MS2008'

function compiled(filename: string, source: string, format: Format): string {
  const comments = process.env['NODE_ENV'] === 'development'
  const inputMap = mapBeside(source, filename)
  const { code, map, diagnostics } = compileAs(format, source, filename, comments, inputMap)
  const at = decoratorIn(source, filename)
  // Nobody comes after us who would compile them, and Node.js has no place for what it cannot parse.
  const others = diagnostics.filter(({ code: which }) => at === undefined || which !== DECORATORS)
  const refused = at === undefined ? [] : [decoratorInNode(source, filename, at)]
  refuse([...others, ...refused], (text) => writeSync(2, text))
  return map === null ? code : `${code}\n${inline(map)}`
}
