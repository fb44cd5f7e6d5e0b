// Packages that are linked: as pnpm installs them, each in a store of its own below `node_modules`, and as workspaces
// do, where one is the user's own code. Both are compiled as what they are.

import { mkdirSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { makeProject } from '../../testing/project.ts'

const walk = `function* walk() {
  const log = []
  for (;;) log.push(yield [...log])
}`

const store = 'node_modules/.pnpm'
const project = makeProject(
  {
    'package.json': '{ "type": "module", "multishot": { "dependencies": ["chosen", "@scope/chosen"] } }',
    [`${store}/chosen@1.0.0/node_modules/chosen/package.json`]:
      '{ "type": "module", "exports": "./main.js" }',
    // What a package depends on stands beside it in the store, and is chosen by its own name.
    [`${store}/chosen@1.0.0/node_modules/chosen/main.js`]: `
      import { walk as deeper } from '@scope/chosen'
      export const both = [walk, deeper]
      ${walk}`,
    [`${store}/@scope+chosen@2.0.0/node_modules/@scope/chosen/package.json`]: '{ "main": "main.js" }',
    [`${store}/@scope+chosen@2.0.0/node_modules/@scope/chosen/main.js`]: `exports.walk = ${walk}`,
    [`${store}/other@1.0.0/node_modules/other/package.json`]: '{ "type": "module", "exports": "./main.js" }',
    [`${store}/other@1.0.0/node_modules/other/main.js`]: `export ${walk}`,
    'packages/own/package.json': '{ "type": "module", "exports": "./main.ts" }',
    'packages/own/main.ts': `export ${walk.replace('walk()', 'walk(): Generator<unknown[], never, string>')}`,
    'main.js': `
      import { clone } from 'multishot'
      import { both } from 'chosen'
      import { walk as other } from 'other'
      import { walk as own } from 'own'
      const halfWay = (walk) => {
        const first = walk()
        first.next()
        first.next('a')
        const second = clone(first)
        return [first.next('b').value, second.next('c').value].join('|')
      }
      const named = (walk) => { try { return halfWay(walk) } catch (error) { return error.code } }
      console.log(JSON.stringify([...both, own, other].map(named)))`,
    'build-vite.mjs': `
      import { build } from 'vite'
      import { multishot } from 'multishot/vite'
      const dependencies = ['chosen', '@scope/chosen']
      const rolldownOptions = { external: /^multishot/ }
      const ssr = { noExternal: ['own', 'other'] }
      await build({ configFile: false, logLevel: 'silent', ssr, plugins: [multishot({ dependencies })], build: { ssr: 'main.js', outDir: 'out', rolldownOptions } })`,
    'build-esbuild.mjs': `
      import { build } from 'esbuild'
      import { multishot } from 'multishot/esbuild'
      const plugins = [multishot({ dependencies: ['chosen', '@scope/chosen'] })]
      await build({ entryPoints: ['main.js'], outfile: 'out/main.js', bundle: true, platform: 'node', format: 'esm', plugins })`,
    'build-webpack.mjs': `
      import webpack from 'webpack'
      import { multishot } from 'multishot/webpack'
      const output = { path: process.cwd() + '/out', filename: 'main.js', module: true, chunkFormat: 'module', library: { type: 'module' } }
      const plugins = [multishot({ dependencies: ['chosen', '@scope/chosen'] })]
      const compiler = webpack({ entry: './main.js', output, target: 'node20', mode: 'production', experiments: { outputModule: true }, externals: [/^multishot/], externalsType: 'module', plugins })
      await new Promise((settle, fail) => compiler.run((error, stats) => error || stats.hasErrors() ? fail(error ?? new Error(stats.toString())) : compiler.close(settle)))`,
  },
  ['vite', 'esbuild', 'webpack'],
)
afterAll(() => project.remove())

const link = (from: string, to: string): void => {
  mkdirSync(dirname(join(project.directory, from)), { recursive: true })
  symlinkSync(join(project.directory, to), join(project.directory, from), 'junction')
}
link('node_modules/chosen', `${store}/chosen@1.0.0/node_modules/chosen`)
link('node_modules/other', `${store}/other@1.0.0/node_modules/other`)
link('node_modules/own', 'packages/own')
link(
  `${store}/chosen@1.0.0/node_modules/@scope/chosen`,
  `${store}/@scope+chosen@2.0.0/node_modules/@scope/chosen`,
)

const node = (...args: string[]) => project.run(process.execPath, args)
const compiled = 'a,b|a,c'
const ran = {
  status: 0,
  stdout: `${JSON.stringify([compiled, compiled, compiled, 'MS1001'])}\n`,
  stderr: '',
}

describe('packages that pnpm installed are chosen by name, linked ones of the workspace are the user’s own', () => {
  test('in Node.js', () => {
    expect(node('--import', 'multishot/register', 'main.js')).toEqual(ran)
  })

  test.each(['vite', 'esbuild', 'webpack'])('in multishot/%s', (tool) => {
    expect(node(`build-${tool}.mjs`)).toMatchObject({ status: 0 })
    expect(node('out/main.js')).toEqual(ran)
  })
})
