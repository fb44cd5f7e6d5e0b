// What another compiler has written, with its map, goes through each of the tools: errors name the line of what was
// written first. The files are those of tsc, whose maps stand beside them, and of esbuild, which puts them in.

import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { transformSync } from 'esbuild'
import ts from 'typescript'
import { afterAll, describe, expect, test } from 'vitest'
import { makeProject, root } from '../../testing/project.ts'

const fails = `interface Removed { readonly lines: true }

type AlsoRemoved = string

export function* fails(): Generator<number> {
  yield 1
  throw new Error('half way')
}
`

const shown = (module: string): string => `
import { fails } from './${module}'
try { for (const _ of fails()); } catch (error) { console.log(/fails\\.ts:\\d+:\\d+|fails\\.js:\\d+/.exec(error.stack)[0]) }`

function webpackLike(name: string, imported: string): string {
  const experiments = name === 'webpack' ? '{ outputModule: true }' : '{}'
  return `
    ${imported}
    import { multishot } from 'multishot/${name}'
    const output = { path: process.cwd() + '/out', filename: 'bundle.mjs', module: true, chunkFormat: 'module', library: { type: 'module' } }
    const options = { entry: './' + process.argv[2], output, target: 'node20', mode: 'development', devtool: 'source-map', experiments: ${experiments} }
    const compiler = tool({ ...options, plugins: [multishot()] })
    await new Promise((settle, fail) => compiler.run((error, stats) => error || stats.hasErrors() ? fail(error ?? new Error(stats.toString())) : compiler.close(settle)))`
}

const project = makeProject(
  {
    'package.json': '{ "type": "module" }',
    'src/fails.ts': fails,
    'beside.js': shown('lib/fails.js'),
    'inside.js': shown('inside/fails.js'),
    // A plugin of the user's own that compiles before ours.
    'virtual.js': shown('src/fails.ts'),
    'build-vite.mjs': `
    import { build, createServer, transformWithOxc } from 'vite'
    import { multishot } from 'multishot/vite'
    const own = { name: 'own', enforce: 'pre', transform: (code, id) => id.endsWith('fails.ts') ? transformWithOxc(code, id) : null }
    const options = { configFile: false, logLevel: 'silent', plugins: [own, multishot()] }
    const [input, how] = process.argv.slice(2)
    if (how === 'build') {
      await build({ ...options, build: { ssr: input, sourcemap: true, outDir: 'out', rolldownOptions: { external: /^multishot/ } } })
    } else {
      const server = await createServer({ ...options, server: { middlewareMode: true, ws: false } })
      await server.ssrLoadModule('/' + input, { fixStacktrace: true })
      await server.close()
    }`,
    'build-rollup.mjs': `
    import { rollup } from 'rollup'
    import { multishot } from 'multishot/rollup'
    const bundle = await rollup({ input: process.argv[2], external: /^multishot/, plugins: [multishot()] })
    await bundle.write({ file: 'out/bundle.mjs', sourcemap: true })`,
    'build-rolldown.mjs': `
    import { build } from 'rolldown'
    import { multishot } from 'multishot/rolldown'
    await build({ input: process.argv[2], external: /^multishot/, plugins: [multishot()], output: { file: 'out/bundle.mjs', sourcemap: true } })`,
    'build-esbuild.mjs': `
    import { build } from 'esbuild'
    import { multishot } from 'multishot/esbuild'
    await build({ entryPoints: [process.argv[2]], outfile: 'out/bundle.mjs', bundle: true, platform: 'node', format: 'esm', sourcemap: true, plugins: [multishot()] })`,
    'build-webpack.mjs': webpackLike('webpack', "import tool from 'webpack'"),
    'build-rspack.mjs': webpackLike('rspack', "import { rspack as tool } from '@rspack/core'"),
    'build-babel.mjs': `
    import { transformSync } from '@babel/core'
    import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
    const [input, given] = process.argv.slice(2)
    const inputSourceMap = given && JSON.parse(readFileSync(given, 'utf8'))
    const code = readFileSync(input, 'utf8')
    const bare = { configFile: false, babelrc: false, sourceMaps: 'inline', plugins: ['multishot/babel'], filename: process.cwd() + '/' + input }
    mkdirSync('babel/lib', { recursive: true })
    const text = given ? code.replace(/\\/\\/# source.*/, '') : code
    writeFileSync('babel/lib/fails.js', transformSync(text, { ...bare, ...(given && { inputSourceMap }) }).code)
    writeFileSync('babel/main.js', readFileSync('beside.js'))`,
    'jest.config.js': `
    export default { transform: { '\\\\.js$': ['multishot/jest', {}] }, cacheDirectory: '.cache', watchman: false, testMatch: ['**/fails.test.js'] }`,
    'fails.test.js': `
    import { fails } from './lib/fails.js'
    test('fails', () => { Array.from(fails()) })`,
  },
  ['vite', 'rollup', 'rolldown', 'esbuild', 'webpack', '@rspack/core', '@babel/core'],
)
afterAll(() => project.remove())

const write = (path: string, content: string): void => {
  mkdirSync(dirname(join(project.directory, path)), { recursive: true })
  writeFileSync(join(project.directory, path), content)
}

const { outputText, sourceMapText } = ts.transpileModule(fails, {
  fileName: '../src/fails.ts',
  compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ESNext, sourceMap: true },
})
write('lib/fails.js', outputText.replace(/sourceMappingURL=.*/, 'sourceMappingURL=fails.js.map'))
write('lib/fails.js.map', JSON.stringify({ ...JSON.parse(sourceMapText!), sources: ['../src/fails.ts'] }))
const { code } = transformSync(fails, {
  loader: 'ts',
  sourcefile: '../src/fails.ts',
  sourcemap: 'inline',
  minifyWhitespace: true,
})
write('inside/fails.js', code)

const node = (...args: string[]) => project.run(process.execPath, args)
const expected = { status: 0, stdout: 'fails.ts:7:9\n', stderr: '' }

describe.each(['beside', 'inside'])('a map %s the file', (where) => {
  test('is followed by node --import multishot/register', () => {
    expect(node('--import', 'multishot/register', `${where}.js`)).toEqual(expected)
  })

  test.each(['rollup', 'rolldown', 'esbuild', 'webpack', 'rspack'])('is followed by multishot/%s', (tool) => {
    expect(node(`build-${tool}.mjs`, `${where}.js`)).toMatchObject({ status: 0 })
    expect(node('--enable-source-maps', 'out/bundle.mjs')).toEqual(expected)
  })

  test('is followed by multishot/vite, in what it serves', () => {
    expect(node('--enable-source-maps', 'build-vite.mjs', `${where}.js`)).toEqual(expected)
  })

  test('is followed by multishot/vite, in what it builds', () => {
    expect(node('build-vite.mjs', `${where}.js`, 'build')).toMatchObject({ status: 0 })
    expect(node('--enable-source-maps', `out/${where}.js`)).toEqual(expected)
  })
})

test('a plugin that compiles before ours in Vite is followed too', () => {
  expect(node('build-vite.mjs', 'virtual.js', 'build')).toMatchObject({ status: 0 })
  expect(node('--enable-source-maps', 'out/virtual.js')).toEqual(expected)
})

test('multishot compile follows the map of a file, and names its sources as seen from the output', () => {
  expect(node(join(root, 'dist/cli.js'), 'compile', 'lib', '--out', 'compiled/lib')).toEqual({
    status: 0,
    stdout: '',
    stderr: '',
  })
  write('compiled/main.js', shown('lib/fails.js'))
  expect(node('--enable-source-maps', 'compiled/main.js')).toEqual(expected)
})

test.each([[], ['lib/fails.js.map']])(
  'multishot/babel follows the map of a file, also one that Babel is given: %j',
  (...given) => {
    expect(node('build-babel.mjs', 'lib/fails.js', ...given)).toEqual({ status: 0, stdout: '', stderr: '' })
    expect(node('--enable-source-maps', 'babel/main.js')).toEqual(expected)
  },
)

test('multishot/jest follows the map of a file', () => {
  const jest = join(root, 'node_modules/jest/bin/jest.js')
  const { stderr } = node('--experimental-vm-modules', jest, '-i', 'fails')
  expect(stderr).toMatch(/src\/fails\.ts:7:9/)
})
