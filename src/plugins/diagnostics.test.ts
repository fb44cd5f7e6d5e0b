// Everything that the compiler refuses or warns of, as a user meets it: through `multishot compile`, in Vite, and in
// Node.js with the loader. Each says the code, the place in the user's file, the line with a mark, and what to write.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeProject, root, type Ran } from '../../testing/project.ts'
import { multishot } from './vite.ts'

interface Case {
  readonly code: string
  readonly severity: 'error' | 'warning'
  /** Without the mark `‸`, which stands before the place. */
  readonly marked: string
  readonly extension?: string
  readonly hint: string
}

const numbers = Array.from({ length: 500 }, (_, i) => i).join(', ')

const asking = "import { amb } from 'multishot'\n"

const cases: readonly Case[] = [
  {
    code: 'MS2001',
    severity: 'error',
    marked: 'interface A {}\nexport class B {\n  all: A[] = []\n  *walk() ‸{ yield* this.all }\n}',
    hint: 'Line 3 seems to lack a semicolon at its end',
  },
  {
    code: 'MS2002',
    severity: 'error',
    marked: "interface A {}\nexport function* f(): Generator<A> {\n  yield ‸eval('1')\n}",
    hint: 'Call it indirectly, `(0, eval)(code)`',
  },
  {
    code: 'MS2003',
    severity: 'error',
    marked: 'exports.f = function* (o) {\n  ‸with (o) yield x\n}',
    extension: '.cjs',
    hint: 'Name the object: `object.property`',
  },
  {
    code: 'MS2008',
    severity: 'error',
    marked:
      'const logged: any = null\nexport function* f(n: number): Generator {\n' +
      '  class C {\n    ‸@logged walk() { return n++ }\n  }\n  yield C\n}',
    hint: 'Move the class out of the generator',
  },
  {
    code: 'MS2009',
    severity: 'error',
    marked:
      'export function* f(): Generator<any> {\n  let n = 0\n' +
      '  yield async () => ‸class A extends ((() => A) as any, await 1 as any, Object) {\n    n() { return n }\n  }\n}',
    hint: 'Move it into a function outside the generator',
  },
  {
    code: 'MS2010',
    severity: 'error',
    marked:
      'export namespace N {\n  export const x = 1\n}\nexport namespace N {\n  export function* f() { yield ‸x }\n}',
    hint: 'Write `N.x`',
  },
  {
    code: 'MS2101',
    severity: 'warning',
    marked: `${asking}class Board { cells: number[] = [] }
export function* f(): Generator<any, any, any> {
  const board = ‸new Board()
  board.cells.push(yield* amb(1, 2))
  return board
}`,
    hint: 'Say how it is copied with the option `copy`, or mark it: `share(…)`',
  },
  {
    code: 'MS2102',
    severity: 'warning',
    marked: `${asking}import { createReadStream } from 'node:fs'
export function* f(): Generator<any, any, any> {
  const stream = ‸createReadStream('x')
  return [yield* amb(1, 2), stream]
}`,
    hint: 'Make it outside the generator',
  },
  {
    code: 'MS2103',
    severity: 'warning',
    marked: `${asking}export function* f(): Generator<any, any, any> {
  const table = ‸[${numbers}]
  table.push(yield* amb(1, 2))
  return table
}`,
    hint: 'If it never changes, move it out of the generator or mark it: `share(…)`',
  },
  {
    code: 'MS2104',
    severity: 'warning',
    marked: `${asking}export function make(code: string): unknown {
  let n = 1
  ‸eval(code)
  return function* (): Generator<any> { n = yield* amb(n) }
}`,
    hint: 'Call it indirectly, `(0, eval)(code)`',
  },
  {
    code: 'MS2105',
    severity: 'warning',
    marked: `${asking}export class Game {
  moves: number[] = [];
  *play(): Generator<any, any, any> {
    ‸this.moves.push(yield* amb(1, 2))
  }
}`,
    hint: 'begin with `const self = this`',
  },
  {
    code: 'MS2106',
    severity: 'warning',
    marked: `${asking}export function* one(): Generator<any, any, any> {
  const x = yield* amb(1, 2)
  ‸amb(x)
  return x
}`,
    hint: 'Write `yield* amb(…)`',
  },
]

const fileOf = ({ code, extension = '.ts' }: Case): string => `src/${code}${extension}`

const project = makeProject({
  'package.json': '{ "type": "module" }',
  ...Object.fromEntries(cases.map((each) => [fileOf(each), each.marked.replace('‸', '')])),
  'load.js': cases
    .map((each) => `await import('./${fileOf(each)}').catch((error) => console.error(error.stack))`)
    .join('\n'),
})
afterAll(() => project.remove())

function placeOf({ marked }: Case) {
  const before = marked.slice(0, marked.indexOf('‸')).split('\n')
  const line = before.length
  const column = before.at(-1)!.length + 1
  const text = marked.replace('‸', '').split('\n')[line - 1]!
  return { line, column, picture: `> ${line} | ${text.slice(0, 160)}` }
}

/** What stands between a diagnostic's own place and the next one's, in the output of a tool. */
function toldOf(output: string, each: Case, headline: string): string {
  const from = output.indexOf(headline)
  expect(output.slice(0, 2000)).toContain(from < 0 ? headline : '')
  const next = /\n[^\n]*(?:error|warning) MS\d{4}/.exec(output.slice(from + headline.length))
  return output.slice(from, next === null ? undefined : from + headline.length + next.index)
}

const terminalTools: readonly (readonly [name: string, run: () => Ran, prefix: string])[] = [
  [
    'multishot compile',
    () => project.run(process.execPath, [join(root, 'dist/cli.js'), 'compile', 'src', '--out', 'out']),
    '',
  ],
  [
    'node --import multishot/register',
    () => project.run(process.execPath, ['--import', 'multishot/register', 'load.js']),
    `${project.directory}/`,
  ],
]

describe.each(terminalTools)('%s', (tool, run, prefix) => {
  let output = ''
  beforeAll(() => {
    output = run().stderr
  })

  test.each(cases)('$code', (each) => {
    const { line, column, picture } = placeOf(each)
    // In Node.js, all decorators have one message.
    const isAnother = each.code === 'MS2008' && tool.startsWith('node')
    const code = isAnother ? 'MS5004' : each.code
    const told = toldOf(
      output,
      each,
      `${prefix}${fileOf(each)}:${line}:${column}: ${each.severity} ${code}: `,
    )
    expect(told).toContain(picture)
    expect(told).toContain(`    | ${' '.repeat(column - 1)}^`)
    expect(told).toContain(isAnother ? 'Compile them first' : each.hint)
  })
})

describe('Vite', () => {
  test.each(cases)('$code', async (each) => {
    const said: string[] = []
    const say = (text: string): void => void said.push(text)
    const customLogger = {
      info: say,
      warn: say,
      warnOnce: say,
      error: say,
      clearScreen() {},
      hasErrorLogged: () => false,
      hasWarned: false,
    }
    const built = build({
      root: project.directory,
      configFile: false,
      customLogger,
      plugins: [multishot()],
      build: { ssr: fileOf(each), write: false, rolldownOptions: { external: /^multishot/ } },
    })
    const failed = await built.then(
      () => null,
      (error: Error) => error.message,
    )
    const told = [...said, failed ?? ''].join('\n')
    const { line, column, picture } = placeOf(each)
    expect(failed === null ? 'warning' : 'error').toBe(each.severity)
    expect(told).toContain(each.code)
    // Errors are placed by Vite, which counts columns from 0.
    const place =
      failed === null ? `${fileOf(each)}:${line}:${column}` : `${fileOf(each)}:${line}:${column - 1}`
    expect(told).toContain(place)
    expect(told).toContain(picture)
    expect(told).toContain(each.hint)
  })
})

test('every code of the compiler is here, and has its entry in docs/errors.md', () => {
  const messages = readFileSync(join(root, 'src/compiler/diagnostics.ts'), 'utf8')
  const codes = new Set(messages.match(/MS2\d{3}/g))
  expect(cases.map(({ code }) => code)).toEqual([...codes].toSorted())
  const entries = readFileSync(join(root, 'docs/errors.md'), 'utf8')
  for (const { code } of cases) expect(entries).toContain(`**${code}, `)
})
