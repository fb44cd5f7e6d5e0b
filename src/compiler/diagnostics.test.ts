import { describe, expect, test } from 'vitest'
import { codeFrame } from './frame-text.ts'
import { compile, formatDiagnostic } from './index.ts'
import type { Diagnostic } from './index.ts'

/** What is found in `text`, where `‸` marks the expected place. */
function found(text: string, filename: string, sourceType: 'module' | 'script') {
  const mark = text.indexOf('‸')
  const before = text.slice(0, mark).split('\n')
  const source = text.replace('‸', '')
  const { code, map, diagnostics } = compile(source, { filename, sourceType })
  return { source, code, map, diagnostics, place: { line: before.length, column: before.at(-1)!.length + 1 } }
}

describe.each<[string, string, 'module' | 'script', string, RegExp, string]>([
  [
    'MS2001',
    'file.js',
    'module',
    'function* f() {\n  let x = ‸;\n}',
    /^Unexpected token/,
    'Correct the syntax.',
  ],
  [
    'MS2001',
    'file.ts',
    'module',
    'type A = 1\nfunction* f() {\n  let x = ‸;\n}',
    /^Unexpected token/,
    'Correct',
  ],
  [
    'MS2001',
    'file.js',
    'script',
    "‸import { amb } from 'multishot'\nfunction* f() {\n  yield* amb(1)\n}",
    /^Cannot use import statement outside a module/,
    '"type": "module"',
  ],
  [
    'MS2001',
    'file.cts',
    'script',
    "‸import { amb } from 'multishot'\nexport function* f() {\n  yield* amb(1)\n}",
    /^Cannot use import statement outside a module/,
    "`import a = require('a')`",
  ],
  [
    'MS2001',
    'file.ts',
    'module',
    'namespace N {\n  export let ‸x = 1\n  export function* f() { yield x }\n}',
    /^Namespaces exporting non-const are not supported/,
    'Write `export const`',
  ],
  [
    'MS2010',
    'file.ts',
    'module',
    'namespace N {\n  export const x = 1\n}\nnamespace N {\n  export function* f() { const o = { x: ‸x, y: o.x }; yield o }\n}',
    /^`x` belongs to another part of the namespace `N`/,
    'Write `N.x`',
  ],
  [
    'MS2010',
    'file.tsx',
    'module',
    'export namespace A.B {\n  export enum E { a }\n}\nexport namespace A.B {\n  export const all = [‸E.a as E]\n}\nfunction* f() {}',
    /^`E` belongs to another part of the namespace `A\.B`/,
    'Write `A.B.E`',
  ],
  [
    'MS2002',
    'file.js',
    'module',
    "function* f() {\n  yield ‸eval('1')\n}",
    /direct call of `eval`/,
    '(0, eval)',
  ],
  [
    'MS2002',
    'file.ts',
    'module',
    "type A = 1\nfunction* f() {\n  ‸eval('1')\n}",
    /`eval`/,
    'outside the generator',
  ],
  [
    'MS2003',
    'file.js',
    'script',
    'function* f(o) {\n  ‸with (o) yield x\n}',
    /`with` statement/,
    '`object.property`',
  ],
  [
    'MS2008',
    'file.js',
    'module',
    'function* f() {\n  let n = 0\n  class A {\n    ‸@decorate m() { return n }\n  }\n  n = yield A\n}',
    /its decorators would run again\. This one mentions `n`, which the generator may change\.$/,
    'Move the class out of the generator',
  ],
  [
    'MS2008',
    'file.ts',
    'module',
    'type A = 1\nfunction* f(): Generator {\n  for (const n of [1]) { ‸@decorate(() => n) class A {}; yield A }\n}',
    /This one mentions `n`/,
    'Move the class out of the generator',
  ],
  [
    'MS2008',
    'file.js',
    'module',
    'function* f(Base) {\n  ‸@decorate class A extends Base { @decorate *m() {} }\n  yield A\n}',
    /This one extends what may be a class of the generator\.$/,
    'have no decorators on it',
  ],
  [
    'MS2008',
    'file.js',
    'module',
    'function* f() {\n  const A = ‸@decorate class { static all = [] }\n  yield A\n}',
    /This one has static code, whose results are its own in each clone\.$/,
    'Move the class out of the generator',
  ],
  [
    'MS2008',
    'file.js',
    'module',
    'function* f() {\n  class A { ‸@decorate(yield) m() {} }\n}',
    /^A class with decorators is not compiled where a `yield` or `await` stands in one of them/,
    'Suspend before the class',
  ],
  [
    'MS2008',
    'file.js',
    'module',
    'async function* f() {\n  ‸@(await decorator) class A { *m() {} }\n}',
    /^A class with decorators is not compiled where a `yield` or `await` stands in one of them/,
    '`const found = yield wanted`',
  ],
  [
    'MS2008',
    'file.js',
    'module',
    'function* f() {\n  class A { ‸@decorate [yield]() {} }\n}',
    /^A class with decorators is not compiled where a `yield` or `await` stands in .* or in a key/,
    'Suspend before the class',
  ],
  [
    'MS2008',
    'file.ts',
    'module',
    'function* f() {}\nclass A {\n  ‸@decorate declare a: string\n}',
    /^A decorator of a field that is only declared would be lost/,
    'Leave out `declare` or `abstract`',
  ],
  [
    'MS2008',
    'file.ts',
    'module',
    'abstract class A {\n  ‸@decorate() abstract a: string;\n  *f() {}\n}',
    /^A decorator of a field that is only declared would be lost/,
    'compile the file with `tsc` first',
  ],
  [
    'MS2009',
    'file.js',
    'module',
    'async function f() {\n  return ‸class { [await key]() {}; *m() {} }\n}',
    /^A class expression that awaits in its heritage, a key or a decorator is not compiled/,
    'Await before the class',
  ],
  [
    'MS2009',
    'file.js',
    'module',
    'async function f() {\n  return ‸@(await decorator) class { *m() {} }\n}',
    /^A class expression that awaits in its heritage, a key or a decorator is not compiled/,
    'Await before the class',
  ],
  [
    'MS2001',
    'file.ts',
    'module',
    'class C {\n  constructor(‸@inject readonly n: number) {}\n  *walk() { yield 1 }\n}',
    /^Decorators are not valid here/,
    'compile the file with `tsc` first',
  ],
  ['MS2001', 'file.js', 'module', 'function* f() {\n  yield ‸<p />\n}', /^Unexpected JSX/, '`.jsx`'],
  [
    'MS2001',
    'file.js',
    'module',
    'function* f() {\n  ‸await using x = yield\n}',
    /^`await` is only allowed within async functions/,
    'add the `async` keyword',
  ],
  [
    'MS2009',
    'file.js',
    'module',
    'function* f() {\n  class A {\n    #x;\n    [((o) => ‸o?.a.#x, yield)]() {}\n  }\n}',
    /^A private name behind `\?\.` in a key of its own class is not compiled inside a generator yet/,
    'Move it into a function outside the generator.',
  ],
  [
    'MS2009',
    'file.js',
    'module',
    'function* f() {\n  let n = 0\n  yield async () => ‸class A extends ((() => A), await 1) {\n    n() { return n }\n  }\n}',
    /^A class that awaits in its heritage or a key and is mentioned there is not compiled inside a generator/,
    'Move it into a function outside the generator.',
  ],
  [
    'MS2009',
    'file.js',
    'module',
    'function* f(key) {\n  yield async () => ({\n    [key]: ‸class { static at = this.name; [await 1]() {} },\n  })\n}',
    /^A class that awaits under a computed key is not compiled inside a generator/,
    'Move it into a function outside the generator.',
  ],
])('%s in %s (%s)', (code, filename, sourceType, text, message, hint) => {
  const { source, place, ...result } = found(text, filename, sourceType)

  test('is an error at its place, says what is wrong and what to write instead', () => {
    expect(result.diagnostics).toHaveLength(1)
    expect(result.diagnostics[0]).toMatchObject({
      code,
      severity: 'error',
      filename,
      ...place,
      message: expect.stringMatching(message),
      hint: expect.stringContaining(hint),
    })
  })

  test('is shown in the line that it stands in, with a mark below', () => {
    const { line, column } = place
    const shown = `> ${line} | ${source.split('\n')[line - 1]}\n    | ${' '.repeat(column - 1)}^`
    expect(result.diagnostics[0]!.frame).toContain(shown)
  })

  test('leaves the source as it was', () => {
    expect(result.code).toBe(source)
    expect(result.map).toBeNull()
  })
})

test('parts of a namespace may have names of their own, and types of each other', () => {
  const source = `
    namespace N { export const x = 1; export class T {}; export type U = T; export namespace M { export const z = 1 } }
    namespace N { const x = 2; export const f = (t: T, u: U, v: typeof x) => [x, t.x, { x }, { x: 1 }, N.x, N.M.z] }
    namespace Other { export const y = x2; export function* g() { yield y } }
    declare namespace N { const w: 1 }
    const x2 = 1`
  expect(compile(source, { filename: 'file.ts' }).diagnostics).toEqual([])
})

test('every refused generator has its diagnostic', () => {
  const source = "function* f() { eval('1') }\nfunction* g() {}\nfunction* h() { eval('2') }\n"
  const { diagnostics } = compile(source, { filename: 'file.js' })
  expect(diagnostics.map(({ code, line, column }) => [code, line, column])).toEqual([
    ['MS2002', 1, 17],
    ['MS2002', 3, 17],
  ])
})

test('`eval` and `with` outside of generators are none of our business', () => {
  const source =
    "eval('1')\nwith (o) { p }\nfunction f() { return eval('2') }\nfunction* g() { yield (0, eval)('3') }"
  expect(compile(source, { filename: 'file.js', sourceType: 'script' }).diagnostics).toEqual([])
})

test('columns count what an editor counts', () => {
  const { diagnostics, place } = found("const é = '€😀'; function* f() { ‸eval('1') }", 'file.js', 'module')
  expect(diagnostics[0]).toMatchObject(place)
})

test('the frame shows the lines around the place and marks it', () => {
  const { diagnostics } = compile("// One.\n// Two.\nfunction* f() {\n  eval('1')\n}\n// Six.\n", {
    filename: 'file.js',
  })
  expect(diagnostics[0]!.frame).toBe(
    ['  2 | // Two.', '  3 | function* f() {', "> 4 |   eval('1')", '    |   ^', '  5 | }'].join('\n'),
  )
})

test.each([
  [
    'at its start',
    `${'x'.repeat(10)}(${'y, '.repeat(100)})`,
    5,
    /^> 1 \| xxxxxxxxxx\(.{149}…\n {4}\| {5}\^$/,
  ],
  ['in its middle', `${'x'.repeat(1000)}!${'y'.repeat(1000)}`, 1001, /^> 1 \| …x{60}!y{99}…\n {4}\| {62}\^$/],
  ['at its end', `${'x'.repeat(1000)}!`, 1001, /^> 1 \| …x{60}!\n {4}\| {62}\^$/],
])('the frame cuts a long line around the place: %s', (_, source, column, expected) => {
  expect(codeFrame(source, 1, column)).toMatch(expected)
})

test('the frame cuts the lines around a long one as it is cut', () => {
  const long = `${'x'.repeat(200)}!`
  expect(codeFrame(`short\n${long}\n${long}`, 2, 201).split('\n')).toEqual([
    '  1 | …',
    `> 2 | …${'x'.repeat(60)}!`,
    `    | ${' '.repeat(61)}^`,
    `  3 | …${'x'.repeat(60)}!`,
  ])
})

test('a diagnostic is printed with its place first and its hint last', () => {
  const diagnostic: Diagnostic = {
    code: 'MS2999',
    severity: 'error',
    message: 'This is wrong.',
    hint: 'Write that.',
    filename: 'file.js',
    line: 1,
    column: 2,
    frame: '> 1 | x',
  }
  expect(formatDiagnostic(diagnostic)).toBe(
    'file.js:1:2: error MS2999: This is wrong.\n> 1 | x\n  Write that.',
  )
})

test('columns of TypeScript`s syntax errors count the same', () => {
  const { diagnostics, place } = found('const é: string = "€😀"\nfunction* f(a: é ‸{}', 'file.ts', 'module')
  expect(diagnostics[0]).toMatchObject({ code: 'MS2001', ...place })
})
