// Classes with decorators and generators: each file of `fixtures/` does compiled what it does natively, when esbuild or
// TypeScript has compiled the decorators of both, in a real Node.js. `x.standard.js` is for standard decorators only,
// `x.legacy.ts` for those of `experimentalDecorators`, and all others are for both.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { transformSync } from 'esbuild'
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeProject, type Ran } from '../../../testing/project.ts'
import { compile } from '../index.ts'

type Lower = (source: string, fileName: string) => string

const byEsbuild =
  (experimentalDecorators: boolean): Lower =>
  (source, fileName) =>
    transformSync(source, {
      loader: 'ts',
      target: 'es2022',
      sourcefile: fileName,
      tsconfigRaw: { compilerOptions: { experimentalDecorators } },
    }).code

const byTypeScript =
  (experimentalDecorators: boolean, target = ScriptTarget.ES2022): Lower =>
  (source, fileName) =>
    transpileModule(source, {
      fileName,
      compilerOptions: { experimentalDecorators, module: ModuleKind.ESNext, target },
    }).outputText

const tools: Readonly<Record<string, Lower>> = {
  'esbuild, standard': byEsbuild(false),
  'TypeScript, standard': byTypeScript(false),
  'TypeScript for ES2018, standard': byTypeScript(false, ScriptTarget.ES2018),
  'esbuild, experimental': byEsbuild(true),
  'TypeScript, experimental': byTypeScript(true),
  'TypeScript for ES2018, experimental': byTypeScript(true, ScriptTarget.ES2018),
}

const folder = join(import.meta.dirname, 'fixtures')
const names = readdirSync(folder)
const runs = names.flatMap((name) =>
  Object.keys(tools)
    .filter((tool) => !name.includes(tool.endsWith('standard') ? '.legacy.' : '.standard.'))
    .filter((tool) => tool.startsWith('esbuild') || !name.includes('.esbuild.'))
    .map((tool) => ({ name, tool })),
)

/** Decorators of both kinds, which tell what they are given. */
const seen = `
export const log = []
const { toString } = Object.prototype
export function about(value) {
  if (typeof value !== 'function') return typeof value
  const kind = toString.call(value)
  const isOne = [function* () {}, async function* () {}, () => 0].some((each) => Object.getPrototypeOf(each) === Object.getPrototypeOf(value))
  return [kind, isOne, value.name, value.length, Object.getOwnPropertyNames(value).sort().join()]
}
const told = (label, value, context, descriptor) =>
  typeof context === 'object'
    ? [label, context.kind, String(context.name), context.static, context.private, about(value)]
    : [label, typeof value, String(context), about(descriptor?.value)]
export const seen = (label) => {
  log.push('evaluated ' + label)
  return (...given) => void log.push(told(label, ...given))
}
export const logged = (label) => {
  log.push('evaluated ' + label)
  return (target, context) => void log.push([label, context?.kind, context?.name?.replace(/^_\\w+$/, ''), target.length])
}
export const wrapped = (label) => (value, context, descriptor) => {
  log.push(told(label, value, context, descriptor))
  const method = descriptor?.value ?? value
  function wrapper(...args) {
    log.push('called ' + label)
    return method.apply(this, args)
  }
  return descriptor === undefined ? wrapper : { ...descriptor, value: wrapper }
}`

/** Two of the same generator, resumed with what has been sent: made twice natively, and otherwise cloned there. */
const halfWay = (isNative: boolean): string => `
import { clone } from 'multishot'
import { log } from './seen.js'
export function halfWay(make, ...sent) {
  const begun = () => {
    const generator = make()
    generator.next()
    for (const each of sent) generator.next(each)
    return generator
  }
  const first = begun()
  const { length } = log
  const second = ${isNative ? 'begun()' : 'clone(first)'}
  log.length = length
  return [first, second]
}`

/** Prints what \`main\` of each file gives. */
const run = `
import { inspect } from 'node:util'
const results = {}
for (const file of process.argv.slice(2)) {
  try {
    const { main } = await import('./' + file)
    results[file] = inspect(await main(), { depth: 9, breakLength: 100 })
  } catch (error) {
    results[file] = error.stack
  }
}
console.log(JSON.stringify(results))`

const project = makeProject({ 'package.json': '{ "type": "module" }', 'run.js': run })
afterAll(() => project.remove())

function compiled(source: string, filename: string): string {
  const { code, diagnostics } = compile(source, { filename })
  if (diagnostics.length > 0 || /function\s*\*|^\s*(?:static |async )*\*/m.test(code))
    throw new Error(`${filename} is not compiled: ${JSON.stringify(diagnostics)}`)
  return code
}

describe('does compiled what it does natively', () => {
  let ran: Ran
  let results: Readonly<Record<string, string>> = {}
  // Each file has a folder, and with it a log, of its own.
  const folderFor = (way: string, name: string, tool: string): string =>
    `${way}/${tool.replace(/\W+/g, '-')}/${name.replace(/\.[jt]s$/, '')}`
  const fileFor = (...of: Parameters<typeof folderFor>): string => `${folderFor(...of)}/main.js`
  beforeAll(() => {
    for (const { name, tool } of runs) {
      const source = readFileSync(join(folder, name), 'utf8')
      for (const way of ['native', 'compiled']) {
        const isNative = way === 'native'
        const to = folderFor(way, name, tool)
        project.write(`${to}/seen.js`, seen)
        project.write(`${to}/half-way.js`, halfWay(isNative))
        project.write(`${to}/main.js`, tools[tool]!(isNative ? source : compiled(source, name), name))
      }
    }
    const files = ['native', 'compiled'].flatMap((way) =>
      runs.map(({ name, tool }) => fileFor(way, name, tool)),
    )
    ran = project.run(process.execPath, ['run.js', ...files])
    results = ran.status === 0 ? (JSON.parse(ran.stdout) as typeof results) : {}
  })

  test.each(runs)('$name: $tool', ({ name, tool }) => {
    expect(ran).toMatchObject({ status: 0, stderr: '' })
    const native = results[fileFor('native', name, tool)]
    expect(native).toMatch(/^\[/)
    expect(results[fileFor('compiled', name, tool)]).toBe(native)
  })
})
