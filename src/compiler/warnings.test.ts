// What the compiler warns of, where, and of what it does not.

import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as effects from '../program/index.ts'
import { compile } from './index.ts'
import type { Diagnostic } from './index.ts'
import { ASKED } from './unasked.ts'

const compiled = (source: string, filename = 'main.ts'): readonly Diagnostic[] =>
  compile(source, { filename }).diagnostics

const program = (body: string, before = ''): string =>
  `import { amb } from 'multishot'\n${before}\nexport function* main() {\n${body}\n}\n`

/** A method that is a program. */
const method = (body: string): string =>
  `import { amb, share } from 'multishot'\nexport class Game {\n  moves: number[] = []\n  score = 0\n  #score = 0\n  cells: { x?: 1 }[] = [];\n` +
  `  *play() {\n  ${body}\n  return [this.moves, this.#score]\n  }\n}\n`

const counter = 'class Counter { n = 0; up() { return ++this.n } }'
const numbers = `[${Array.from({ length: 600 }, (_, n) => n).join(', ')}]`

describe.each<[code: string, source: string, mark: string, message: RegExp]>([
  [
    'MS2101',
    program('const counter = new Counter()\n  yield* amb(1, 2)\n  return counter.up()', counter),
    'new Counter',
    /`counter` holds an instance of `Counter`/,
  ],
  [
    'MS2101',
    program('let counter = new Counter()\n  yield* amb(1, 2)\n  return () => counter.up()', counter),
    'new Counter',
    /`counter` holds an instance/,
  ],
  ['MS2102', program('const p = fetch("x")\n  yield* amb(1, 2)\n  return p'), 'fetch', /`p` holds a promise/],
  [
    'MS2102',
    program('const p = Promise.all([])\n  yield* amb(1, 2)\n  return p'),
    'Promise.all',
    /`p` holds a promise/,
  ],
  [
    'MS2102',
    program(
      'const p = load(1)\n  yield* amb(1, 2)\n  return p',
      'async function load(n: number) { return n }',
    ),
    'load(1)',
    /`p` holds a promise/,
  ],
  [
    'MS2102',
    program('const load = async (n: number) => n\n  const p = load(1)\n  yield* amb(1, 2)\n  return p'),
    'load(1)',
    /`p` holds a promise/,
  ],
  [
    'MS2102',
    program('const p = (async () => 1)()\n  yield* amb(1, 2)\n  return p'),
    'p = (async',
    /`p` holds a promise/,
  ],
  [
    'MS2102',
    program('const w = new WeakMap<object, 1>()\n  yield* amb(1, 2)\n  return w'),
    'new WeakMap',
    /`w` holds a WeakMap/,
  ],
  [
    'MS2102',
    program(
      'const s = fs.createReadStream("x")\n  yield* amb(1, 2)\n  return s',
      'import * as fs from "node:fs"',
    ),
    'fs.createReadStream',
    /`s` holds a stream/,
  ],
  [
    'MS2103',
    program(`const table = ${numbers}\n  table.push(yield* amb(1, 2))\n  return table`),
    '[0, 1',
    /`table` holds a literal of 600 values/,
  ],
  [
    'MS2103',
    program(`const known = new Set(${numbers})\n  known.add(yield* amb(1, 2))\n  return known`),
    'new Set(',
    /`known` holds a literal of 600 values/,
  ],
  [
    'MS2104',
    'import { amb } from "multishot"\nexport function make(code: string) {\n  let n = 1\n  eval(code)\n  return function* () { yield* amb(n) }\n}\n',
    'eval(',
    /direct `eval`/,
  ],
  [
    'MS2105',
    method('this.moves.push(yield* amb(1, 2))'),
    'this.moves',
    /`this\.moves` is changed after a choice/,
  ],
  ['MS2105', method('yield* amb(1, 2)\n  this.score++'), 'this.score', /`this\.score` is changed/],
  [
    'MS2105',
    method('yield* amb(1, 2)\n  delete (this?.cells[0]?.x)'),
    'this?.cells',
    /`this\.cells\[…\]\.x`/,
  ],
  [
    'MS2105',
    method('yield* amb(1, 2)\n  const set = () => { this.#score = 1 }\n  set()'),
    'this.#score',
    /`this\.#score` is changed/,
  ],
  [
    'MS2106',
    program('const x = yield* amb(1, 2)\n  amb(3)\n  return x'),
    'amb(3)',
    /`amb\(…\)` makes an effect/,
  ],
  [
    'MS2106',
    program('const x = yield* amb(1, 2)\n  if (x > 1) x > 2 && amb()\n  return x'),
    'amb()',
    /nobody is asked for/,
  ],
  [
    'MS2106',
    program('yield* amb(1, 2)\n  place(3)', 'function* place(n: number) { return yield* amb(n) }'),
    'place(3)',
    /`place\(…\)` makes a generator that nobody runs/,
  ],
])('%s', (code, source, mark, message) => {
  test(`is a warning at its place: ${mark}`, () => {
    const found = compiled(source)
    const before = source.slice(0, source.indexOf(mark)).split('\n')
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({
      code,
      severity: 'warning',
      line: before.length,
      column: before.at(-1)!.length + 1,
      message: expect.stringMatching(message) as string,
    })
    expect(found[0]!.hint).not.toBe('')
    expect(found[0]!.frame).toContain('^')
  })

  test('has a section in docs/errors.md', () => {
    expect(readFileSync('docs/errors.md', 'utf8')).toContain(`**${code}, `)
  })
})

test.each([
  [
    'what is not live at a suspension',
    program('const c = new Counter()\n  c.up()\n  yield* amb(1, 2)', counter),
  ],
  [
    'a class with a word on copies',
    program(
      'const c = new C()\n  yield* amb(1, 2)\n  return c',
      "import { immutable } from 'multishot'\nclass C { static readonly [immutable] = true }",
    ),
  ],
  [
    'a file that has policies',
    program(
      'const c = new Counter()\n  yield* amb(1, 2)\n  return c',
      `${counter}\nexport const options = { copy: { Counter: 'share' } }`,
    ),
  ],
  [
    'what is shared',
    program(
      'const c = share(new Counter())\n  yield* amb(1, 2)\n  return c',
      `import { share } from 'multishot'\n${counter}`,
    ),
  ],
  [
    'classes of others',
    program('const c = new Other()\n  yield* amb(1, 2)\n  return c', "import { Other } from 'other'"),
  ],
  ['`this` that is changed before all choices', method('this.score = 1\n  yield* amb(1, 2)')],
  [
    '`this` of a function inside',
    method('yield* amb(1, 2)\n  const f = function (this: Game) { this.score = 1 }\n  f.call(this)'),
  ],
  ['a variable that names `this`', method('const self = this\n  self.moves.push(yield* amb(1, 2))')],
  ['`this` that is meant to be shared', method('share(this)\n  this.moves.push(yield* amb(1, 2))')],
  ['a method that asks nothing', method('yield 1\n  this.score++')],
  [
    'async generators, and functions that may be others',
    program(
      'const p = load(1)\n  const q = walk()\n  yield* amb(1, 2)\n  return [p, q]',
      'let load: any = async (n: number) => n\nload = Number\nasync function* walk() {}',
    ),
  ],
  [
    'a literal that forks share by proof',
    program(`const table = ${numbers}\n  const i = yield* amb(1, 2)\n  return table[i]`),
  ],
  [
    'effects that are kept or returned, and functions with the names of effects',
    program(
      'const one = amb(1, 2)\n  const x = yield* one\n  guard(x)\n  return amb(x)',
      'const guard = (x: number) => x',
    ),
  ],
  ['what can be copied', program('const c = new Map([[1, new Date()]])\n  yield* amb(1, 2)\n  return c')],
  [
    'a file that does not use multishot',
    'export function* main() {\n  const p = Promise.resolve()\n  yield 1\n  return p\n}',
  ],
])('nothing is said of %s', (_what, source) => {
  expect(compiled(source)).toEqual([])
})

test('whatever programs can ask for is known to be dropped in vain', () => {
  const others = ['lazily', 'restFrom', 'tabled']
  const makers = Object.keys(effects).filter((name) => /^[a-z]/.test(name) && !others.includes(name))
  expect([...ASKED].toSorted()).toEqual(makers.toSorted())
})

test('nothing is said of the examples', () => {
  const files = readdirSync('examples').filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  expect(files.flatMap((file) => compiled(readFileSync(`examples/${file}`, 'utf8'), file))).toEqual([])
})
