// Decorated generator methods in the tools that compile the decorators behind our plugin: each bundles one project of a
// class that people write, and what it wrote is run.

import { afterAll, describe, expect, test } from 'vitest'
import { makeProject } from '../../testing/project.ts'

/** How each tool bundles `store.ts` into `out/`: with decorators of TypeScript, or standard ones. */
const builds: Readonly<Record<string, string>> = {
  'vite, experimental': `
    import { build } from 'vite'
    import { multishot } from 'multishot/vite'
    ${viteLike('')}`,
  'vite, standard': `
    import { transform } from 'esbuild'
    import { build } from 'vite'
    import { multishot } from 'multishot/vite'
    ${lowering('{}')}
    ${viteLike("{ ...lower, enforce: 'pre' }")}`,
  'rollup, experimental': rollupLike('{ experimentalDecorators: true }'),
  'rollup, standard': rollupLike('{}'),
  'esbuild, experimental': esbuildLike('{ experimentalDecorators: true }'),
  'esbuild, standard': esbuildLike('{}'),
  'rspack, experimental': rspackLike('{ legacyDecorator: true }'),
  'rspack, standard': rspackLike("{ decoratorVersion: '2022-03' }"),
}

function lowering(compilerOptions: string): string {
  return `
    const lower = {
      name: 'lower',
      transform: (code, id) => id.endsWith('.ts') ? transform(code, {
        loader: 'ts', target: 'es2022', sourcefile: id, sourcemap: true, tsconfigRaw: { compilerOptions: ${compilerOptions} },
      }) : null,
    }`
}

function viteLike(plugin: string): string {
  return `
    const build0 = { ssr: 'store.ts', outDir: 'out', emptyOutDir: false, sourcemap: true, minify: false }
    build0.rollupOptions = { output: { entryFileNames: name + '.mjs' } }
    const oxc = name.endsWith('standard') ? { decorator: { legacy: false } } : {}
    await build({ configFile: false, logLevel: 'error', plugins: [multishot(), ${plugin}], build: build0, oxc })`
}

function rollupLike(compilerOptions: string): string {
  return `
    import { transform } from 'esbuild'
    import { rollup } from 'rollup'
    import { multishot } from 'multishot/rollup'
    ${lowering(compilerOptions)}
    const bundle = await rollup({ input: 'store.ts', external: /^multishot/, plugins: [multishot(), lower] })
    await bundle.write({ file: 'out/' + name + '.mjs', sourcemap: true })`
}

function esbuildLike(compilerOptions: string): string {
  return `
    import { build } from 'esbuild'
    import { multishot } from 'multishot/esbuild'
    const options = { entryPoints: ['store.ts'], outfile: 'out/' + name + '.mjs', bundle: true, platform: 'node', format: 'esm' }
    const tsconfigRaw = { compilerOptions: ${compilerOptions} }
    await build({ ...options, target: 'es2022', tsconfigRaw, sourcemap: true, plugins: [multishot()] })`
}

function rspackLike(transform: string): string {
  return `
    import { rspack } from '@rspack/core'
    import { multishot } from 'multishot/rspack'
    const parser = { syntax: 'typescript', decorators: true }
    const rule = { test: /\\.ts$/, loader: 'builtin:swc-loader', options: { jsc: { target: 'es2022', parser, transform: ${transform} } } }
    const compiler = rspack({
      entry: './store.ts', target: 'node20', mode: 'development', devtool: 'source-map', module: { rules: [rule] },
      output: { path: process.cwd() + '/out', filename: name + '.mjs', module: true, chunkFormat: 'module' },
      plugins: [multishot()],
    })
    await new Promise((settle, fail) => compiler.run((error, stats) => {
      if (error || stats.hasErrors()) fail(error ?? new Error(stats.toString({ colors: false })))
      else compiler.close(settle)
    }))`
}

const fileOf = (tool: string): string => tool.replace(', ', '-')

const store = `import { amb, clone, guard, solve } from 'multishot'

const log: string[] = []
/** As libraries have them: for both kinds of decorators, around the method. */
function task(value: any, context: any, descriptor?: PropertyDescriptor): any {
  const method = descriptor?.value ?? value
  log.push([method.name, method.constructor.name, typeof context].join())
  function started(this: unknown, ...args: unknown[]) {
    log.push('started ' + method.name)
    return method.apply(this, args)
  }
  return descriptor === undefined ? started : { ...descriptor, value: started }
}

class Base<T> { *all(of: readonly T[]): Generator<T> { yield* of } }
export class Store extends Base<number> {
  private readonly sum: number = 4
  @task *pairs(limit: number): Generator<any, number[], any> {
    const [a, b]: number[] = [yield* amb(1, 2, 3), yield* amb(1, 2, 3)]
    yield* guard(a + b === this.sum && a < limit)
    return [a, b]
  }
  @task *steps(): Generator<string, void, string> {
    const said: string[] = []
    for (;;) said.push(yield said.join())
  }
  @task override *all(of: readonly number[]): Generator<number> { yield* super.all(of.slice(1)) }
  @task *fails(): Generator<never> {
    throw new Error('here')
  }
}

const store = new Store()
const first = store.steps()
first.next()
first.next('a')
const second = clone(first)
console.log(JSON.stringify([
  solve(() => store.pairs(3)).toArray(),
  [first.next('b').value, second.next('c').value, first.next('d').value],
  [...store.all([1, 2, 3])],
  log,
]))
try { store.fails().next() } catch (error) { console.log(/store\\.ts:\\d+:\\d+/.exec((error as Error).stack!)?.[0]) }
`

const project = makeProject(
  {
    'package.json': '{ "type": "module" }',
    'tsconfig.json': '{ "compilerOptions": { "experimentalDecorators": true, "target": "es2022" } }',
    'store.ts': store,
    ...Object.fromEntries(
      Object.entries(builds).map(([tool, build]) => [
        `build-${fileOf(tool)}.mjs`,
        `const name = ${JSON.stringify(fileOf(tool))}\n${build}`,
      ]),
    ),
  },
  ['vite', 'rollup', 'esbuild', '@rspack/core'],
)
afterAll(() => project.remove())

describe.each(Object.keys(builds))('%s', (tool) => {
  test('a decorated generator method is searched, cloned half way, and leads errors to its line', () => {
    const built = project.run(process.execPath, [`build-${fileOf(tool)}.mjs`])
    expect(built).toMatchObject({ status: 0, stderr: '' })
    const ran = project.run(process.execPath, ['--enable-source-maps', `out/${fileOf(tool)}.mjs`])
    expect(ran).toMatchObject({ status: 0, stderr: '' })
    const [result, place] = ran.stdout.trim().split('\n')
    const context = tool.endsWith('standard') ? 'object' : 'string'
    expect(JSON.parse(result!)).toEqual([
      [
        [1, 3],
        [2, 2],
      ],
      ['a,b', 'a,c', 'a,b,d'],
      [2, 3],
      [
        ...['pairs', 'steps', 'all', 'fails'].map((name) => `${name},GeneratorFunction,${context}`),
        'started steps',
        'started pairs',
        'started all',
      ],
    ])
    const lines = store.split('\n')
    expect(place).toBe(`store.ts:${lines.findIndex((line) => line.includes(`'here'`)) + 1}:11`)
  })
})
