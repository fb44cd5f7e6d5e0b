// What TypeScript and JSX have besides JavaScript, and the kinds of files that there are: each file of `fixtures/` does
// compiled what it does as TypeScript itself makes JavaScript of it, in a real Node.js.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { JsxEmit, ModuleKind, ScriptTarget, transpileModule } from 'typescript'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeProject, type Ran } from '../../testing/project.ts'
import { compile } from './index.ts'

const folder = join(import.meta.dirname, 'fixtures')
const names = readdirSync(folder)

/** CommonJS by its name, as Node.js sees it. */
const isCommonJs = (name: string): boolean => /\.c[jt]s$/.test(name)

function byTypeScript(source: string, name: string): string {
  return transpileModule(source, {
    fileName: name,
    compilerOptions: {
      module: isCommonJs(name) ? ModuleKind.CommonJS : ModuleKind.ESNext,
      // Engines of today have neither `using` nor `accessor`.
      target: /^(?:using|auto-accessors)/.test(name) ? ScriptTarget.ES2022 : ScriptTarget.ESNext,
      jsx: JsxEmit.ReactJSX,
      esModuleInterop: true,
      useDefineForClassFields: true,
    },
  }).outputText
}

function byUs(source: string, name: string): string {
  const [sourceType, runtime] = isCommonJs(name)
    ? (['commonjs', 'require'] as const)
    : (['module', 'import'] as const)
  const { code, diagnostics } = compile(source, { filename: name, sourceType, runtime })
  if (diagnostics.length > 0 || code.includes('function*')) throw new Error(`${name} is not compiled`)
  return code
}

/** Talks to `main` of every file, made in both ways, and prints what was heard. */
const talk = `
import { inspect } from 'node:util'
const heard = {}
for (const file of process.argv.slice(2)) {
  const module = await import('./' + file)
  const generator = (module.main ?? module.default.main)()
  const said = Object.keys(module).filter((name) => name !== 'module.exports')
  let result = generator.next()
  for (let answer = 1; !result.done && answer < 30; answer++) {
    said.push(result.value)
    result = generator.next(answer)
  }
  heard[file] = inspect([...said, result], { depth: 9 })
}
console.log(JSON.stringify(heard))`

const project = makeProject({
  'package.json': '{ "type": "module" }',
  'talk.js': talk,
  'node_modules/elements/package.json':
    '{ "type": "module", "exports": { "./jsx-runtime": "./jsx-runtime.js" } }',
  'node_modules/elements/jsx-runtime.js': `
    export const jsx = (type, props, key) => ({ type, props, key })
    export { jsx as jsxs }
    export const Fragment = 'Fragment'`,
})
afterAll(() => project.remove())

const fileFor = (way: string, name: string): string => `${way}/${name}${isCommonJs(name) ? '.cjs' : '.mjs'}`

describe('does compiled what TypeScript makes of it', () => {
  let ran: Ran
  let heard: Readonly<Record<string, string>> = {}
  beforeAll(() => {
    for (const name of names) {
      const source = readFileSync(join(folder, name), 'utf8')
      project.write(fileFor('native', name), byTypeScript(source, name))
      project.write(fileFor('compiled', name), byUs(source, name))
    }
    const files = ['native', 'compiled'].flatMap((way) => names.map((name) => fileFor(way, name)))
    ran = project.run(process.execPath, ['talk.js', ...files])
    heard = ran.status === 0 ? (JSON.parse(ran.stdout) as typeof heard) : {}
  })

  test.each(names)('%s', (name) => {
    expect(ran).toMatchObject({ status: 0, stderr: '' })
    expect(heard[fileFor('native', name)]).toMatch(/done: true/)
    expect(heard[fileFor('compiled', name)]).toBe(heard[fileFor('native', name)])
  })
})
