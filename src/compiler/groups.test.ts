// Functions with very many suspension points, or very many different sets of live variables: their code stays in
// proportion to their source, and nothing else is different.

import { runInThisContext } from 'node:vm'
import { expect, test } from 'vitest'
import { clone, inspect } from '../runtime/index.ts'
import * as runtime from '../runtime/index.ts'
import { compile } from './index.ts'

const names = (count: number): readonly string[] => Array.from({ length: count }, (_, i) => `value${i}`)

/** Asks for values and returns all of them. */
const collecting = (count: number): string =>
  `function* main() {\n${names(count)
    .map((name) => `  const ${name} = yield\n`)
    .join('')}  return [${names(count).join()}]\n}`

/** Asks for pairs of values and gives their sums: few are live at any point, but others at each. */
const adding = (count: number): string =>
  `function* main() {\n${names(count)
    .map(
      (name) =>
        `  const ${name} = yield\n  const other${name} = yield ${name}\n  yield ${name} + other${name}\n`,
    )
    .join('')}}`

/** Holds more and more, and lets go of it in a loop. */
const waves = (count: number): string =>
  `function* main() {\n  for (let round = 0; round < 2; round++) {\n${collecting(count)
    .replace(/^.*\n/, '')
    .replace('return', 'yield')}\n}`

type Main = () => Generator<unknown, unknown, unknown>

const native = (source: string): Main => runInThisContext(`(${source})`) as Main

function compiled(source: string): Main {
  Object.assign(globalThis, { runtimeOfGroupsTest: runtime })
  const { code } = compile(source, {
    filename: 'main.js',
    sourceType: 'script',
    runtime: { global: 'runtimeOfGroupsTest' },
  })
  return runInThisContext(`${code}\n;main`) as Main
}

test.each([
  ['collecting', collecting],
  ['adding', adding],
])('code for %s values grows with their number, not with its square', (_what, source) => {
  const [some, more] = [100, 400].map((count) => compile(source(count), { filename: 'main.js' }).code.length)
  expect(more! / some!).toBeLessThan(4.5)
})

test.each([
  ['a few', collecting(12)],
  ['many', collecting(60)],
  ['pairs of', adding(12)],
  ['waves of a few', waves(12)],
  ['waves of many', waves(60)],
])(
  'a function that asks for %s values does what it does natively, in each of its clones',
  (_what, source) => {
    const expected = native(source)()
    let generator = compiled(source)()
    for (let sent = 0; ; sent++) {
      const step = expected.next(sent)
      const copy = clone(generator)
      expect(generator.next(sent)).toEqual(step)
      if (step.done) return
      generator = copy
      expect(generator.next(sent)).toEqual(step)
    }
  },
)

test.each([12, 60])('only what is live is seen, where %i values share a constructor', (count) => {
  const generator = compiled(waves(count))()
  const live = (): ReadonlySet<string> =>
    new Set(inspect(generator).frames[0]!.variables.map(({ name }) => name))
  for (let sent = 0; sent <= 5; sent++) generator.next(sent)
  expect(live()).toEqual(new Set([...names(5), 'round']))
  for (let sent = 5; sent < count; sent++) generator.next(sent)
  expect(live()).toEqual(new Set(['round']))
})
