// Each option alone and with others, in real bundlers, and what `multishot/register` has of them: which modules of one
// project come out compiled.

import { join } from 'node:path'
import { rollup } from 'rollup'
import { build } from 'vite'
import { afterAll, describe, expect, test } from 'vitest'
import { makeProject } from '../../testing/project.ts'
import { selection, type Options } from './options.ts'
import { multishot as rollupPlugin } from './rollup.ts'
import { multishot as vitePlugin } from './vite.ts'

const modules = {
  model: 'src/model.js',
  view: 'src/views/view.js',
  chosen: 'node_modules/chosen/main.js',
  heavy: 'node_modules/chosen/heavy.js',
  other: 'node_modules/@scope/other/main.js',
}

type Module = keyof typeof modules

const imports = Object.entries(modules).map(([name, path]) => `import { ${name} } from './${path}'`)

const generators = Object.entries(modules).map(([name, path]) => [
  path,
  `export function* ${name}() { yield 1 }`,
])

const project = makeProject({
  'package.json': '{ "type": "module" }',
  'chosen/package.json': '{ "type": "module", "multishot": { "dependencies": ["chosen"] } }',
  'wrong/package.json': '{ "type": "module", "multishot": { "dependencies": "chosen" } }',
  'node_modules/chosen/package.json': '{ "type": "module" }',
  'node_modules/@scope/other/package.json': '{ "type": "module" }',
  ...Object.fromEntries(generators),
  'main.js': `${imports.join('\n')}
    const all = { ${Object.keys(modules).join(', ')} }
    console.log(Object.keys(all).filter((name) => !String(all[name]).startsWith('function*')).join())`,
  'chosen/main.js': `import '../main.js'`,
  'wrong/main.js': '',
})
afterAll(() => project.remove())

const input = join(project.directory, 'main.js')

/** The modules whose generators are none in the bundle. */
function compiledIn(code: string): Module[] {
  const names = Object.keys(modules) as Module[]
  return names.filter((name) => !new RegExp(`function\\* ?${name}\\b`).test(code))
}

async function byRollup(options: Options): Promise<Module[]> {
  const bundle = await rollup({ input, external: /^multishot/, plugins: [rollupPlugin(options)] })
  const { output } = await bundle.generate({})
  return compiledIn(output[0].code)
}

async function byVite(options: Options): Promise<Module[]> {
  const { dependencies = [] } = options
  const built = await build({
    root: project.directory,
    configFile: false,
    logLevel: 'silent',
    plugins: [vitePlugin(options)],
    ssr: { noExternal: [...dependencies] },
    build: { ssr: input, write: false, minify: false, rolldownOptions: { external: /^multishot/ } },
  })
  if (!('output' in built)) throw new Error('one bundle was asked for')
  return compiledIn(built.output[0].code)
}

const own: readonly Module[] = ['model', 'view']

describe.each([
  ['Rollup', byRollup],
  ['Vite', byVite],
])('in %s', (_, compiledBy) => {
  test.each<[string, Options, readonly Module[]]>([
    ['without options all own modules are compiled', {}, own],
    ['`include` alone', { include: 'src/views' }, ['view']],
    ['`include` with a regular expression', { include: /model\.js$/ }, ['model']],
    ['`include` with both in an array', { include: ['src/views', /model/] }, own],
    ['`include` of nothing', { include: [] }, []],
    ['`exclude` alone', { exclude: 'src/views' }, ['model']],
    ['`exclude` with a regular expression', { exclude: /model\.js$/ }, ['view']],
    ['`exclude` of what is included', { include: 'src', exclude: ['views', /nothing/] }, ['model']],
    ['`dependencies` alone', { dependencies: ['chosen'] }, [...own, 'chosen', 'heavy']],
    ['`dependencies` with a scope', { dependencies: ['@scope/other'] }, [...own, 'other']],
    ['a part of a name is none', { dependencies: ['chose', 'other', '@scope'] }, own],
    [
      '`dependencies` beside `include`',
      { dependencies: ['chosen'], include: 'views' },
      ['view', 'chosen', 'heavy'],
    ],
    [
      '`dependencies` beside `exclude`',
      { dependencies: ['chosen'], exclude: 'views' },
      ['model', 'chosen', 'heavy'],
    ],
    [
      '`exclude` has no say in `dependencies`',
      { dependencies: ['chosen'], exclude: /node_modules/ },
      [...own, 'chosen', 'heavy'],
    ],
    ['`include` chooses no package', { include: 'chosen' }, []],
    [
      'all together',
      { dependencies: ['chosen', '@scope/other'], include: /src/, exclude: 'model' },
      ['view', 'chosen', 'heavy', 'other'],
    ],
  ])('%s', async (_name, options, expected) => {
    expect(await compiledBy(options)).toEqual(expected)
  })
})

describe('with multishot/register, which compiles all own modules', () => {
  const run = (file: string, env: Readonly<Record<string, string>> = {}) =>
    project.run(process.execPath, ['--import', 'multishot/register', file], env)

  test.each([
    ['installed packages are left alone', 'main.js', {}, 'model,view'],
    ['package.json alone names more', 'chosen/main.js', {}, 'model,view,chosen,heavy'],
    [
      'the environment alone names more',
      'main.js',
      { MULTISHOT_DEPENDENCIES: '@scope/other' },
      'model,view,other',
    ],
    [
      'both name more',
      'chosen/main.js',
      { MULTISHOT_DEPENDENCIES: 'x, @scope/other' },
      'model,view,chosen,heavy,other',
    ],
  ])('%s', (_, file, env, expected) => {
    expect(run(file, env)).toEqual({ status: 0, stdout: `${expected}\n`, stderr: '' })
  })

  test('names in package.json that are no array are refused (MS5005)', () => {
    expect(run('wrong/main.js')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining(
        "MS5005: `dependencies` in package.json of multishot is an array of names of packages, got 'chosen'.",
      ),
    })
  })
})

test.each<[Record<string, unknown>, string]>([
  [
    { dependancies: [] },
    'multishot has no option `dependancies`; there are `include`, `exclude`, `dependencies` and `comments`.',
  ],
  [
    { dependencies: 'immutable' },
    "The option `dependencies` of multishot is an array of names of packages, got 'immutable'.",
  ],
  [
    { dependencies: [/immutable/] },
    'The option `dependencies` of multishot is an array of names of packages, got [ /immutable/ ].',
  ],
  [
    { include: () => true },
    'The option `include` of multishot is a part of a path, a regular expression, or an array of these, got [Function: include].',
  ],
  [
    { exclude: ['a', 1] },
    "The option `exclude` of multishot is a part of a path, a regular expression, or an array of these, got [ 'a', 1 ].",
  ],
  [{ comments: 'yes' }, "The option `comments` of multishot is `true` or `false`, got 'yes'."],
])('%o is refused (MS5005)', (options, message) => {
  expect(() => selection(options as Options)).toThrow(new TypeError(`MS5005: ${message}`))
})
