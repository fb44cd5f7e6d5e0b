// The plugin in the real Babel, in a process of its own; what it wrote is run.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { makeProject } from '../../testing/project.ts'

const project = makeProject(
  {
    'package.json': '{ "type": "module" }',
    'build.mjs': `
    import { transformFileSync } from '@babel/core'
    import { mkdirSync, writeFileSync } from 'node:fs'
    mkdirSync('out', { recursive: true })
    const comments = { yes: true, no: false }[process.env.COMMENTS]
    const plugins = [['multishot/babel', { dependencies: ['common'], comments }]]
    const bare = { configFile: false, babelrc: false, sourceMaps: 'inline', plugins }
    for (const file of process.argv.slice(2)) {
      const sourceType = file.includes('common') ? 'script' : 'module'
      writeFileSync('out/' + file.replace(/.*\\//, '').replace(/ts$/, 'js'), transformFileSync(file, { ...bare, sourceType }).code)
    }`,
    'node_modules/common/package.json': '{ "main": "common.cjs" }',
    'node_modules/common/common.cjs': `exports.walk = function* () {
      const log = []
      for (;;) log.push(yield [...log])
    }`,
    'main.ts': `interface Removed { readonly lines: true }
import { clone } from 'multishot'
import { walk } from './common.cjs'
function* fails(): Generator<number> {
  yield 1
  throw new Error('half way')
}
const first = walk()
first.next()
first.next('a')
const second = clone(first)
console.log(JSON.stringify([first.next('b').value, second.next('c').value]))
try { for (const _ of fails()); } catch (error) { console.log(/main\\.ts:\\d+:\\d+/.exec((error as Error).stack!)![0]) }`,
    'refused.js': `export function* walk() {\n  yield eval('1')\n}`,
  },
  ['@babel/core'],
)
afterAll(() => project.remove())

const build = (...files: string[]) => project.run(process.execPath, ['build.mjs', ...files])

describe('multishot/babel', () => {
  test('compiles what Babel transforms, a chosen dependency included, with the lines of the source', () => {
    expect(build('main.ts', 'node_modules/common/common.cjs')).toEqual({ status: 0, stdout: '', stderr: '' })
    expect(project.run(process.execPath, ['--enable-source-maps', 'out/main.js'])).toEqual({
      status: 0,
      stdout: '[["a","b"],["a","c"]]\nmain.ts:6:9\n',
      stderr: '',
    })
  })

  test.each([
    [{ COMMENTS: 'yes', NODE_ENV: 'production' }, true],
    [{ NODE_ENV: 'development' }, true],
    [{ NODE_ENV: 'production' }, false],
    [{ COMMENTS: 'no', NODE_ENV: 'development' }, false],
  ])('tells the lines of the source in comments where it is asked to: %j', (env, told) => {
    expect(project.run(process.execPath, ['build.mjs', 'main.ts'], env)).toMatchObject({ status: 0 })
    const code = readFileSync(join(project.directory, 'out/main.js'), 'utf8')
    expect(/^\s*\/\/ 6: throw new Error\('half way'\);?$/m.test(code)).toBe(told)
  })

  test('shows a refused construct with its place and a picture, and fails', () => {
    const { status, stderr } = build('refused.js')
    expect(status).toBe(1)
    expect(stderr).toMatch(/refused\.js:2:9: error MS2002[^]*> 2 \|/)
  })
})
