import { expect, test } from 'vitest'
import { compile } from './index.ts'

const imports = `import { amb, choose, immutable } from 'multishot'\n`
const compiled = (source: string): string => compile(imports + source, { filename: 'a.js' }).code

test('a choice between constants, or out of an array that nobody changes, is made once', () => {
  expect(compiled(`export function* f() { return 1 + (yield* amb(1, -2, 'x')) }`)).toContain('??= amb(1')
  expect(compiled(`const xs = [1, 2]; export function* f() { return 1 + (yield* choose(xs)) }`)).toContain(
    '??= choose(xs)',
  )
})

test.each([
  'const xs = [1, 2]; export function* f() { xs.push(3); return 1 + (yield* choose(xs)) }',
  'export const xs = [1, 2]; export function* f() { return 1 + (yield* choose(xs)) }',
  'const xs = [1, 2]; g(xs); export function* f() { return 1 + (yield* choose(xs)) }',
  'let xs = [1, 2]; export function* f() { xs = [3]; return 1 + (yield* choose(xs)) }',
  'const xs = [1, 2]; export function* f(i) { xs[i] = 0; return 1 + (yield* choose(xs)) }',
  'export function* f(xs) { return 1 + (yield* choose(xs)) }',
  'export function* f() { const xs = [1]; return 1 + (yield* choose(xs)) }',
  'const xs = [1, 2]; export function* f() { return 1 + (yield* amb(xs)) }',
])('a choice that may differ from time to time is made anew: %s', (source) => {
  expect(compiled(source)).not.toContain('??=')
})

const classes = (declaration: string): string =>
  compiled(`${declaration}
    export function* f() { let x = null; x = new Cell(1); yield; return x }`)

test('instances of a class that declares itself immutable are shared without a look', () => {
  const shared = '"", "x"'
  expect(classes('class Cell { static [immutable] = true }')).toContain(shared)
  expect(classes(`class Cell { static [Symbol.for('multishot.immutable')] = true }`)).toContain(shared)
  expect(classes('class Cell {}')).not.toContain(shared)
  expect(classes('class Cell extends g { static [immutable] = true }')).not.toContain(shared)
  expect(classes('class Cell { static [immutable] = true; constructor() { return g } }')).not.toContain(
    shared,
  )
})
