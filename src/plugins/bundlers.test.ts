// The plugins in the real bundlers, each in a process of its own, on one project with an installed ES module
// and a CommonJS package whose generators know nothing of us. What they wrote is run.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { makeProject } from '../../testing/project.ts'
import { warned } from '../../testing/warned.ts'

const walk = `function* walk() {
  const log = []
  for (;;) log.push(yield [...log])
}`

/** How each tool is asked to bundle an entry, with source maps, into the folder `out`. */
const builds: Readonly<Record<string, string>> = {
  rollup: `
    import { rollup } from 'rollup'
    const external = /^multishot/
    const resolveId = (id) => (id === 'modern' ? process.cwd() + '/node_modules/modern/main.js' : null)
    const bundle = await rollup({ input, external, plugins: [plugin, { name: 'resolve', resolveId }] })
    await bundle.write({ file, sourcemap: true })`,
  rolldown: `
    import { build } from 'rolldown'
    await build({ input, platform: 'node', plugins: [plugin], output: { file, sourcemap: true } })`,
  esbuild: `
    import { build } from 'esbuild'
    const options = { entryPoints: [input], outfile: file, bundle: true, platform: 'node', format: 'esm' }
    await build({ ...options, sourcemap: true, plugins: [plugin] })`,
  webpack: `
    import tool from 'webpack'
    ${webpackLike('webpack')}`,
  rspack: `
    import { rspack as tool } from '@rspack/core'
    ${webpackLike('rspack')}`,
}

function webpackLike(name: string): string {
  return `
    const output = { path: process.cwd() + '/out', filename: '${name}.mjs', module: true, chunkFormat: 'module' }
    const options = { entry: './' + input, output, target: 'node20', mode: 'development', devtool: 'source-map' }
    const library = { type: 'module' }
    options.output.library = library
    options.experiments = '${name}' === 'webpack' ? { outputModule: true } : {}
    const compiler = tool({ ...options, optimization: { minimize: false }, plugins: [plugin] })
    await new Promise((settle, fail) => compiler.run((error, stats) => {
      if (error || stats.hasErrors()) fail(error ?? new Error(stats.toString({ colors: false })))
      else {
        if (stats.hasWarnings()) console.error(stats.toString({ all: false, warnings: true, colors: false }))
        compiler.close(settle)
      }
    }))`
}

const scripts = Object.entries(builds).map(([tool, build]) => [
  `build-${tool}.mjs`,
  `import { fileURLToPath } from 'node:url'
   import { multishot } from 'multishot/${tool}'
   const [input] = process.argv.slice(2)
   const file = 'out/${tool}.mjs'
   const plugin = multishot({ dependencies: ['modern', 'common'], exclude: /excluded/ })
   ${build}`,
])

const project = makeProject(
  {
    ...Object.fromEntries(scripts),
    'package.json': '{ "type": "module" }',
    'node_modules/common/package.json': '{ "main": "main.js" }',
    'node_modules/common/main.js': `exports.walk = ${walk}`,
    'node_modules/modern/package.json': '{ "module": "./main.js" }',
    'node_modules/modern/main.js': `export ${walk}`,
    'half-way.js': `
    import { clone } from 'multishot'
    export function halfWay(walk) {
      const first = walk()
      first.next()
      first.next('a')
      const second = clone(first)
      return [first.next('b').value, second.next('c').value]
    }`,
    'fails.ts': `interface Removed { readonly lines: true }

export function* fails(): Generator<number> {
  yield 1
  throw new Error('half way')
}`,
    'excluded.js': `export function* excluded() { yield 1 }`,
    'program.ts': `
    import { amb, guard, solve } from 'multishot'
    export const search = (): number[] => solve(function* () {
      const n: number = yield* amb(1, 2)
      yield* guard(n === 2)
      return n
    }).toArray()`,
    'main.js': `
    import { walk } from 'modern'
    import { excluded } from './excluded.js'
    import { fails } from './fails.ts'
    import { halfWay } from './half-way.js'
    import { search } from './program.ts'
    console.log(JSON.stringify([halfWay(walk), search(), excluded.constructor.name]))
    try { for (const _ of fails()); } catch (error) { console.log(/fails\\.ts:\\d+:\\d+/.exec(error.stack)[0]) }`,
    'common.js': `
    import { walk } from 'common'
    import { halfWay } from './half-way.js'
    console.log(JSON.stringify(halfWay(walk)))`,
    'warned.ts': warned,
    'refused.ts': `export function* walk(): Generator {\n  yield eval('1')\n}`,
  },
  ['rollup', 'rolldown', 'esbuild', 'webpack', '@rspack/core'],
)
afterAll(() => project.remove())

const build = (tool: string, input: string) => project.run(process.execPath, [`build-${tool}.mjs`, input])
const bundle = (tool: string) => project.run(process.execPath, ['--enable-source-maps', `out/${tool}.mjs`])

describe.each(Object.keys(builds))('multishot/%s', (tool) => {
  test('compiles what is bundled: TypeScript, whose lines errors name, a chosen dependency, nothing excluded', () => {
    expect(build(tool, 'main.js')).toMatchObject({ status: 0, stderr: '' })
    expect(bundle(tool)).toEqual({
      status: 0,
      stdout: '[[["a","b"],["a","c"]],[2],"GeneratorFunction"]\nfails.ts:5:9\n',
      stderr: '',
    })
  })

  test('tells the lines of the source in comments in development mode, where the tool has one', () => {
    const code = readFileSync(join(project.directory, `out/${tool}.mjs`), 'utf8')
    const isDevelopment = tool === 'webpack' || tool === 'rspack'
    expect(/^\s*\/\/ 5: throw new Error\('half way'\)$/m.test(code)).toBe(isDevelopment)
  })

  // Rollup itself takes no CommonJS.
  test.skipIf(tool === 'rollup')('compiles a chosen dependency of type CommonJS', () => {
    expect(build(tool, 'common.js')).toMatchObject({ status: 0 })
    expect(bundle(tool)).toEqual({ status: 0, stdout: '[["a","b"],["a","c"]]\n', stderr: '' })
  })

  test('shows a warning with its place, a picture and what to write, and goes on', () => {
    const { status, stdout, stderr } = build(tool, 'warned.ts')
    expect(status).toBe(0)
    expect(stdout + stderr).toMatch(
      /MS2101: `counter` holds an instance of `Counter`[^]*5 [|│].*const counter = new Counter\(\)[^]*\^[^]*`share\(…\)`/,
    )
    expect(stdout + stderr).toMatch(/warned\.ts:5:1[89]/)
  })

  test('shows a refused construct with its place and a picture, and fails', () => {
    const { status, stderr } = build(tool, 'refused.ts')
    expect(status).toBe(1)
    expect(stderr).toMatch(/MS2002/)
    expect(stderr).toMatch(/refused\.ts:2:[89]|line: 2/)
    expect(stderr).toMatch(/2 [|│].*yield eval/)
    // What a tool says of types that are left in.
    expect(stderr).not.toMatch(/parse failed/)
  })
})
