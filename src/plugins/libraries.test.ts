// Packages of others, as npm gives them: their generators are compiled by the loader and by the plugin, and
// cloned half way.
//
// Law: both clones go on with what the native generator would have given, and nothing that was computed before
// the clone is computed again.

import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, describe, expect, test } from 'vitest'
import { makeProject, root } from '../../testing/project.ts'
import { multishot } from './vite.ts'

const libraries = ['generatorics', 'js-tokens', 'itertools', 'd3-hierarchy', 'js-combinatorics']

const project = makeProject({
  'package.json': '{ "type": "module" }',
  // `work` is the identity, and stands where a program would do something expensive.
  'walks.js': `
    import generatorics from 'generatorics'
    import jsTokens from 'js-tokens'
    import { imap, permutations } from 'itertools'
    import { hierarchy } from 'd3-hierarchy'
    import { Permutation } from 'js-combinatorics'

    const letters = () => ['a', 'b', 'c', 'd']
    const source = 'const size = \`\${n + 1} of /\${name}/\`.match(/[/]x/g) / 2 // half'
    const family = { name: 'a', sons: [{ name: 'b', sons: [{ name: 'c' }] }, { name: 'd' }, { name: 'e' }] }

    export const walks = {
      generatorics: (work) => generatorics.permutation(work(letters())),
      'js-tokens': (work) => jsTokens(work(source)),
      itertools: (work) => imap(permutations(letters()), work),
      'd3-hierarchy': (work) => hierarchy(family, (person) => work(person).sons)[Symbol.iterator](),
      'js-combinatorics': (work) => new (class extends Permutation {
        at(index) { return work(super.at(index)) }
      })(letters())[Symbol.iterator](),
    }

    /** The next elements, as they are when they come: some libraries yield one array again and again. */
    export function take(generator, count = Infinity) {
      const taken = []
      for (; count > 0; count--) {
        const { value, done } = generator.next()
        if (done) break
        taken.push(JSON.stringify(value?.data?.name ?? value))
      }
      return taken
    }`,
  'whole.js': `
    import { take, walks } from './walks.js'
    const whole = Object.entries(walks).map(([name, walk]) => [name, take(walk((value) => value))])
    console.log(JSON.stringify(Object.fromEntries(whole)))`,
  'half-way.js': `
    import { Node } from 'd3-hierarchy'
    import { clone } from 'multishot'
    import { take, walks } from './walks.js'

    // Nobody writes to a tree or to what says which permutations there are: clones may share them.
    const copy = new Map([[Node, 'share'], ['Permutation', 'share']])

    export function halfWay(name) {
      let worked = 0
      const one = walks[name]((value) => (worked++, value))
      const before = take(one, 3)
      const other = clone(one, { copy })
      return { before, one: take(one), other: take(other), worked }
    }`,
  'main.js': `
    import { walks } from './walks.js'
    import { halfWay } from './half-way.js'
    console.log(JSON.stringify(Object.fromEntries(Object.keys(walks).map((name) => [name, halfWay(name)]))))`,
  'half-way.test.js': `
    import { writeFileSync } from 'node:fs'
    import { test } from 'vitest'
    import { walks } from './walks.js'
    import { halfWay } from './half-way.js'
    const halves = Object.keys(walks).map((name) => [name, halfWay(name)])
    test('half way', () => writeFileSync('halves.json', JSON.stringify(Object.fromEntries(halves))))`,
  'vite.config.js': `
    import { multishot } from 'multishot/vite'
    export default { plugins: [multishot({ dependencies: ${JSON.stringify(libraries)} })] }`,
})
// Copied, not linked: what a library requires is looked for beside it.
for (const name of libraries)
  cpSync(join(root, 'node_modules', name), join(project.directory, 'node_modules', name), { recursive: true })
afterAll(() => project.remove())

function printed(...args: readonly string[]): Record<string, never> {
  const env = { MULTISHOT_DEPENDENCIES: libraries.join(',') }
  const { stdout, stderr } = project.run(process.execPath, args, env)
  expect(stderr).toBe('')
  return JSON.parse(stdout) as Record<string, never>
}

/** What the libraries give when nobody has compiled them. */
const whole: Record<string, readonly string[]> = printed('whole.js')

/** How often something expensive is computed: once at the beginning, or once for each element that is read. */
const works: Record<string, number> = {
  generatorics: 1,
  'js-tokens': 1,
  itertools: 3 + 21 + 21,
  'd3-hierarchy': 5,
  'js-combinatorics': 3 + 21 + 21,
}

function expected(name: string): object {
  const all = whole[name]!
  return { before: all.slice(0, 3), one: all.slice(3), other: all.slice(3), worked: works[name] }
}

describe('node --import multishot/register', () => {
  const halves = printed('--import', 'multishot/register', 'main.js')

  test.each(libraries)('a generator of %s goes on twice', (name) => {
    expect(whole[name]!.length).toBeGreaterThan(4)
    expect(halves[name]).toEqual(expected(name))
  })
})

describe('the Vite plugin', () => {
  const expectedOfAll = Object.fromEntries(libraries.map((name) => [name, expected(name)]))

  test('bundles the libraries, and each of their generators goes on twice', async () => {
    await build({
      root: project.directory,
      configFile: false,
      logLevel: 'silent',
      plugins: [multishot({ dependencies: libraries })],
      build: { ssr: 'main.js', rolldownOptions: { external: /^multishot/ } },
      ssr: { noExternal: libraries },
    })
    expect(printed('dist/main.js')).toEqual(expectedOfAll)
  })

  test('compiles them for Vitest too', () => {
    const vitest = join(root, 'node_modules/vitest/vitest.mjs')
    const { stdout, stderr } = project.run(process.execPath, [vitest, 'run', '--root', project.directory])
    expect(stdout + stderr).toMatch(/1 passed/)
    const halves: unknown = JSON.parse(readFileSync(join(project.directory, 'halves.json'), 'utf8'))
    expect(halves).toEqual(expectedOfAll)
  })
})
