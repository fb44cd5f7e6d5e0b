// Lines that go on with the one before, because that lacks a semicolon or a comma: the hint names both.

import { describe, expect, test } from 'vitest'
import { compile } from './index.ts'

/** What is said of the source in `file.js` or `file.ts`. */
function found(source: string, filename: string) {
  const { diagnostics } = compile(source, { filename })
  return diagnostics.map(({ code, line, column, hint }) => ({ code, at: [line, column], hint }))
}

const lacks = (line: number, sign: string, next: number, begins: string): string =>
  `Line ${line} seems to lack a ${sign} at its end: so line ${next}, which begins with \`${begins}\`, is read as its continuation.`

describe.each(['file.js', 'file.ts'])('in %s', (filename) => {
  test.each<[string, string, [number, number], string]>([
    [
      'a generator method behind a field',
      'class A {\n  x = 1\n  *play() { yield 1 }\n}',
      [3, 11],
      lacks(2, 'semicolon', 3, '*'),
    ],
    [
      'behind an arrow function, with parameters on lines of their own',
      'class A {\n  x = () => 1\n  *play(\n    a,\n    b,\n  ) { yield a + b }\n}',
      [6, 5],
      lacks(2, 'semicolon', 3, '*'),
    ],
    [
      'behind comments and empty lines',
      'class A {\n  x = 1 // One.\n\n  /**\n   * Walks.\n   */\n  *[Symbol.iterator]() { yield 1 }\n}',
      [7, 24],
      lacks(2, 'semicolon', 7, '*'),
    ],
    [
      'the first of two',
      'class A {\n  a = 1\n  *f() { yield 1 }\n  b = 2\n  *g() { yield 2 }\n}',
      [3, 8],
      lacks(2, 'semicolon', 3, '*'),
    ],
    [
      'a computed key behind a field',
      'class A {\n  x = 1\n  [key]() {}\n  *f() { yield 1 }\n}',
      [3, 11],
      lacks(2, 'semicolon', 3, '['),
    ],
    [
      'a computed key with a yield',
      'function* f() {\n  class A {\n    x = 1\n    [yield 2]() {}\n  }\n}',
      [4, 6],
      lacks(3, 'semicolon', 4, '['),
    ],
    [
      'an arrow function in brackets',
      'function* f() {\n  let a = b\n  (c) => { d }\n  yield a\n}',
      [3, 6],
      lacks(2, 'semicolon', 3, '('),
    ],
    [
      'a generator method of an object literal',
      'const o = {\n  a: 1\n  *play() { yield 1 }\n}',
      [3, 11],
      lacks(2, 'comma', 3, '*'),
    ],
    [
      'a generator method behind a method of an object literal',
      'const o = {\n  a() {}\n  *play() { yield 1 }\n}',
      [3, 3],
      lacks(2, 'comma', 3, '*'),
    ],
  ])('%s', (_, source, at, hint) => {
    expect(found(source, filename)).toEqual([{ code: 'MS2001', at, hint }])
  })

  test('a mistake that a semicolon does not mend is none', () => {
    expect(found('function* f() {\n  const a = 1\n  (b c)\n}', filename)).toMatchObject([
      { at: [3, 6], hint: 'Correct the syntax.' },
    ])
    expect(found('function* f() {\n  const a = 1\n  (function* () {} {})\n}', filename)).toMatchObject([
      { at: [3, 20], hint: 'Correct the syntax.' },
    ])
  })

  test('a `yield` inside of an expression is told of its brackets, and a star before it of its place', () => {
    const hint =
      'Inside of an expression it stands in brackets: `1 + (yield x)`. What is delegated stands behind the star: `yield* x`.'
    expect(found('function* f() {\n  const a = 1 + yield a\n}', filename)[0]).toMatchObject({
      at: [2, 17],
      hint,
    })
    expect(found('function* f() {\n  const a = 1\n  *yield a\n}', filename)[0]).toMatchObject({
      at: [3, 4],
      hint,
    })
  })
})

test('a field with a type, or generics, before a generator method', () => {
  const source =
    'class A {\n  private seen = new Map<string, number>()\n  *walk(): Generator<number> { yield 1 }\n}'
  expect(found(source, 'file.ts')).toEqual([
    { code: 'MS2001', at: [3, 10], hint: lacks(2, 'semicolon', 3, '*') },
  ])
})

test('two statements on one line are told apart by the parser`s own hint', () => {
  expect(found('function* f() { let a = 1 yield a }', 'file.js')).toMatchObject([
    { code: 'MS2001', at: [1, 26], hint: 'Try inserting a semicolon here' },
  ])
})
