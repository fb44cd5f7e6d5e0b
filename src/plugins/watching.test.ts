// While a tool watches, only what has changed is compiled again.

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { watch } from 'rollup'
import { build } from 'vite'
import { afterAll, expect, test, vi } from 'vitest'
import { makeProject } from '../../testing/project.ts'
import { compile } from '../compiler/index.ts'
import { multishot as rollupPlugin } from './rollup.ts'
import { multishot as vitePlugin } from './vite.ts'

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

/** Waits for a first build, changes two.js, waits for a second one. */
async function changeWhileWatching(watcher: Watcher): Promise<readonly (readonly string[])[]> {
  const rounds: (readonly string[])[] = []
  await new Promise<void>((settle, fail) => {
    watcher.on('event', ({ code, error }) => {
      if (code === 'ERROR') fail(error as Error)
      if (code !== 'END') return
      rounds.push(compiled())
      if (rounds.length === 2) settle()
      else writeFileSync(path('two.js'), `${readFileSync(path('two.js'), 'utf8')}\n// changed`)
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
