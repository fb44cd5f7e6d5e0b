// The directive `'use native'`: which generators it leaves alone, and that those around them compile.

import { expect, test } from 'vitest'
import { compile } from './index.ts'

const compiled = (source: string) => compile(source, { filename: 'a.js' })

test('a file that starts with the directive stays as it is', () => {
  const source = `// A comment.\n'use strict'\n'use native'\nexport function* walk() { yield eval('1') }`
  expect(compiled(source)).toEqual({ code: source, map: null, diagnostics: [], proofs: [] })
})

test('the types of such a file are stripped all the same', () => {
  const { code } = compile(`'use native'\nfunction* walk(n: number) { yield n }`, { filename: 'a.ts' })
  expect(code).toMatch(/function\* walk\(n\)/)
})

test.each([
  `function* left() { 'use native'; yield 1 }`,
  `const left = function* () { 'use strict'; "use native"; yield eval('1') }`,
  `const o = { *left() { 'use native'; yield 1 } }`,
  `class C { static *left() { 'use native'; yield 1 } }`,
  `async function* left() { 'use native'; yield 1 }`,
])('only the function with the directive stays: %s', (left) => {
  expect(compiled(left)).toEqual({ code: left, map: null, diagnostics: [], proofs: [] })
  const { code, diagnostics } = compiled(`${left}\nfunction* taken() { yield 1 }`)
  expect(diagnostics).toEqual([])
  expect(code).toContain(left)
  expect(code).not.toMatch(/function\* taken/)
})

test('a native generator inside a compiled one uses its variables', () => {
  function* outer(): Generator<string, void, undefined> {
    let last = 'a'
    const inner = function* () {
      'use native'
      yield last
    }
    yield* inner()
    last = 'b'
    yield* inner()
  }
  const first = outer()
  expect(first.next().value).toBe('a')
  expect([...outer()]).toEqual(['a', 'b'])
  expect(String(outer)).not.toMatch(/function\s*\*/)
})

test('the words elsewhere mean nothing', () => {
  const { code } = compiled(`const a = 'use native'; function* walk() { yield 1; 'use native' }`)
  expect(code).not.toMatch(/function\*/)
})
