// Law: whatever goes wrong in a generator, by the engine's word or the runtime's, is led to the line that the native
// generator names.

import { runInThisContext } from 'node:vm'
import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping'
import { expect, test } from 'vitest'
import * as runtime from '../runtime/index.ts'
import { compile } from './index.ts'

/** The generator function `main`, with statements before and behind `body`, which starts in line 5. */
const around = (body: string): string =>
  `var nothing, five = 5; function f() { return 5 }
function* main() {
  yield 0
  f(1)
  ${body}
  yield f(2)
}`

/** Where `code`, run under the name `file`, throws. */
function thrownIn(code: string, file: string): { readonly line: number; readonly column: number } {
  let stack = ''
  try {
    const running = (runInThisContext(`${code}\n;main`, { filename: file }) as () => Generator)()
    for (let step = 0; step < 9; step++) running.next(5)
  } catch (error) {
    stack = (error as Error).stack!
  }
  const [, line, column] = new RegExp(`${file}:(\\d+):(\\d+)`).exec(stack)!
  return { line: Number(line), column: Number(column) - 1 }
}

const iterator = (next: string): string => `{ [Symbol.iterator]: () => ({ next: ${next} }) }`

test.each([
  // What cannot be iterated.
  'for (const x of\n    five) yield x',
  'for (const x of nothing.entries()) yield x',
  'for (const x of five.entries()) yield x',
  'for (const x of { [Symbol.iterator]: five }) yield x',
  'for (const x of { [Symbol.iterator]: () => 5 }) yield x',
  `for (const x of ${iterator('5')}) yield x`,
  `for (const x of ${iterator('() => 5')}) yield x`,
  'for (const k in nothing.x) yield k',
  'yield* five',
  'yield* nothing',
  'yield* f()',
  'return yield* five',
  'return yield* f()',
  'const [a = yield 1] = five',
  'const [a] = five; yield a',
  `const [a = yield 1] = ${iterator('() => 5')}`,
  'let z; [z = yield] = nothing',
  'for (const [q = yield] of [1]) yield q',
  // What has no properties.
  'const { a = yield 1 } = nothing',
  'let z; ({ z = yield } = nothing)',
  'for (const { q = yield 1 } of [null]) yield q',
  'const { a: { b } = yield 1 } = { a: null }',
  'try { yield 1; throw null } catch ({ message }) { yield message }',
  'nothing.x(yield 1)',
  'nothing[yield 1] = 2',
  'nothing.x += yield 1',
  'nothing.x ??= yield 1',
  'delete nothing[yield 1]',
  'yield [\n    1,\n    nothing.x,\n  ]',
  'if (nothing.x) yield 1',
  'for (let i = 0; i < 2; i += nothing.x) yield i',
  'switch (1) { case nothing.x: yield 1 }',
  'class A { static x = nothing.y; [yield 1] = 2 }',
  'const g = () => nothing.x; yield 1; g()',
  'yield* (function* () { yield 1; nothing.x })()',
  // What is no function.
  'five(yield 1)',
  'five.x(yield 1)',
  'new five(yield 1)',
  'five`${yield 1}`',
  'class A extends five { [yield 1]() {} }',
  // Variables.
  'yield w; let w = 1; yield w; () => w',
  'const c = 1; yield c; c = yield 2',
  'yield 1 + unbound',
])('%s', (body) => {
  const source = around(body)
  const { code, map, diagnostics } = compile(source, {
    filename: 'main.js',
    sourceType: 'script',
    runtime: { global: 'runtimeOfErrorLinesTest' },
  })
  expect(diagnostics).toEqual([])
  Object.assign(globalThis, { runtimeOfErrorLinesTest: runtime })
  const { line } = originalPositionFor(new TraceMap(map as never), thrownIn(code, 'generated.js'))
  expect(line).toBe(thrownIn(source, 'native.js').line)
})
