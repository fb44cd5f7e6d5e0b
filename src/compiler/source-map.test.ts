// Law: wherever compiled code throws, the map leads to what the user wrote.

import { runInThisContext } from 'node:vm'
import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping'
import { expect, test } from 'vitest'
import * as runtime from '../runtime/index.ts'
import { compile } from './index.ts'

/** Runs the program in `text` and leads the place where it throws back to `text`; `‸` marks the expected one. */
function thrownAt(text: string, filename: string) {
  const mark = text.indexOf('‸')
  const before = text.slice(0, mark).split('\n')
  const source = text.replace('‸', '')
  const { code, map, diagnostics } = compile(source, {
    filename,
    sourceType: 'script',
    runtime: { global: 'runtimeOfSourceMapTest' },
  })
  expect(diagnostics).toEqual([])
  expect(map).toMatchObject({ version: 3, sources: [filename], sourcesContent: [source] })
  Object.assign(globalThis, { runtimeOfSourceMapTest: runtime })
  const main = runInThisContext(`${code}\n;main`, { filename: 'generated.js' })
  let stack = ''
  try {
    Array.from(main())
  } catch (error) {
    stack = (error as Error).stack!
  }
  const [, line, column] = /generated\.js:(\d+):(\d+)/.exec(stack)!
  const found = originalPositionFor(new TraceMap(map as never), {
    line: Number(line),
    column: Number(column) - 1,
  })
  const expected = { source: filename, line: before.length, column: before.at(-1)!.length }
  return { found: { source: found.source, line: found.line, column: found.column }, expected }
}

test.each([
  ['at the top', 'function* main() {\n  throw ‸new Error("here")\n}'],
  ['after a yield', 'function* main() {\n  yield 1\n  yield 2\n  throw ‸new Error("here")\n}'],
  [
    'in a loop',
    'function* main() {\n  for (const x of [1, 2]) {\n    yield x\n    if (x === 2) throw ‸new Error("here")\n  }\n}',
  ],
  [
    'in a finally',
    'function* main() {\n  try {\n    yield 1\n  } finally {\n    throw ‸new Error("here")\n  }\n}',
  ],
  [
    'in a closure',
    'function* main() {\n  let n = 0\n  const f = () => {\n    n++\n    throw ‸new Error("here")\n  }\n  yield n\n  f()\n}',
  ],
  [
    'in what it delegates to',
    'function* main() {\n  yield* inner()\n}\nfunction* inner() {\n  yield 1\n  throw ‸new Error("here")\n}',
  ],
  [
    'in a method',
    'const o = {\n  *walk() {\n    yield 1\n    throw ‸new Error("here")\n  },\n}\nvar main = o.walk',
  ],
  [
    'in code that stays',
    'const fail = () => {\n  throw ‸new Error("here")\n}\nfunction* main() {\n  yield 1\n  fail()\n}',
  ],
])('JavaScript that throws %s is found', (_where, text) => {
  const { found, expected } = thrownAt(text, 'main.js')
  expect(found).toEqual(expected)
})

test.each([
  [
    'after types',
    'interface A {\n  readonly x: number\n}\nfunction* main(): Generator<number> {\n  const a: A = { x: 1 }\n  yield a.x\n  throw ‸new Error("here")\n}',
  ],
  [
    'in a method',
    'class A<T> {\n  private readonly n: number = 1;\n  *walk(): Generator<T | number> {\n    yield this.n\n    throw ‸new Error("here")\n  }\n}\nvar main = (): Generator => new A<string>().walk()',
  ],
])('TypeScript that throws %s is found', (_where, text) => {
  const { found, expected } = thrownAt(text, 'main.ts')
  expect(found).toEqual(expected)
})

test('TSX that throws is found', () => {
  const text =
    'type A = string\n\nfunction* main(): Generator<A> {\n  yield "a" as A\n  throw ‸new Error("here")\n}'
  const { found, expected } = thrownAt(text, 'main.tsx')
  expect(found).toEqual(expected)
})
