// The transformer in the real Jest, in a process of its own, as modules; and in a CommonJS project, where Babel makes
// what Jest can require of all modules, multishot's own included, the plugin for Babel.

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
  'refused.test.js': `export function* walk() {\n  yield eval('1')\n}`,
})

const commonJs = makeProject(
  {
    'package.json': '{ "name": "common" }',
    'babel.config.js': `module.exports = {
      plugins: [['multishot/babel', { dependencies: ['packed'] }], '@babel/plugin-transform-modules-commonjs'],
    }`,
    'jest.config.js': `module.exports = {
      transformIgnorePatterns: ['/node_modules/(?!(?:multishot|packed)/)'],
      cacheDirectory: '.cache',
      watchman: false,
    }`,
    'node_modules/packed/package.json': '{ "main": "main.js" }',
    'node_modules/packed/main.js': `exports.walk = function* () {
      const log = []
      for (;;) log.push(yield [...log])
    }`,
    'required.test.js': `
    const { amb, clone, solve } = require('multishot')
    const { walk } = require('packed')
    test('half way', () => {
      const first = walk()
      first.next()
      first.next('a')
      const second = clone(first)
      expect([first.next('b').value, second.next('c').value]).toEqual([['a', 'b'], ['a', 'c']])
      expect(solve(function* () { return yield* amb(1, 2) }).toArray()).toEqual([1, 2])
    })`,
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
  project.remove()
  commonJs.remove()
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
    expect(run('fails')).toMatchObject({ status: 1, stderr: expect.stringMatching(/fails\.test\.ts:5:\d+/) })
  })

  test('the option comments tells the lines of the source', () => {
    const code = (comments: boolean) => {
      const options = { transformerConfig: { comments }, supportsStaticESM: true }
      return built.default.process('export function* one() {\n  yield 1\n}', '/project/one.js', options).code
    }
    expect(code(true)).toMatch(/^\s*\/\/ 2: yield 1$/m)
    expect(code(false)).not.toMatch(/\/\/ 2:/)
  })

  test('a refused construct is shown with its place and a picture', () => {
    const { status, stderr } = run('refused')
    expect(status).toBe(1)
    expect(stderr).toMatch(/refused\.test\.js:2:9: error MS2002[^]*> 2 \|/)
  })
})

describe('multishot/babel in Jest, in a CommonJS project', () => {
  const runThere = (file: string) => commonJs.run(process.execPath, [jest, '-i', file])

  test('compiles what is required, a chosen dependency included', () => {
    expect(runThere('required')).toMatchObject({ status: 0, stderr: expect.stringMatching(/1 passed/) })
  })

  test('compiles what is imported, and an error points at its line in the source', () => {
    const { status, stderr } = runThere('typed')
    expect(status).toBe(1)
    expect(stderr).toMatch(/1 failed, 1 passed/)
    expect(stderr).toMatch(/typed\.test\.ts:5:\d+/)
  })
})
