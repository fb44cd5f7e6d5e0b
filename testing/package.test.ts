// What is published: that every way to import it resolves, with types, and that nothing else is in it.

import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseSync } from 'oxc-parser'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { afterAll, describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const directory = mkdtempSync(join(tmpdir(), 'multishot-package-'))
afterAll(() => rmSync(directory, { recursive: true }))

interface Packed {
  readonly filename: string
  readonly files: readonly { readonly path: string }[]
}

type Entry = Readonly<Partial<Record<'types' | 'require' | 'default', string>>>

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly exports: Readonly<Record<string, Entry>>
}

// Scripts are left out: they would build again what the tests are about to use.
const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', directory]
const answer = JSON.parse(run('npm', pack)) as Packed[] | Readonly<Record<string, Packed>>
const packed = Object.values(answer)[0]!
const tarball = join(directory, packed.filename)
const paths = packed.files.map(({ path }) => path)

function run(command: string, args: readonly string[]): string {
  return execFileSync(command, args, { cwd: root, encoding: 'utf8', stdio: 'pipe' })
}

/** The names in the `export` statements of a module or of declarations. */
function exportedNames(code: string): ReadonlySet<string> {
  const { module } = parseSync('module.d.ts', code)
  const entries = module.staticExports.flatMap((statement) => statement.entries)
  return new Set(
    entries.map(({ exportName }) => (exportName.kind === 'Default' ? 'default' : exportName.name!)),
  )
}

describe('the package', () => {
  test('publint has nothing to say', async () => {
    const buffer = readFileSync(tarball)
    const bytes = buffer.buffer.slice(buffer.byteOffset, buffer.byteOffset + buffer.byteLength) as ArrayBuffer
    const { messages, pkg } = await publint({ pack: { tarball: bytes }, strict: true })
    expect(messages.map((message) => formatMessage(message, pkg!, { color: false }))).toEqual([])
  })

  test('every export has the types of its code', () => {
    const attw = join(root, 'node_modules/.bin/attw')
    // It does not know `module-sync`, by which Node.js gets the module that the types are of (the next test).
    const unknown = ['--ignore-rules', 'false-esm']
    const check = () => run(attw, [tarball, '--profile', 'esm-only', ...unknown, '--no-color', '--no-emoji'])
    expect(check).not.toThrow()
  }, 60_000)

  test('Node.js gets the same module by require and by import', () => {
    const entries = Object.entries(manifest.exports).filter(([, { require }]) => require !== undefined)
    expect(entries).toHaveLength(7)
    const names = entries.map(([path]) => `multishot${path.slice(1)}`)
    const script = `
      const same = async (name) => require(name) === (await import(name))
      Promise.all(${JSON.stringify(names)}.map(same)).then((each) => console.log(each.every(Boolean)))`
    expect(run(process.execPath, ['--input-type=commonjs', '-e', script])).toBe('true\n')
  })

  test('what is built for those who can require no module exports the same', async () => {
    for (const { require: common, default: code } of Object.values(manifest.exports)) {
      if (common === undefined) continue
      const module = (await import(join(root, code!))) as object
      const required = createRequire(import.meta.url)(join(root, common)) as object
      expect(Object.keys(required).toSorted()).toEqual(Object.keys(module).toSorted())
    }
  })

  // `attw` asks only whether there are any types: those of another module would do.
  test('what an entry exports is what its types declare', async () => {
    const entries = Object.values(manifest.exports).filter(({ types }) => types !== undefined)
    // To load this entry is to install the loader.
    for (const { types, default: code } of entries.filter((entry) => !entry.types!.includes('register'))) {
      const exported = Object.keys((await import(join(root, code!))) as object)
      const declared = exportedNames(readFileSync(join(root, types!), 'utf8'))
      expect({ types, missing: exported.filter((name) => !declared.has(name)) }).toEqual({
        types,
        missing: [],
      })
    }
  })

  test('it holds what it exports and nothing else', () => {
    const known =
      /^(?:dist\/[\w.-]+\.(?:js|d\.ts)(?:\.map)?|dist\/[\w.-]+\.cjs|(?:CHANGELOG|README)\.md|LICENSE|package\.json)$/
    expect(paths.filter((path) => !known.test(path))).toEqual([])
    expect(paths).toContain('dist/runtime.global.js')
  })

  test('the runtime is also one classic script that sets a global', () => {
    const script = readFileSync(join(root, 'dist/runtime.global.js'), 'utf8')
    const realm = new Function(`${script}; return multishotRuntime`) as () => Record<string, unknown>
    expect(realm()).toHaveProperty('clone')
  })
})
