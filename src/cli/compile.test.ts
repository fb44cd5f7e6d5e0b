// The built command in real processes: what `compile` writes, and that it runs without any loader.

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { makeProject, root } from '../../testing/project.ts'

const project = makeProject({
  'package.json': '{ "type": "module" }',
  'src/main.ts': `import { clone } from 'multishot'
import { walk } from './lib/walk.tsx'
export type Hidden = string
export * from './plain.js'
const { answer } = await import('./lib/answer.mts')
const first = walk(answer)
first.next()
first.next('a')
const second = clone(first)
console.log(JSON.stringify([first.next('b').value, second.next('c').value]))`,
  'src/lib/walk.tsx': `interface Removed { readonly lines: true }
export function* walk(log: string[]): Generator<string[], never, string> {
  for (;;) log.push(yield [...log])
}`,
  'src/lib/answer.mts': 'export const answer: string[] = []',
  'src/plain.js': 'export const plain = 1\n',
  'src/common.cts': `const { clone } = require('multishot')
const { steps } = require('./common-lib.cts')
const first = steps()
first.next()
console.log(clone(first).next().value, first.next().value)`,
  'src/common-lib.cts': 'exports.steps = function* () { let n: number = 0; for (;;) yield ++n }',
  'src/throws.ts': `interface Removed { readonly lines: true }

export function* walk(): Generator<number> {
  yield 1
  throw new Error('half way')
}
const [] = [...walk()]`,
  'explained.ts': `export function* pairs(): Generator<number> {
  let kept: readonly number[] = []
  const grown = [0]
  for (let n = 1; ; n++) {
    kept = [...kept, n]
    grown.push(n)
    yield kept.length + grown.length
  }
}`,
  'src/types.d.ts': 'export type T = 1',
  'src/data.json': '{}',
  'src/node_modules/x/index.js': 'export const x = 1',
  'script.cjs':
    'function* steps() { yield 1; yield 2 }\nvar g = steps(); g.next(); result = multishotRuntime.clone(g).next().value',
  'bad/good.js': 'export function* fine() { yield 1 }',
  'bad/refused.js': `export function* walk() {\n  yield eval('1')\n}`,
  'twice/a.ts': 'export function* walk(): Generator<number> { yield 1 }',
  'same/a.ts': '',
  'same/a.js': '',
})
afterAll(() => project.remove())

const multishot = (...args: string[]) =>
  project.run(process.execPath, [join(root, 'dist/cli.js'), 'compile', ...args])
const node = (...args: string[]) => project.run(process.execPath, args)
const inProject = (path: string): string => join(project.directory, path)

describe('multishot compile', () => {
  test('writes the tree of the sources, with maps where something changed, and nothing else', () => {
    expect(multishot('src', '--out', 'out')).toEqual({ status: 0, stdout: '', stderr: '' })
    const written = readdirSync(inProject('out'), { recursive: true, encoding: 'utf8' })
    expect(written.toSorted()).toEqual([
      'common-lib.cjs',
      'common-lib.cjs.map',
      'common.cjs',
      'common.cjs.map',
      'lib',
      'lib/answer.mjs',
      'lib/answer.mjs.map',
      'lib/walk.js',
      'lib/walk.js.map',
      'main.js',
      'main.js.map',
      'plain.js',
      'throws.js',
      'throws.js.map',
    ])
    expect(readFileSync(inProject('out/plain.js'), 'utf8')).toBe('export const plain = 1\n')
  })

  test('what it wrote runs in Node.js, as module and as CommonJS', () => {
    expect(node('out/main.js')).toEqual({ status: 0, stdout: '[["a","b"],["a","c"]]\n', stderr: '' })
    expect(node('out/common.cjs')).toMatchObject({ status: 0, stdout: '2 2\n' })
  })

  test('an error points at its line in the source', () => {
    expect(node('--enable-source-maps', 'out/throws.js').stderr).toMatch(/src\/throws\.ts:5:9/)
  })

  test('with --comments it says which line of the source each part of the code comes from', () => {
    expect(multishot('src/throws.ts', '--out', 'commented', '--comments').status).toBe(0)
    const written = readFileSync(join(project.directory, 'commented/throws.js'), 'utf8')
    expect(written).toMatch(/^\s*\/\/ 5: throw new Error\('half way'\)$/m)
  })

  test('with --explain it tells which line makes forks copy a variable', () => {
    const { status, stderr } = multishot('explained.ts', '--out', 'explained', '--explain')
    expect(status).toBe(0)
    expect(stderr).toBe(
      'explained.ts:1:8: pairs: `kept` is shared by forks, nothing that it names is ever changed\n' +
        'explained.ts:1:8: pairs: `grown` is copied by forks: what is made at 3:17 is changed by `push` (explained.ts:6:5)\n',
    )
  })

  test('a second run does not compile what the first one wrote', () => {
    const twice = () => multishot('twice', '--out', 'twice/out').status
    expect([twice(), twice()]).toEqual([0, 0])
    expect(readdirSync(inProject('twice/out'))).toEqual(['a.js', 'a.js.map'])
  })

  test('--runtime global:NAME makes a classic script, and --no-map leaves out its map', () => {
    const { status } = multishot(
      'script.cjs',
      '--out',
      'public',
      '--runtime',
      'global:multishotRuntime',
      '--no-map',
    )
    expect(status).toBe(0)
    expect(readdirSync(inProject('public'))).toEqual(['script.cjs'])
    const script = readFileSync(inProject('public/script.cjs'), 'utf8')
    const runtime = readFileSync(join(root, 'dist/runtime.global.js'), 'utf8')
    const realm = `globalThis.result = 0; (0, eval)(${JSON.stringify(`${runtime}\n${script}`)}); console.log(result)`
    expect(script).not.toContain('sourceMappingURL')
    // Linux hands over no argument that is as long.
    writeFileSync(inProject('realm.cjs'), realm)
    expect(node('realm.cjs')).toEqual({ status: 0, stdout: '2\n', stderr: '' })
  })
})

describe('nothing is written', () => {
  test('when one file is refused, which is named with its place', () => {
    const { status, stdout, stderr } = multishot('bad', '--out', 'bad-out')
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toMatch(/^bad\/refused\.js:2:9: error MS2002/)
    expect(existsSync(inProject('bad-out'))).toBe(false)
  })

  test.each([
    [['src', '--out', 'src'], 1, /would be written over a source/],
    [
      ['same', '--out', 'nowhere'],
      1,
      /^multishot: same\/a\.js and same\/a\.ts would both be written to nowhere\/a\.js/,
    ],
    [['nowhere', '--out', 'a'], 2, /^multishot: no such file: nowhere\n$/],
    [['src/data.json', '--out', 'a'], 2, /^multishot: no JavaScript or TypeScript: src\/data\.json\n$/],
    [['src'], 2, /--out/],
  ])('by %j', (args, exitCode, message) => {
    const { status, stdout, stderr } = multishot(...args)
    expect(stderr).toMatch(message)
    expect({ status, stdout }).toEqual({ status: exitCode, stdout: '' })
  })
})
