// The transformer in the real Jest, in a process of its own, as modules.

import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { makeProject, root } from '../../testing/project.ts'

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
afterAll(() => project.remove())

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

  test('a refused construct is shown with its place and a picture', () => {
    const { status, stderr } = run('refused')
    expect(status).toBe(1)
    expect(stderr).toMatch(/refused\.test\.js:2:9: error MS2002[^]*> 2 \|/)
  })
})
