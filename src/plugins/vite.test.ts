// The plugin in Vite and in Vitest, on a project with an installed ES module and a CommonJS package whose
// generators know nothing of us.

import { join } from 'node:path'
import { build, createLogger, createServer } from 'vite'
import { afterAll, describe, expect, test } from 'vitest'
import { makeProject, root } from '../../testing/project.ts'
import { warned } from '../../testing/warned.ts'
import { multishot } from './vite.ts'

const walk = `function* walk() {
  const log = []
  for (;;) log.push(yield [...log])
}`

const project = makeProject(
  {
    'package.json': '{ "type": "module" }',
    'node_modules/common/package.json': '{ "main": "main.js" }',
    'node_modules/common/main.js': `exports.walk = ${walk}`,
    'node_modules/modern/package.json': '{ "type": "module", "exports": "./main.js" }',
    'node_modules/modern/main.js': `export ${walk}`,
    'fails.ts': `interface Removed { readonly lines: true }

export function* fails(): Generator<number> {
  yield 1
  throw new Error('half way')
}`,
    'view.tsx': `/** @jsxRuntime classic @jsx h */
type Props = { readonly of: string }

const h = (tag: string, props: Props | null) => [tag, props]
export function* fails(): Generator<unknown> {
  yield <p of="it" />
  throw new Error('half way')
}`,
    'throws.ts': `
    import { fails } from './fails.ts'
    import { fails as view } from './view.tsx'
    for (const each of [fails, view]) {
      try {
        Array.from(each())
      } catch (error) {
        console.log(/(?:fails|view)\\.tsx?:\\d+:\\d+/.exec((error as Error).stack!)![0])
      }
    }`,
    'half-way.ts': `
    import { clone } from 'multishot'
    export function halfWay(walk: () => Generator<unknown[], unknown, string>): unknown[] {
      const first = walk()
      first.next()
      first.next('a')
      const second = clone(first)
      return [first.next('b').value, second.next('c').value]
    }`,
    'main.ts': `
    import { walk as common } from 'common'
    import { walk as modern } from 'modern'
    import { amb, guard, solve } from 'multishot'
    import { halfWay } from './half-way.ts'
    function* program(): Generator<any, number> {
      const n: number = yield* amb(1, 2)
      yield* guard(n === 2)
      return n
    }
    export const result = [halfWay(common), halfWay(modern), solve(program).toArray()]
    console.log(JSON.stringify(result))`,
    'half-way.test.ts': `
    import { expect, test } from 'vitest'
    import { walk as common } from 'common'
    import { walk as modern } from 'modern'
    import { halfWay } from './half-way.ts'
    test.each([common, modern])('half way', (walk) => expect(halfWay(walk)).toEqual([['a', 'b'], ['a', 'c']]))`,
    'vite.config.ts': `
    import { multishot } from 'multishot/vite'
    export default { plugins: [multishot({ dependencies: ['common', 'modern'] })] }`,
    'warned.ts': warned,
    'refused.ts': `export function* walk() {\n  yield eval('1')\n}`,
    'excluded.ts': `export function* walk() {\n  yield eval('1')\n}`,
  },
  ['vite'],
)
afterAll(() => project.remove())

const options = { root: project.directory, configFile: false, logLevel: 'silent' } as const
const plugins = [multishot({ dependencies: ['common', 'modern'], exclude: 'excluded' })]

describe('the Vite plugin', () => {
  test('compiles what Vite bundles, chosen dependencies of both kinds included', async () => {
    const dependencies = ['common', 'modern']
    const rolldownOptions = { external: /^multishot/ }
    await build({
      ...options,
      plugins,
      build: { ssr: 'main.ts', rolldownOptions },
      ssr: { noExternal: dependencies },
    })
    expect(project.run(process.execPath, ['dist/main.js'])).toEqual({
      status: 0,
      stdout: '[[["a","b"],["a","c"]],[["a","b"],["a","c"]],[2]]\n',
      stderr: '',
    })
  })

  test('compiles what Vitest runs', () => {
    const vitest = join(root, 'node_modules/vitest/vitest.mjs')
    const { status, stdout } = project.run(process.execPath, [vitest, 'run', '--root', project.directory])
    expect(stdout).toMatch(/2 passed/)
    expect(status).toBe(0)
  })

  test('maps what it serves to the source, whose lines it says in comments, and leaves excluded modules alone', async () => {
    const server = await createServer({ ...options, plugins, server: { middlewareMode: true, ws: false } })
    try {
      const compiled = await server.transformRequest('/fails.ts', { ssr: true })
      const excluded = await server.transformRequest('/excluded.ts', { ssr: true })
      expect(compiled?.code).toMatch(/^\s*\/\/ 5: throw new Error/m)
      expect(compiled?.map).toMatchObject({ sources: [expect.stringContaining('fails.ts')] })
      expect(excluded?.code).toMatch(/function\*\s*walk/)
    } finally {
      await server.close()
    }
  })

  test('an error in a generator names its line in the source, from the server and in what it builds', async () => {
    const expected = 'fails.ts:5:9\nview.tsx:7:9\n'
    const rolldownOptions = { external: /^multishot/ }
    await build({ ...options, plugins, build: { ssr: 'throws.ts', sourcemap: true, rolldownOptions } })
    expect(project.run(process.execPath, ['--enable-source-maps', 'dist/throws.js'])).toMatchObject({
      status: 0,
      stdout: expected,
    })
    const serving = `
      import { createServer } from 'vite'
      import { multishot } from 'multishot/vite'
      const server = await createServer({ configFile: false, logLevel: 'silent', plugins: [multishot()], server: { middlewareMode: true, ws: false } })
      await server.ssrLoadModule('/throws.ts', { fixStacktrace: true })
      await server.close()`
    const served = project.run(process.execPath, [
      '--enable-source-maps',
      '--input-type=module',
      '-e',
      serving,
    ])
    expect(served).toMatchObject({ status: 0, stdout: expected })
  })

  test('a warning has its place, a picture and what to write, in what is built and in what is served', async () => {
    const said: string[] = []
    const customLogger = { ...createLogger('silent'), warn: (text: string) => void said.push(text) }
    const warning =
      /warned\.ts:5:19: warning MS2101: `counter` holds an instance of `Counter`[^]*> 5 \|   const counter = new Counter\(\)\n.*\^[^]*`share\(…\)`/
    await build({ ...options, customLogger, plugins, build: { ssr: 'warned.ts', write: false } })
    expect(said.join('\n')).toMatch(warning)
    const server = await createServer({
      ...options,
      customLogger,
      plugins,
      server: { middlewareMode: true, ws: false },
    })
    said.length = 0
    await server.transformRequest('/warned.ts', { ssr: true })
    await server.close()
    expect(said.join('\n')).toMatch(warning)
  })

  test('a refused construct is an error with its place and a picture of it', async () => {
    await expect(
      build({ ...options, plugins, build: { ssr: 'refused.ts', write: false } }),
    ).rejects.toMatchObject({
      message: expect.stringMatching(/refused\.ts:2:8[^]*MS2002[^]*> 2 \|/),
    })
  })
})
