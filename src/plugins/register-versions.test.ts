// The hooks differ by version of Node.js (install.ts), so they are tried in each that is supported: TypeScript, an
// installed ES module and a CommonJS package, required and imported, and what only newer engines have.

import { afterAll, describe, expect, test } from 'vitest'
import { nodeBinary } from '../../testing/other-node.ts'
import { makeProject } from '../../testing/project.ts'

const walk = `function* walk() {
  const log = []
  for (;;) log.push(yield [...log])
}`

const project = makeProject({
  'package.json': '{ "type": "module", "multishot": { "dependencies": ["common", "modern"] } }',
  'node_modules/common/package.json': '{ "main": "main.js" }',
  'node_modules/common/main.js': `exports.walk = ${walk}`,
  'node_modules/modern/package.json': '{ "type": "module", "exports": "./main.js" }',
  'node_modules/modern/main.js': `export ${walk}`,
  'half-way.ts': `
    import { clone } from 'multishot'
    export function halfWay(walk: () => Generator<unknown[], unknown, string>): string {
      const first = walk()
      first.next()
      first.next('a')
      const second = clone(first)
      return [first.next('b').value, second.next('c').value].join(' ')
    }`,
  'main.ts': `
    import { createRequire } from 'node:module'
    import { walk as common } from 'common'
    import { walk as modern } from 'modern'
    import { halfWay } from './half-way.ts'
    enum Side { Left, Right }
    const required = createRequire(import.meta.url)('./required.cts')
    console.log(JSON.stringify([halfWay(common), halfWay(modern), halfWay(required.walk), Side[1]]))`,
  'required.cts': `
    const { walk }: { walk: unknown } = require('common')
    exports.walk = walk`,
  'throws.ts': `interface Removed { readonly lines: true }

function* walk(): Generator<number> {
  yield 1
  throw new Error('half way')
}
const [] = [...walk()]`,
  'helpers.js': `
    import { clone } from 'multishot'
    function* naturals() { for (let n = 0; ; n++) yield n }
    const some = naturals()
    some.next()
    const copy = clone(some)
    const helped = (g) => 'map' in g ? g.filter((n) => n % 2).map((n) => n * 10).take(3).toArray() : 'no helpers'
    console.log(JSON.stringify([helped(some), helped(copy), some.next().done]))`,
})
afterAll(() => project.remove())

describe.each([20, 22, 24])('on Node.js %i, node --import multishot/register', (major) => {
  const binary = nodeBinary(major)
  const node = (...args: string[]) => project.run(binary!, ['--import', 'multishot/register', ...args])

  test.skipIf(binary === undefined)('clones what it compiles, imported and required', () => {
    expect(node('main.ts')).toEqual({
      status: 0,
      stdout: '["a,b a,c","a,b a,c","a,b a,c","Right"]\n',
      stderr: '',
    })
  })

  test.skipIf(binary === undefined)('names the line of the source that throws', () => {
    expect(node('throws.ts').stderr).toMatch(/throws\.ts:5:9/)
  })

  test.skipIf(binary === undefined)('gives generators the helpers of iterators that the engine has', () => {
    const { stdout } = node('helpers.js')
    const helped = [[10, 30, 50], [10, 30, 50], true]
    expect(JSON.parse(stdout)).toEqual(major === 20 ? ['no helpers', 'no helpers', false] : helped)
  })
})
