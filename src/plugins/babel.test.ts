// The plugin in the real Babel, in a process of its own; what it wrote is run.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { makeProject } from '../../testing/project.ts'

/** Generators in every form, which say what clones and searches of them do. */
const everyForm = `
import { amb, clone, guard, solve, solveAsync } from 'multishot'
function* pairs() {
  const x = yield* amb(1, 2, 3)
  const y = yield* amb(x, 4)
  yield* guard(x + y > 4)
  return [x, y]
}
async function* later() {
  const list = [await Promise.resolve(0)]
  for await (const x of [1, Promise.resolve(2)]) list.push(x)
  list.push(yield* amb('a', 'b'))
  return list.join('')
}
class Walk {
  #steps = ['start']
  static *all(...more) { for (const each of [0, ...more]) yield each }
  *#own(by = 1) { try { for (;;) this.#steps.push(yield by + this.#steps.length) } finally { this.#steps.push('left') } }
  *go() { yield* this.#own(); yield 'never' }
  async *later() { for await (const each of this.#steps) yield each }
  left() { return this.#steps.join() }
}
function* native() { 'use native'; yield* [1, 2] }
const arrow = { *['key' + 1]({ a, ...rest } = { a: 1, b: 2 }) { let n = a; const add = () => ++n; for (;;) yield [add(), rest, new.target] } }
const first = arrow.key1()
first.next()
const second = clone(first)
const walk = new Walk()
const going = walk.go()
going.next()
going.next('on')
going.return()
const slow = []
for await (const each of solveAsync(later)) slow.push(each)
for await (const each of walk.later()) slow.push(each)
console.log(JSON.stringify([
  solve(pairs).toArray(), slow, [...Walk.all(1, 2)], [...native()], walk.left(),
  first.next().value, first.next().value, second.next().value,
]))`

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
    'forms.mjs': everyForm,
    'old.mjs': `
    import { transformFileSync } from '@babel/core'
    import { writeFileSync } from 'node:fs'
    const [targets, order] = process.argv.slice(2)
    const quiet = { comments: false }
    const env = ['@babel/preset-env', { targets, modules: false }]
    const plugins = order === 'ours last' ? ['@babel/plugin-transform-regenerator', ['multishot/babel', quiet]] : [['multishot/babel', quiet]]
    const { code } = transformFileSync('forms.mjs', { configFile: false, babelrc: false, presets: [env], plugins })
    writeFileSync('out.mjs', code)`,
    'refused.js': `export function* walk() {\n  yield eval('1')\n}`,
  },
  ['@babel/core', '@babel/preset-env', '@babel/plugin-transform-regenerator'],
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
  test.each([
    ['ie 11', 'ours alone'],
    ['ie 11', 'ours last'],
    ['defaults', 'ours alone'],
    ['maintained node versions', 'ours alone'],
  ])(
    'compiles before `@babel/preset-env` for %s sees the file, wherever it stands (%s)',
    (targets, order) => {
      expect(project.run(process.execPath, ['old.mjs', targets, order])).toEqual({
        status: 0,
        stdout: '',
        stderr: '',
      })
      const code = readFileSync(join(project.directory, 'out.mjs'), 'utf8')
      expect(/function\*|=>|^class /m.test(code)).toBe(targets !== 'ie 11')
      expect(project.run(process.execPath, ['out.mjs'])).toEqual({
        status: 0,
        stdout:
          '[[[1,4],[2,4],[3,3],[3,4]],["012a","012b","start","on","left"],[0,1,2],[1,2],"start,on,left",' +
          '[3,{"b":2},null],[4,{"b":2},null],[3,{"b":2},null]]\n',
        stderr: '',
      })
    },
  )
})
