// The compiled functions that are loaded, by the module they stand in and by their label: the name, which
// of that name it is, and a fingerprint of the source. So frames that were written down find their code
// again, and a frame that stands in code which has changed since finds none.

import type { Code } from './code.ts'
import { makeStamp } from './stamp.ts'

type Build = (...parts: readonly unknown[]) => Function

/** A function without captured variables of a generator knows the place that it was made at by its builder. */
const builders = makeStamp<{ readonly build: Build }>()

/** One source file. Loaded again, its functions take the place of the earlier ones. */
interface Module {
  /** What data calls it. */
  name: string
  readonly codes: Map<string, Code>
  readonly builders: Map<string, Build>
}

/** Where a builder stands. */
export interface SiteName {
  readonly module: string
  readonly label: string
}

const modules = new Map<string, Module>()
const sites = new Map<Build, { readonly module: Module; readonly label: string }>()

function moduleOf(filename: string): Module {
  let module = modules.get(filename)
  if (module === undefined) {
    module = { name: filename, codes: new Map(), builders: new Map() }
    modules.set(filename, module)
  }
  return module
}

/** Called by every generator function of a compiled file. */
export function register(code: Code): void {
  put(moduleOf(code.file).codes, code.label, code)
}

/** Called by a compiled file: its builders with their labels, and what data calls the file. */
export function file(filename: string, rows: readonly (readonly [Build, string])[], name = filename): void {
  const module = moduleOf(filename)
  module.name = name
  for (const [build, label] of rows) {
    const earlier = put(module.builders, label, build)
    if (earlier !== undefined) sites.delete(earlier)
    sites.set(build, { module, label })
  }
}

/** Puts `value` in the place of what has the same name with whatever fingerprint. */
function put<T>(map: Map<string, T>, label: string, value: T): T | undefined {
  const key = nameIn(label)
  const earlier = map.get(key)
  map.set(key, value)
  return earlier
}

/** The part of a label before the fingerprint. */
export function nameIn(label: string): string {
  return label.slice(0, label.lastIndexOf('#'))
}

/** Makes a function that captures nothing, and remembers where. */
export function labelled(build: Build): Function {
  const fn = build()
  builders.set(fn, { build })
  return fn
}

export function builderOf(fn: Function): Build | undefined {
  return builders.get(fn)?.build
}

export function siteOf(build: Build): SiteName | undefined {
  const site = sites.get(build)
  return site && { module: site.module.name, label: site.label }
}

/** What data calls the module that `code` stands in. */
export function moduleNameOf(code: Code): string {
  return moduleOf(code.file).name
}

/** What stands in a module under a label's name: a generator function's code or a builder, with its whole label. */
export interface Entry {
  readonly label: string
  readonly code: Code | null
  readonly build: Build | null
}

/** Everything of that name in the modules that data calls `module`: files of one name are told apart by fingerprints. */
export function entriesNamed(module: string, label: string): readonly Entry[] {
  const name = nameIn(label)
  const found: Entry[] = []
  for (const each of modules.values()) {
    if (each.name !== module) continue
    const code = each.codes.get(name)
    const build = each.builders.get(name)
    if (code !== undefined) found.push({ label: code.label, code, build: null })
    if (build !== undefined) found.push({ label: sites.get(build)!.label, code: null, build })
  }
  return found
}

export function isModuleNamed(name: string): boolean {
  return [...modules.values()].some((module) => module.name === name)
}
