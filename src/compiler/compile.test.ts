import { runInThisContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import * as runtime from '../runtime/index.ts'
import { compile } from './index.ts'
import type { CompileOptions } from './index.ts'

const count = 'function* count(n) { for (let i = 0; i < n; i++) yield i }'
const generator = /function\s*\*/

const compiled = (source: string, options: CompileOptions): string => {
  const { code, diagnostics } = compile(source, options)
  expect(diagnostics).toEqual([])
  return code
}

describe('runtime', () => {
  const filename = 'count.js'

  test('is imported by default', () => {
    expect(compiled(count, { filename })).toMatch(/^import \* as \$ from "multishot\/runtime";/)
    expect(compiled(count, { filename, runtime: 'import' })).toBe(compiled(count, { filename }))
  })

  test('has a name that the file does not use', () => {
    const source = `${count}\nconst $ = count\n`
    expect(compiled(source, { filename })).toMatch(/^import \* as \$1 from "multishot\/runtime";/)
  })

  test('is required', () => {
    const code = compiled(count, { filename, sourceType: 'commonjs', runtime: 'require' })
    expect(code).toMatch(/^var \$\w* = require\("multishot\/runtime"\);/)
    const required: string[] = []
    const require = (name: string): unknown => {
      required.push(name)
      return runtime
    }
    const made = runInThisContext(`(require) => { ${code}; return count }`)(require)
    expect([...made(3)]).toEqual([0, 1, 2])
    expect(required).toEqual(['multishot/runtime'])
  })

  test('is taken from a global', () => {
    const options = { filename, sourceType: 'script', runtime: { global: 'runtimeOfCompileTest' } } as const
    const code = compiled(count, options)
    expect(code).toMatch(/^var \$_\w+ = globalThis\.runtimeOfCompileTest;/)
    Object.assign(globalThis, { runtimeOfCompileTest: runtime })
    expect([...runInThisContext(`(() => { ${code}; return count })()`)(3)]).toEqual([0, 1, 2])
  })
})

describe('sourceType', () => {
  test.each(['module', 'script', 'commonjs'] as const)(
    '%s keeps what stands before the code',
    (sourceType) => {
      const source = `#!/usr/bin/env node\n'use strict'\n${count}\n`
      const code = compiled(source, { filename: 'count.js', sourceType, runtime: 'require' })
      expect(code.startsWith("#!/usr/bin/env node\n'use strict'\n")).toBe(true)
    },
  )

  test('module refuses what only a script may say', () => {
    const source = 'function* walk() { with (o) yield x }'
    const codes = (sourceType: 'module' | 'script'): string[] =>
      compile(source, { filename: 'walk.js', sourceType }).diagnostics.map(({ code }) => code)
    expect(codes('module')).toEqual(['MS2001'])
    expect(codes('script')).toEqual(['MS2003'])
  })

  test('commonjs lets a file return', () => {
    const source = `${count}\nreturn count`
    expect(compile(source, { filename: 'count.js' }).diagnostics).toHaveLength(1)
    compiled(source, { filename: 'count.cjs', sourceType: 'commonjs', runtime: 'require' })
  })

  test('scripts of one realm do not meet', () => {
    const declared = (filename: string): Set<string> =>
      new Set(
        compiled(count, { filename, sourceType: 'script', runtime: 'require' })
          .match(/^function [\w$]+/gm)!
          .map((line) => line.slice('function '.length)),
      )
    const [one, other] = [declared('one.js'), declared('other.js')]
    expect(one.size).toBeGreaterThan(0)
    expect([...one].filter((name) => other.has(name))).toEqual([])
  })

  test('classes of scripts of one realm have variables of their own', () => {
    Object.assign(globalThis, { runtimeOfCompileTest: runtime })
    const walked = (name: string): unknown => {
      const source = `class ${name} { *[(() => 'walk')()]() { yield* this.#own(); yield super.x } *#own() { yield '${name}' } }`
      const options = { filename: `${name}.js`, sourceType: 'script' } as const
      const code = compiled(source, { ...options, runtime: { global: 'runtimeOfCompileTest' } })
      return runInThisContext(`${code}; [...new ${name}().walk()]`)
    }
    expect([walked('One'), walked('Other')]).toEqual([
      ['One', undefined],
      ['Other', undefined],
    ])
  })
})

describe('a file without generators', () => {
  const source = '// A comment.\nexport const twice = x=>x*2\n'

  test('is unchanged, and has no map', () => {
    expect(compile(source, { filename: 'twice.js' })).toEqual({
      code: source,
      map: null,
      diagnostics: [],
      proofs: [],
    })
  })

  test('is not looked at for errors', () => {
    const wrong = 'export const twice = ('
    expect(compile(wrong, { filename: 'twice.js' })).toEqual({
      code: wrong,
      map: null,
      diagnostics: [],
      proofs: [],
    })
  })

  test('loses its types', () => {
    const { code, map } = compile('export const one: number = 1', { filename: 'one.ts' })
    expect(code).toBe('export const one = 1;\n')
    expect(map).not.toBeNull()
  })
})

test('what is no generator keeps its text', () => {
  const before = '// A comment.\nconst twice = x=>x*2 ;'
  const after = 'export  {walk,   twice}'
  const code = compiled(`${before}\nfunction* walk() {}\n${after}\n`, { filename: 'walk.js' })
  expect(code).toContain(before)
  expect(code).toContain(after)
})

test('compiling again changes nothing', () => {
  const code = compiled(`export ${count}`, { filename: 'count.js' })
  expect(compile(code, { filename: 'count.js' })).toEqual({ code, map: null, diagnostics: [], proofs: [] })
})

test('compiling is deterministic', () => {
  expect(compile(count, { filename: 'count.js' })).toEqual(compile(count, { filename: 'count.js' }))
})

describe('lang', () => {
  const typed =
    'export function* walk<T>(xs: readonly T[]): Generator<T> { for (const x of xs) yield x as T }'

  test.each(['walk.ts', 'walk.mts', 'walk.cts', 'walk.ts?v=1', '/folder/walk.tsx'])(
    'is TypeScript in %s',
    (filename) => {
      const source = filename.includes('tsx') ? typed.replace('<T>', '<T,>') : typed
      const code = compiled(source, { filename })
      expect(code).not.toMatch(generator)
      expect(code).not.toContain('readonly')
    },
  )

  test('is what the option says, whatever the name', () => {
    expect(compile(typed, { filename: 'walk.js' }).diagnostics).toHaveLength(1)
    compiled(typed, { filename: 'walk.js', lang: 'ts' })
  })

  test.each(['view.jsx', 'view.tsx'])('has elements in %s', (filename) => {
    const code = compiled('export function* view() { yield <p title={yield 1}>{yield 2}</p> }', { filename })
    expect(code).not.toMatch(generator)
    expect(code).not.toContain('<p')
    expect(code).toContain('jsx')
  })

  test('keeps what TypeScript adds at run time', () => {
    const source = `
      enum Color { Red = 3 }
      class Point {
        constructor(readonly x: number) {}
        *walk(this: Point, extra?: number): Generator<number> { yield this.x; yield extra! satisfies number }
      }
      function* all() { yield Color.Red; yield* new Point(1).walk(2) }
      globalThis.allOfCompileTest = all`
    Object.assign(globalThis, { runtimeOfCompileTest: runtime })
    const options = { sourceType: 'script', runtime: { global: 'runtimeOfCompileTest' } } as const
    runInThisContext(compiled(source, { filename: 'point.ts', ...options }))
    expect([...Reflect.get(globalThis, 'allOfCompileTest')()]).toEqual([3, 1, 2])
  })
})

describe('a syntax error', () => {
  test.each([
    ['walk.js', 'function* walk( {'],
    ['walk.js', '\u0000 function* walk() {}'],
    ['walk.js', 'function* walk() { yield await x }'],
    ['walk.js', 'let a; let a; function* walk() {}'],
    ['walk.js', 'function* walk() { break }'],
    ['walk.js', 'function* walk() { return "'],
    ['walk.ts', 'function* walk(a: ) {}'],
    ['walk.ts', 'const a: = 1'],
    ['walk.tsx', 'function* walk() { yield <p> }'],
    ['walk.jsx', '<p'],
  ])('is never thrown: %s, %j', (filename, source) => {
    const { code, map, diagnostics } = compile(source, { filename })
    expect(diagnostics.length).toBeGreaterThan(0)
    for (const each of diagnostics)
      expect(each).toMatchObject({ code: 'MS2001', severity: 'error', filename, line: 1 })
    expect({ code, map }).toEqual({ code: source, map: null })
  })
})

describe('what is proved', () => {
  const objectionIn = (body: string, more = ''): string | null | undefined => {
    const source = `${more}\nexport function* g(n) {\n  let x = null\n  ${body}\n}`
    const { proofs } = compile(source, { filename: 'proved.js' })
    const found = proofs.find(({ variable }) => variable === 'x')
    return found === undefined ? undefined : (found.objection?.what ?? null)
  }

  test.each([
    ['a list of cells', 'for (;;) x = { head: yield, tail: x }'],
    ['an array that is spread', 'x = []; for (;;) x = [...x, yield]'],
    ['an array that is concatenated', 'x = []; for (;;) x = x.concat([yield])'],
    ['an array that is mapped', 'x = [1]; for (;;) { yield; x = x.map((each) => ({ each })) }'],
    ['an array that is filled while it is new', 'for (;;) { const row = []; row.push(n); x = row; yield }'],
    [
      'what a function of the file makes',
      'for (;;) { yield; x = made(n) }',
      'function made(n) { const all = [n]; all.push(1); return all }',
    ],
    [
      'what a generator of the file returns',
      'for (;;) { yield; x = yield* made(n) }',
      'function* made(n) { yield; return [n] }',
    ],
    [
      'what is read by a function of the file',
      'x = [n]; yield sum(x)',
      'function sum(all) { let s = 0; for (const each of all) s += each; return s }',
    ],
    ['what is returned', 'x = [n]; yield; return x'],
    ['a copy with other properties', 'x = { n }; for (;;) x = { ...x, n: yield }'],
  ])('%s is shared', (_what, body, more = '') => {
    expect(objectionIn(body, more)).toBe(null)
  })

  test.each([
    ['x = [n]; yield; x.push(1)', 'is changed by `push`'],
    ['x = { n }; yield; x.n = 1', 'is written'],
    ['x = { n }; yield; delete x.n', 'loses a property'],
    ['x = { n }; const y = [x]; yield; y[0].n++', 'is written'],
    ['x = { n }; yield x', 'is yielded'],
    ['x = { n }; yield; console.log(x)', 'is handed to `console.log`'],
    ['x = { n }; yield; throw x', 'is thrown'],
    ['x = [n]; yield; x["pu" + "sh"](1)', 'is handed to its method, which may be any'],
    ['const row = []; x = row; yield; row.push(n)', 'is changed by `push`'],
    ['x = { get n() { return this.m = 1 } }; yield; x.n', 'has an accessor'],
    ['x = { set: (y) => { x = y } }; yield', 'is a function over variables of its generator'],
    ['x = [Math.random, n.data]; yield', 'is unknown'],
  ])('%s is not: it %s', (body, what) => {
    expect(objectionIn(body)).toBe(what)
  })

  test('nothing is proved of a file that changes what the language has', () => {
    const source = 'Array.prototype.at = () => 1\nexport function* g() { const x = [1]; yield; return x }'
    expect(compile(source, { filename: 'tampering.js' }).proofs).toEqual([])
  })
})
