// The transformer in the real Jest, in a process of its own: as modules; as CommonJS, which Jest does when it is told
// nothing, in projects that have what makes CommonJS of modules and that have not; and the plugin for Babel in Jest.

import { cpSync, unlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { makeProject, root } from '../../testing/project.ts'
import type { JestTransformer } from './jest.ts'

const project = makeProject({
  'package.json': '{ "type": "module" }',
  'jest.config.js': `
    export default {
      extensionsToTreatAsEsm: ['.ts'],
      transform: { '\\\\.[cm]?[jt]sx?$': ['multishot/jest', { dependencies: ['modern'] }] },
      transformIgnorePatterns: ['/node_modules/(?!modern/)', '/dist/'],
      cacheDirectory: '.cache',
      watchman: false,
    }`,
  'node_modules/modern/package.json': '{ "type": "module", "exports": "./main.js" }',
  'node_modules/modern/main.js': `export function* walk() {
    const log = []
    for (;;) log.push(yield [...log])
  }`,
  'half-way.test.ts': `
    import { clone } from 'multishot'
    import { walk } from 'modern'
    test('half way', () => {
      const first: any = walk()
      first.next()
      first.next('a')
      const second = clone(first)
      expect([first.next('b').value, second.next('c').value]).toEqual([['a', 'b'], ['a', 'c']])
    })`,
  'fails.test.ts': `interface Removed { readonly lines: true }

function* fails(): Generator<number> {
  yield 1
  throw new Error('half way')
}
test('fails', () => { Array.from(fails()) })`,
  'common.cjs': `exports.walk = function* () { yield 1; yield 2 }`,
  'two-copies.test.js': `
    import { clone } from 'multishot'
    import { walk } from './common.cjs'
    test('two copies', () => { clone(walk()) })`,
  'refused.test.js': `export function* walk() {\n  yield eval('1')\n}`,
})

const packed = {
  'node_modules/packed/package.json': '{ "main": "main.js" }',
  'node_modules/packed/main.js': `exports.walk = function* () {
    const log = []
    for (;;) log.push(yield [...log])
  }`,
}

const required = `
  const { amb, clone, solve } = require('multishot')
  const { walk } = require('packed')
  test('half way', () => {
    const first = walk()
    first.next()
    first.next('a')
    const second = clone(first)
    expect([first.next('b').value, second.next('c').value]).toEqual([['a', 'b'], ['a', 'c']])
    expect(solve(function* () { return yield* amb(1, 2) }).toArray()).toEqual([1, 2])
  })`

const commonJsConfig = `module.exports = {
  transform: { '\\\\.[cm]?[jt]sx?$': ['multishot/jest', { dependencies: ['packed'], exclude: 'excluded' }] },
  transformIgnorePatterns: ['/node_modules/(?!packed/)'],
  cacheDirectory: '.cache',
  watchman: false,
}`

/** As `npm init` and `npm install --save-dev jest` leave it: no Babel configuration. */
const commonJs = makeProject(
  {
    'package.json': '{ "name": "common", "type": "commonjs" }',
    'jest.config.js': commonJsConfig,
    ...packed,
    'required.test.js': required,
    'entries.test.js': `
    test.each(['', '/runtime', '/streams', '/fp-ts', '/frames', '/immutable', '/seeing'])('multishot%s', async (entry) => {
      const required = require('multishot' + entry)
      expect(Object.keys(required).length).toBeGreaterThan(1)
    })`,
    // What a module may not do: names that mean something else there, and no strict mode.
    'sloppy.test.js': `
    function* first(n) { arguments[0] = 5; yield n }
    test('is as it was written', () => {
      with ({ named: 1 }) expect(named).toBe(1)
      expect(first(1).next().value).toBe(5)
    })`,
    'mocked.test.js': `
    const { real } = require('./real')
    jest.mock('./real', () => ({ real: () => 'mocked' }))
    test('mocked', () => { expect(real()).toBe('mocked') })`,
    'real.js': `exports.real = () => 'real'`,
    'excluded.test.js': `
    function* one() { yield 1 }
    test('excluded', () => { expect(one.constructor.name + String(one)).toMatch(/GeneratorFunctionfunction[*] one/) })`,
    'program.ts': `import { amb, guard, type Program } from 'multishot'
enum Side { Left = 3, Right }
export default function* program() {
  const side: number = yield* amb(Side.Left, Side.Right)
  yield* guard(side > 3)
  return side
}
export const typed: Program<number, unknown> = program as never`,
    'typed.test.ts': `import { solve } from 'multishot'
import { real } from './real'
import program, * as all from './program'
jest.mock('./real', () => ({ real: () => 'mocked' }))
function* fails(): Generator<number> {
  yield 1
  throw new Error('half way')
}
test('imports', () => { expect([solve(program).toArray(), Object.keys(all), real()]).toEqual([[4], ['default', 'typed'], 'mocked']) })
test('fails', () => { Array.from(fails()) })`,
    'refused.test.ts': `test('refused', () => {})
function* walk(): Generator {
  yield eval('1')
}`,
    'meta.test.js': `import 'multishot'
test('meta', () => { expect(import.meta.url).toBe('') })`,
  },
  ['@babel/plugin-transform-modules-commonjs', 'babel-jest'],
)

/** The same where nobody has installed what makes CommonJS of modules: multishot is a folder of its own here. */
const without = makeProject(
  {
    'package.json': '{ "name": "without" }',
    'jest.config.js': commonJsConfig,
    ...packed,
    'required.test.js': required,
    'typed.test.ts': `interface Removed { readonly lines: true }
import { solve } from 'multishot'
test('imports', () => { expect(typeof solve).toBe('function') })`,
  },
  [
    'babel-jest',
    'oxc-parser',
    'oxc-transform',
    'esrap',
    '@jridgewell/gen-mapping',
    '@jridgewell/remapping',
  ].concat('@jridgewell/trace-mapping'),
)
const copied = join(without.directory, 'node_modules/multishot')
unlinkSync(copied)
for (const part of ['dist', 'package.json']) cpSync(join(root, part), join(copied, part), { recursive: true })

const withBabel = makeProject(
  {
    'package.json': '{ "name": "babel" }',
    'babel.config.js': `module.exports = {
      plugins: [['multishot/babel', { dependencies: ['packed'] }], '@babel/plugin-transform-modules-commonjs'],
    }`,
    'jest.config.js': `module.exports = {
      transformIgnorePatterns: ['/node_modules/(?!packed/)'],
      cacheDirectory: '.cache',
      watchman: false,
    }`,
    ...packed,
    'required.test.js': required,
    'typed.test.ts': `import { amb, solve } from 'multishot'

function* fails(): Generator<number> {
  yield 1
  throw new Error('half way')
}
test('imports', () => { expect(solve(function* () { return yield* amb(3, 4) }).toArray()).toEqual([3, 4]) })
test('fails', () => { Array.from(fails()) })`,
  },
  ['@babel/core', '@babel/plugin-transform-modules-commonjs', 'babel-jest'],
)
afterAll(() => {
  for (const each of [project, commonJs, without, withBabel]) each.remove()
})

/** As it is built: it reads its version beside its folder. */
const built = (await import(join(root, 'dist/jest.js'))) as { readonly default: JestTransformer }

const jest = join(root, 'node_modules/jest/bin/jest.js')
const run = (file: string) => project.run(process.execPath, ['--experimental-vm-modules', jest, '-i', file])

describe('multishot/jest', () => {
  test('compiles what Jest runs, a chosen dependency included', () => {
    const { status, stderr } = run('half-way')
    expect(stderr).toMatch(/1 passed/)
    expect(status).toBe(0)
  })

  test('an error in a generator points at its line in the source', () => {
    expect(run('fails')).toMatchObject({ status: 1, stderr: expect.stringMatching(/fails\.test\.ts:5:9/) })
  })

  test('an ES module and CommonJS in one test have a copy of multishot each where Jest knows no better, and are told', () => {
    const { stderr } = run('two-copies')
    const [major, minor] = process.versions.node.split('.').map(Number)
    const isOne = major! > 24 || (major === 24 && minor! >= 9)
    expect(stderr).toMatch(isOne ? /1 passed/ : /MS1007: the generator to clone was made with another copy/)
  })

  test('the option comments tells the lines of the source', () => {
    const code = (comments: boolean) => {
      const config = { rootDir: root, cwd: root, configString: '' }
      const options = { transformerConfig: { comments }, supportsStaticESM: true, config }
      return built.default.process('export function* one() {\n  yield 1\n}', '/project/one.js', options).code
    }
    expect(code(true)).toMatch(/^\s*\/\/ 2: yield 1$/m)
    expect(code(false)).not.toMatch(/\/\/ 2:/)
  })

  test('a refused construct is shown with its place and a picture', () => {
    const { status, stderr } = run('refused')
    expect(status).toBe(1)
    expect(stderr).toMatch(/refused\.test\.js:2:9: error MS2002[^]*> 2 \|/)
    // What Jest says of files that it was not configured for.
    expect(stderr).not.toContain('unexpected token')
  })
})

describe('multishot/jest in a CommonJS project', () => {
  const runThere = (...args: string[]) => commonJs.run(process.execPath, [jest, '-i', ...args])

  test.each([
    ['required', 'compiles what is required, a chosen dependency included', 1],
    ['entries', 'has all that programs import', 7],
    ['sloppy', 'leaves CommonJS what it is', 1],
    ['mocked', 'mocks what is required before, as Jest does', 1],
    ['excluded', 'leaves what is excluded to Jest', 1],
  ])('%s: %s', (file, _what, count) => {
    const { status, stderr } = runThere(file)
    expect(stderr).toMatch(new RegExp(`${count} passed, ${count} total`))
    expect(status).toBe(0)
  })

  test('compiles what is imported, mocks included, and an error points at its line in the source', () => {
    const { status, stderr } = runThere('typed')
    expect(stderr).toMatch(/1 failed, 1 passed/)
    expect(stderr).toMatch(/typed\.test\.ts:7:9/)
    expect(status).toBe(1)
  })

  test('coverage is that of the source', () => {
    const { stdout } = runThere('typed', '--coverage', '-t', 'imports')
    expect(stdout).toMatch(/^ *program\.ts *\|.*\| *100 \| *100 \|/m)
  })

  test('a refused construct is shown with its place and a picture', () => {
    const { status, stderr } = runThere('refused')
    expect(status).toBe(1)
    expect(stderr).toMatch(/refused\.test\.ts:3:9: error MS2002[^]*> 3 \|/)
  })

  test('what only modules can do is refused with its place, a picture, and what to write', () => {
    const { status, stderr } = runThere('meta')
    expect(status).toBe(1)
    expect(stderr).toMatch(
      /meta\.test\.js:2:29: error MS5002: Only modules have `import\.meta`[^]*> 2 \|[^]*Write `__filename`/,
    )
  })
})

describe('multishot/jest where nothing makes CommonJS of modules', () => {
  const runThere = (file: string) => without.run(process.execPath, [jest, '-i', file])

  test('runs what is written as CommonJS', () => {
    expect(runThere('required')).toMatchObject({ status: 0, stderr: expect.stringMatching(/1 passed/) })
  })

  test('refuses a module, with its place, a picture, and what to install', () => {
    const { status, stderr } = runThere('typed')
    expect(status).toBe(1)
    expect(stderr).toMatch(
      /typed\.test\.ts:2:1: error MS5001: This file is an ES module[^]*> 2 \| import[^]*npm install --save-dev @babel\/plugin-transform-modules-commonjs/,
    )
  })
})

describe('multishot/babel in Jest, in a CommonJS project', () => {
  const runThere = (file: string) => withBabel.run(process.execPath, [jest, '-i', file])

  test('compiles what is required, a chosen dependency included', () => {
    expect(runThere('required')).toMatchObject({ status: 0, stderr: expect.stringMatching(/1 passed/) })
  })

  test('compiles what is imported, and an error points at its line in the source', () => {
    const { status, stderr } = runThere('typed')
    expect(status).toBe(1)
    expect(stderr).toMatch(/1 failed, 1 passed/)
    expect(stderr).toMatch(/typed\.test\.ts:5:9/)
  })
})
