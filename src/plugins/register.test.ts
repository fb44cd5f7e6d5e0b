// Real Node.js processes, in a project as a user has it: TypeScript, an installed ES module and an
// installed CommonJS package, both of which keep generators that know nothing of us.

import { afterAll, describe, expect, test } from 'vitest'
import { makeProject, type Project } from '../../testing/project.ts'

const walker = (walk: string): string => `
  let expensive = 0
  ${walk} function* walk() {
    expensive += 1
    const log = []
    for (;;) log.push(yield [expensive, ...log])
  }`

const project: Project = makeProject({
  'package.json': '{ "type": "module", "multishot": { "dependencies": ["common", "@scope/modern"] } }',
  'node_modules/common/package.json': '{ "main": "lib/main.js" }',
  'node_modules/common/lib/main.js': `exports.walk = require('./walk')`,
  'node_modules/common/lib/walk.js': walker('module.exports ='),
  'node_modules/@scope/modern/package.json': '{ "type": "module", "exports": "./main.js" }',
  'node_modules/@scope/modern/main.js': `import './empty.js'\n${walker('export')}`,
  'node_modules/@scope/modern/empty.js': '',
  'node_modules/unchosen/package.json': '{ "type": "module", "exports": "./main.js" }',
  'node_modules/unchosen/main.js': walker('export'),

  'half-way.ts': `
    import { clone } from 'multishot'
    export function halfWay(walk: () => Generator<unknown[], unknown, string>): unknown[] {
      const first = walk()
      first.next()
      first.next('a')
      const second = clone(first)
      return [first.next('b').value, second.next('c').value, first.next('d').value]
    }`,
  'modern.ts': `
    import { walk } from '@scope/modern'
    import { halfWay } from './half-way.ts'
    console.log(JSON.stringify(halfWay(walk)))`,
  'common.ts': `
    import { walk } from 'common'
    import { halfWay } from './half-way.ts'
    console.log(JSON.stringify(halfWay(walk)))`,
  'unchosen.ts': `
    import { walk } from 'unchosen'
    import { halfWay } from './half-way.ts'
    console.log(JSON.stringify(halfWay(walk)))`,
  'required.cts': `
    const { walk }: { walk: any } = require('common')
    const { walk: other } = require('@scope/modern')
    const { halfWay } = require('./half-way.ts')
    console.log(JSON.stringify([halfWay(walk), halfWay(other)]), typeof require.cache[__filename])`,
  'search.ts': `
    import { amb, guard, solve } from 'multishot'
    enum Side { Left = 1, Right }
    const program = function* () {
      const side: Side = yield* amb(Side.Left, Side.Right)
      yield* guard(side === Side.Right)
      return side
    }
    console.log(solve(program).toArray())`,
  'throws.ts': `interface Removed { readonly lines: true }

function* walk(): Generator<number> {
  yield 1
  throw new Error('half way')
}
const [] = [...walk()]`,
  'decorated.ts': `import './decorates.ts'`,
  'decorates.ts': `/** What is {@link logged}, and not @decorated. */
const logged = (...given: unknown[]): any => given
export class Plain {
  @logged field = 1
}`,
  'decorated-walk.ts': `const logged = (...given: unknown[]): any => given
export class Walk {
  @logged *walk() { yield 1 }
}
export function* walk() {
  let n = 0
  class Counts { @logged *walk() { yield n++ } }
  yield Counts
}`,
  'undecorated.ts': `/**
 * @param {string} x is no decorator.
 */
console.log('@logged field')`,
  'refused.ts': `import './inner.ts'`,
  'inner.ts': `export function* walk() {\n  yield eval('1')\n}`,
  // The code as the engine has it.
  'shows.ts': `
    import { Session } from 'node:inspector'
    const session = new Session()
    session.connect()
    let id = ''
    session.on('Debugger.scriptParsed', ({ params }) => { if (params.url.endsWith('throws.ts')) id = params.scriptId })
    session.post('Debugger.enable')
    await import('./throws.ts').catch(() => {})
    session.post('Debugger.getScriptSource', { scriptId: id }, (_, { scriptSource }) => console.log(/\\/\\/ 5: throw/.test(scriptSource)))`,
  'plain.js': `import { readFileSync } from 'node:fs'\nconsole.log(typeof readFileSync, import.meta.url.slice(-8))`,
})
afterAll(() => project.remove())

const node = (...args: string[]) => project.run(process.execPath, ['--import', 'multishot/register', ...args])
const halves = '[[1,"a","b"],[1,"a","c"],[1,"a","b","d"]]'

describe('node --import multishot/register', () => {
  test('runs TypeScript, and its generators can be searched', () => {
    expect(node('search.ts')).toEqual({ status: 0, stdout: '[ 2 ]\n', stderr: '' })
  })

  test('clones a generator of an installed ES module half way', () => {
    expect(node('modern.ts')).toEqual({ status: 0, stdout: `${halves}\n`, stderr: '' })
  })

  test('clones a generator of an installed CommonJS package half way', () => {
    expect(node('common.ts')).toEqual({ status: 0, stdout: `${halves}\n`, stderr: '' })
  })

  test('does the same for what is required, and leaves require as it is', () => {
    expect(node('required.cts')).toEqual({ status: 0, stdout: `[${halves},${halves}] object\n`, stderr: '' })
  })

  test('leaves installed packages alone that nobody chose', () => {
    expect(node('unchosen.ts')).toMatchObject({ status: 1, stderr: expect.stringContaining('MS1001') })
  })

  test('takes more choices from the environment', () => {
    const env = { MULTISHOT_DEPENDENCIES: 'other,unchosen' }
    const args = ['--import', 'multishot/register', 'unchosen.ts']
    expect(project.run(process.execPath, args, env)).toEqual({ status: 0, stdout: `${halves}\n`, stderr: '' })
  })

  test('an error in a generator points at its line in the source', () => {
    expect(node('throws.ts').stderr).toMatch(/throws\.ts:5:9/)
  })

  test.each([
    ['development', true],
    ['production', false],
  ])('in %s comments tell the lines of the source: %s', (mode, told) => {
    const args = ['--import', 'multishot/register', 'shows.ts']
    expect(project.run(process.execPath, args, { NODE_ENV: mode }).stdout).toBe(`${told}\n`)
  })

  test('a refused construct is named with its place, and no frame of the loader', () => {
    const { status, stderr } = node('refused.ts')
    expect(status).toBe(1)
    expect(stderr).toMatch(/inner\.ts:2:9/)
    // Between its threads Node.js loses which class an error is of.
    expect(stderr).toMatch(/^SyntaxError(?: \[Error\])?: .*error MS2002/m)
    expect(stderr).toMatch(/MS2002/)
    expect(stderr).not.toMatch(/^ +at .*(?:node_modules\/multishot|node:)/m)
  })

  test('a decorator is refused with its place, a picture, and what to do', () => {
    const { status, stderr } = node('decorated.ts')
    expect(status).toBe(1)
    expect(stderr).toMatch(
      /decorates\.ts:4:3: error MS5004: No engine runs decorators[^]*> 4 \|   @logged field = 1[^]*with `tsc` or a bundler/,
    )
    // Of decorators in a generator the compiler may say something else, which helps nobody here.
    const walked = node('decorated-walk.ts').stderr
    expect(walked).toMatch(/decorated-walk\.ts:3:3: error MS5004/)
    expect(walked).not.toContain('MS2008')
    expect(node('undecorated.ts')).toEqual({ status: 0, stdout: '@logged field\n', stderr: '' })
  })

  test('a file that has nothing to compile runs as it stands', () => {
    expect(node('plain.js')).toEqual({ status: 0, stdout: 'function plain.js\n', stderr: '' })
  })
})
