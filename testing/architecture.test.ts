// Holds the import table of ARCHITECTURE.md. Type-only imports count like the others, except for the
// question what ends up in a bundle: a type names its module, and that is a dependency of the reader.

import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseSync } from 'oxc-parser'
import { describe, expect, test } from 'vitest'

interface Import {
  readonly from: string
  /** Relative to `src`, or the name of a package as it is written. */
  readonly to: string
  readonly typeOnly: boolean
}

interface Allowed {
  readonly folders: readonly string[]
  readonly packages: RegExp
}

const none = /(?!)/
const any = /(?:)/

/** Who may import from where; each folder may import from itself. */
const allowed: Readonly<Record<string, Allowed>> = {
  runtime: { folders: [], packages: none },
  program: { folders: ['runtime'], packages: none },
  search: { folders: ['runtime', 'program'], packages: none },
  'index.ts': { folders: ['runtime', 'program', 'search'], packages: none },
  'fp-ts': { folders: ['runtime', 'program', 'search'], packages: /^fp-ts\// },
  frames: { folders: ['runtime'], packages: none },
  immutable: { folders: ['search'], packages: /^immutable$/ },
  seeing: { folders: ['runtime', 'search'], packages: /^d3-hierarchy$/ },
  compiler: { folders: [], packages: any },
  plugins: { folders: ['compiler'], packages: any },
  cli: { folders: ['runtime', 'program', 'search', 'seeing', 'compiler', 'plugins'], packages: any },
}

const src = join(import.meta.dirname, '../src')
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /(?<!\.test)\.ts$/.test(file),
)
const imports = files.flatMap(importsOf)

function importsOf(from: string): Import[] {
  const source = readFileSync(join(src, from), 'utf8')
  const { module } = parseSync(from, source)
  const target = (specifier: string): string =>
    specifier.startsWith('.') ? join(dirname(from), specifier) : specifier
  const written = module.staticImports.map(({ moduleRequest, entries }) => ({
    to: target(moduleRequest.value),
    typeOnly: entries.length > 0 && entries.every((entry) => entry.isType),
  }))
  const exported = module.staticExports
    .flatMap(({ entries }) => entries)
    .filter((entry) => entry.moduleRequest !== null)
    .map(({ moduleRequest, isType }) => ({ to: target(moduleRequest!.value), typeOnly: isType }))
  const dynamic = module.dynamicImports.map(({ moduleRequest }) => ({
    to: target(source.slice(moduleRequest.start, moduleRequest.end).replace(/^['"`]|['"`]$/g, '')),
    typeOnly: false,
  }))
  return [...written, ...exported, ...dynamic].map((found) => ({ from, ...found }))
}

const isFile = (target: string): boolean => target.endsWith('.ts')
const folderOf = (file: string): string => file.split(/[\\/]/)[0]!
const shown = ({ from, to }: Import): string => `${from} → ${to}`

describe('the import table', () => {
  test.each(Object.entries(allowed))(
    '%s imports only what the table allows',
    (folder, { folders, packages }) => {
      const refused = imports
        .filter(({ from }) => folderOf(from) === folder)
        .filter(({ to }) => (isFile(to) ? ![folder, ...folders].includes(folderOf(to)) : !packages.test(to)))
      expect(refused.map(shown)).toEqual([])
    },
  )

  test('every folder is in the table', () => {
    expect([...new Set(files.map(folderOf))].filter((folder) => !(folder in allowed))).toEqual([])
  })

  test('there is no circle of imports', () => {
    expect(circles()).toEqual([])
  })

  test.each(['index.ts', 'runtime/index.ts', 'search/streams/index.ts'])(
    'a bundle of %s holds no parser and no package',
    (entry) => {
      expect([...reachable(entry)].filter((file) => !isFile(file) || folderOf(file) === 'compiler')).toEqual(
        [],
      )
    },
  )
})

/** What a bundler would follow from `entry`. */
function reachable(entry: string): ReadonlySet<string> {
  const seen = new Set([entry])
  for (const file of seen) {
    for (const { from, to, typeOnly } of imports) if (from === file && !typeOnly) seen.add(to)
  }
  return seen
}

/** One circle for each file that closes one, as the chain of its files. */
function circles(): string[] {
  const done = new Set<string>()
  const found: string[] = []
  const visit = (file: string, above: readonly string[]): void => {
    if (above.includes(file)) found.push([...above.slice(above.indexOf(file)), file].join(' → '))
    if (done.has(file)) return
    done.add(file)
    for (const { from, to } of imports) if (from === file && isFile(to)) visit(to, [...above, file])
  }
  for (const file of files) visit(file, [])
  return found
}
