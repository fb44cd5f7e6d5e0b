// While a tool watches, only what has changed is compiled again.

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rspack } from '@rspack/core'
import { context } from 'esbuild'
import { watch as watchWithRolldown } from 'rolldown'
import { watch } from 'rollup'
import { build } from 'vite'
import { afterAll, expect, test, vi } from 'vitest'
import webpack from 'webpack'
import { makeProject } from '../../testing/project.ts'
import { compile } from '../compiler/index.ts'
import { multishot as esbuildPlugin } from './esbuild.ts'
import { multishot as rolldownPlugin } from './rolldown.ts'
import { multishot as rollupPlugin } from './rollup.ts'
import { multishot as rspackPlugin } from './rspack.ts'
import { multishot as vitePlugin } from './vite.ts'
import { multishot as webpackPlugin } from './webpack.ts'

const project = makeProject({
  'package.json': '{ "type": "module" }',
  'main.js': `export * from './one.js'\nexport * from './two.js'\nexport * from './plain.js'`,
  'one.js': 'export function* one() { yield 1 }',
  'two.js': 'export function* two() { yield 2 }',
  'plain.js': 'export const plain = 3',
})
afterAll(() => project.remove())

const path = (name: string): string => join(project.directory, name)

vi.mock('../compiler/index.ts', { spy: true })

/** The names of the modules that have been compiled since it was asked last. */
const compiled = (): readonly string[] => {
  const { calls } = vi.mocked(compile).mock
  const names = calls.map(([, { filename }]) => filename.slice(project.directory.length + 1))
  vi.mocked(compile).mockClear()
  return names.toSorted()
}

interface Watcher {
  on(event: 'event', listener: (event: { code: string; error?: unknown }) => void): unknown
  close(): Promise<unknown>
}

/** Waits for a first build, changes two.js, waits for a second one; `watching` says when one has come to its end. */
async function twoRounds(
  watching: (built: (error?: unknown) => void) => void,
): Promise<readonly (readonly string[])[]> {
  const rounds: (readonly string[])[] = []
  await new Promise<void>((settle, fail) => {
    watching((error) => {
      if (error) return fail(error as Error)
      rounds.push(compiled())
      if (rounds.length === 2) settle()
      else writeFileSync(path('two.js'), `${readFileSync(path('two.js'), 'utf8')}\n// changed`)
    })
  })
  return rounds
}

async function changeWhileWatching(watcher: Watcher): Promise<readonly (readonly string[])[]> {
  const rounds = await twoRounds((built) => {
    watcher.on('event', ({ code, error }) => {
      if (code === 'ERROR') built(error)
      if (code === 'END') built()
    })
  })
  await watcher.close()
  return rounds
}

const expected = [['one.js', 'two.js'], ['two.js']]

test('Rollup asks for what has changed', async () => {
  const output = { dir: path('out-rollup') }
  const plugins = [rollupPlugin()]
  const watcher = watch({ input: path('main.js'), external: /^multishot/, plugins, output })
  expect(await changeWhileWatching(watcher as unknown as Watcher)).toEqual(expected)
})

test('Rolldown asks for what has changed, or gets again what has not', async () => {
  const output = { dir: path('out-rolldown') }
  const plugins = [rolldownPlugin()]
  const watcher = watchWithRolldown({ input: path('main.js'), external: /^multishot/, plugins, output })
  expect(await changeWhileWatching(watcher as unknown as Watcher)).toEqual(expected)
})

test('Vite asks for all modules, and those that have not changed are not compiled again', async () => {
  const watcher = await build({
    root: project.directory,
    configFile: false,
    logLevel: 'silent',
    plugins: [vitePlugin()],
    build: { ssr: 'main.js', outDir: 'out-vite', watch: {}, rolldownOptions: { external: /^multishot/ } },
  })
  expect(await changeWhileWatching(watcher as unknown as Watcher)).toEqual(expected)
})

test('esbuild asks for all modules, and those that have not changed are not compiled again', async () => {
  let built: (error?: unknown) => void = () => {}
  const telling = {
    name: 'telling',
    setup: (build: { onEnd: (done: ({ errors }: { errors: readonly unknown[] }) => void) => void }) =>
      build.onEnd(({ errors }) => built(errors[0])),
  }
  const building = await context({
    entryPoints: [path('main.js')],
    outdir: path('out-esbuild'),
    bundle: true,
    format: 'esm',
    external: ['multishot/*'],
    logLevel: 'silent',
    plugins: [esbuildPlugin(), telling],
  })
  const rounds = await twoRounds((told) => {
    built = told
    void building.watch()
  })
  await building.dispose()
  expect(rounds).toEqual(expected)
})

const packed = {
  entry: path('main.js'),
  mode: 'development',
  devtool: false,
  target: 'node20',
  externals: { 'multishot/runtime': 'commonjs multishot/runtime' },
} as const

test.each([
  [
    'webpack',
    () => webpack({ ...packed, output: { path: path('out-webpack') }, plugins: [webpackPlugin()] }),
  ],
  ['Rspack', () => rspack({ ...packed, output: { path: path('out-rspack') }, plugins: [rspackPlugin()] })],
] as const)('%s asks for what has changed', async (_tool, make) => {
  const compiler = make()!
  const rounds = await twoRounds((built) => {
    compiler.watch({ aggregateTimeout: 20 }, (error: unknown, stats?: { hasErrors: () => boolean }) =>
      built(error ?? (stats!.hasErrors() ? new Error(String(stats)) : undefined)),
    )
  })
  await new Promise<void>((done) => compiler.close(() => done()))
  expect(rounds).toEqual(expected)
})
