// Law: the map of what was compiled twice leads to what was written, wherever its code throws or suspends.

import { runInThisContext } from 'node:vm'
import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping'
import { transformSync } from 'esbuild'
import { describe, expect, test } from 'vitest'
import { inspect } from '../frames/index.ts'
import * as runtime from '../runtime/index.ts'
import { compile } from './index.ts'
import type { CompileOptions, CompileResult, SourceMapV3 } from './index.ts'

const written = `interface Removed { readonly lines: true }

type AlsoRemoved = string
function* main(): Generator<number> {
  yield 1
  throw new Error('half way')
}`

/** What esbuild makes of it: shorter than its source, so no line is where it was. */
const esbuilt = (sourcemap: 'inline' | 'external') =>
  transformSync(written, { loader: 'ts', sourcefile: '../src/main.ts', sourcemap, minifyWhitespace: true })

const options = {
  filename: '/project/lib/main.js',
  sourceType: 'script',
  runtime: { global: 'runtimeOfInputMapTest' },
} as const satisfies CompileOptions

const main = ({ code }: CompileResult) => {
  Object.assign(globalThis, { runtimeOfInputMapTest: runtime })
  return runInThisContext(`${code}\n;main`, { filename: 'generated.js' })()
}

/** The place in the source where the program throws. */
const thrownAt = (compiled: CompileResult) => {
  let stack = ''
  try {
    Array.from(main(compiled))
  } catch (error) {
    stack = (error as Error).stack!
  }
  const [, line, column] = /generated\.js:(\d+):(\d+)/.exec(stack)!
  const at = { line: Number(line), column: Number(column) - 1 }
  const {
    source,
    line: found,
    column: foundColumn,
  } = originalPositionFor(new TraceMap(compiled.map as never), at)
  return [source, found, foundColumn]
}

describe('what another compiler wrote is led through its own map', () => {
  test('which stands in its comment, and is gone from the output', () => {
    const { code } = esbuilt('inline')
    expect(code).toContain('sourceMappingURL')
    const compiled = compile(code, options)
    expect(compiled.code).not.toContain('sourceMappingURL')
    expect(compiled.map).toMatchObject({ sources: ['/project/src/main.ts'], sourcesContent: [written] })
    expect(thrownAt(compiled)).toEqual(['/project/src/main.ts', 6, 8])
  })

  test('which the caller hands over', () => {
    const { code, map } = esbuilt('external')
    const compiled = compile(code, { ...options, inputMap: JSON.parse(map) as SourceMapV3 })
    expect(thrownAt(compiled)).toEqual(['/project/src/main.ts', 6, 8])
  })

  test('which the caller hands over, with types still in the code', () => {
    const inputMap = {
      version: 3,
      sources: ['main.vue'],
      names: [],
      // Each line comes from the one that is ten further down.
      mappings: `AAUA;${'AACA;'.repeat(6)}`,
    } as const
    const compiled = compile(written, { ...options, filename: '/project/main.ts', inputMap })
    expect(thrownAt(compiled)).toEqual(['/project/main.vue', 16, 0])
  })

  test('unless the caller says that it has none', () => {
    const { code } = esbuilt('inline')
    expect(compile(code, { ...options, inputMap: null }).map).toMatchObject({ sources: [options.filename] })
  })

  test('for the places that inspect tells, too', () => {
    const running = main(compile(esbuilt('inline').code, options))
    running.next()
    expect(inspect(running)).toMatchObject({ frames: [{ file: '/project/src/main.ts', line: 5 }] })
  })

  test('and a message has its place in the compiled file, with that in the source behind it', () => {
    const { code } = transformSync('// one\n// two\nfunction* main() {\n  yield eval("1")\n}', {
      sourcefile: 'main.ts',
      sourcemap: 'inline',
    })
    const [diagnostic] = compile(code, { ...options, filename: 'main.js' }).diagnostics
    expect(diagnostic).toMatchObject({ code: 'MS2002', filename: 'main.js', line: 2 })
    expect(diagnostic!.hint).toMatch(/its source map leads to main\.ts:4:9/)
  })
})

test.each([
  ['is no JSON', 'data:application/json;base64,eA=='],
  ['is no map', 'data:application/json,{"version":2}'],
  ['cannot be read', 'data:application/json,%'],
  ['is elsewhere', 'main.js.map'],
])('a map that %s counts as none', (_what, url) => {
  const compiled = compile(`function* main() { yield 1 }\n//# sourceMappingURL=${url}\n`, options)
  expect(compiled.diagnostics).toEqual([])
  expect(compiled.map).toMatchObject({ sources: [options.filename] })
})

test('a comment that is not at the end is text like any other', () => {
  const text = 'const s = `\n//# sourceMappingURL=x.js.map\n`\nfunction* main() { yield s }'
  expect(compile(text, options).code).toContain('//# sourceMappingURL=x.js.map')
})
