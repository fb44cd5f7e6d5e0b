// What the nearest package.json says of a file: which module system it is written in, which package it
// belongs to, and which dependencies its author chose to have compiled. The rules are those of Node.js
// (https://nodejs.org/api/packages.html#determining-module-system).

import { readFileSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { parseSync } from 'oxc-parser'
import { wrongOption } from './errors.ts'

/** A module system, under the name that Node.js and `compile` give it. */
export type Format = 'module' | 'commonjs'

interface PackageJson {
  readonly type?: unknown
  readonly multishot?: { readonly dependencies?: unknown }
}

/**
 * The module system of a file: by its extension, else by its package, else by its syntax.
 *
 * `formatOf('a.mts', …)` is `'module'`, and `formatOf('a.ts', 'import "b"')` too where the package does
 * not say.
 */
export function formatOf(filename: string, source: string): Format {
  const extension = extname(filename)
  if (extension === '.mjs' || extension === '.mts') return 'module'
  if (extension === '.cjs' || extension === '.cts') return 'commonjs'
  const type = nearestPackage(dirname(filename))?.type
  if (type === 'module' || type === 'commonjs') return type
  return isModule(source, filename) ? 'module' : 'commonjs'
}

/**
 * The module system of a file as bundlers see it: what is written as a module is one, whatever its package
 * says. (The field `module` of a package.json names such files in packages of type CommonJS.)
 */
export function bundledFormatOf(filename: string, source: string): Format {
  const format = formatOf(filename, source)
  if (format === 'module' || /\.c[jt]s$/.test(filename)) return format
  return isModule(source, filename) ? 'module' : 'commonjs'
}

/** Where a source says what only modules can, in its order. */
export interface ModuleSyntax {
  /** Where `import` and `export` statements begin. */
  readonly statements: readonly number[]
  /** Where `import.meta` stands. */
  readonly metas: readonly number[]
}

export function moduleSyntaxIn(source: string, filename: string): ModuleSyntax {
  const { staticImports, staticExports, importMetas } = parseSync(filename, source).module
  const starts = (spans: readonly { readonly start: number }[]): number[] =>
    spans.map(({ start }) => start).toSorted((a, b) => a - b)
  return { statements: starts([...staticImports, ...staticExports]), metas: starts(importMetas) }
}

function isModule(source: string, filename: string): boolean {
  const { statements, metas } = moduleSyntaxIn(source, filename)
  return statements.length + metas.length > 0
}

/**
 * The installed package that a file belongs to; none for the user's own files. Links are followed before
 * (by Node.js and by Vite), so the packages of a workspace are the user's own.
 *
 * `installedPackage('/p/node_modules/@scope/name/index.js')` is `'@scope/name'`.
 */
export function installedPackage(filename: string): string | undefined {
  return /.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/s.exec(filename)?.[1]?.replace('\\', '/')
}

/** What `dependencies` are. */
export const PACKAGES = 'an array of names of packages'

export function arePackages(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string')
}

/**
 * The installed packages whose generators are to be compiled for a program in `directory`: the names under
 * `"multishot": { "dependencies": [] }` in the nearest package.json, and those in the environment variable
 * `MULTISHOT_DEPENDENCIES`, with commas between them.
 */
export function chosenDependencies(directory: string): readonly string[] {
  const listed = nearestPackage(directory)?.multishot?.dependencies
  const asked = process.env['MULTISHOT_DEPENDENCIES']?.split(/\s*,\s*/) ?? []
  if (listed === undefined) return asked
  if (!arePackages(listed)) throw wrongOption('`dependencies` in package.json', PACKAGES, listed)
  return [...listed, ...asked]
}

const packages = new Map<string, PackageJson | undefined>()

function nearestPackage(directory: string): PackageJson | undefined {
  if (!packages.has(directory)) packages.set(directory, findPackage(directory))
  return packages.get(directory)
}

function findPackage(directory: string): PackageJson | undefined {
  if (basename(directory) === 'node_modules') return undefined
  const parent = dirname(directory)
  return readPackage(directory) ?? (parent === directory ? undefined : nearestPackage(parent))
}

/** A package.json that is absent or broken decides nothing: Node.js itself reports the broken one. */
function readPackage(directory: string): PackageJson | undefined {
  try {
    return JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')) as PackageJson
  } catch {
    return undefined
  }
}
