// The built command in real processes, as a user starts it.

import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { makeProject, root } from '../../testing/project.ts'

const command = join(root, 'dist/cli.js')

const project = makeProject({
  'package.json': '{ "type": "module" }',
  'coins.ts': `
    import { amb, guard } from 'multishot'
    export default function* () {
      const first: string = yield* amb('heads', 'tails')
      const second: string = yield* amb('heads', 'tails')
      yield* guard(first === 'heads' || second === 'heads')
      return { first, second }
    }
    export function* words() { return yield* amb('one', 'two') }
    export function* nothing() { return yield* amb() }
    export function* walk() {
      let at = 0
      for (let step = 0; step < 4; step++) {
        const by: number = yield* amb(0, 1)
        at += by
      }
      return at
    }`,
  'words.ts': `
    import { amb, cost, either } from 'multishot'
    export default () => words('')
    function* words(before) {
      const last = function* () { return before + (yield* amb('x', 'y')) }
      const longer = function* () { yield* cost(1); return yield* words(before + 'a') }
      return before.length === 2 ? yield* last() : yield* either(longer, last)
    }
    export const longest = ({ cost }) => -cost
    export const worth = (word) => word.length
    export const oldest = {
      name: 'oldest',
      frontier() {
        let points = []
        return {
          push: (point) => void points.push(point),
          next: () => (points = points.filter((point) => !point.spent))[0] ?? null,
          [Symbol.iterator]: () => points.values(),
        }
      },
    }`,
  'values.ts': `
    import { amb } from 'multishot'
    export default () => program()
    function* program() {
      return yield* amb<unknown[]>(12345678901234567890n, new Map([[{ x: 1 }, 'a']]), new Set([1]),
        Float64Array.of(0.5), undefined, { list: [undefined, NaN], text: 'a\\nb' })
    }`,
  'waiting.ts': `
    import { setTimeout as sleep } from 'node:timers/promises'
    import { abortSignal, amb, guard } from 'multishot'
    export default async function* () {
      const n = yield* amb(30, 20, 10)
      await sleep(10 * n)
      yield* guard(n !== 20)
      return n
    }
    export async function* stuck() {
      yield* amb(1, 2)
      await sleep(1e9, undefined, { signal: yield* abortSignal() })
    }
    export async function* failing() {
      if (yield* amb(true)) await Promise.reject(new RangeError('no answer'))
    }`,
  'cyclic.ts': `
    import { choose } from 'multishot'
    export default function* () {
      const n: number = yield* choose([1, 2])
      const cyclic: { self?: unknown } = {}
      if (n === 2) cyclic.self = cyclic
      return cyclic
    }`,
  'endless.ts': `
    import { choose } from 'multishot'
    function* naturals() { for (let n = 0; ; n++) yield n }
    export default function* () { return yield* choose(naturals()) }
    export function* silent() { yield* choose(naturals()); return yield* choose<number>([]) }
    export function* stuck() { yield* choose([1]); for (;;); }`,
  'loud.ts': `console.log('loaded')\nexport { default, silent, stuck } from './endless.ts'`,
  'folder.svg/inner.txt': '',
  'logs.ts': `
    import { amb } from 'multishot'
    export default function* () {
      const n: number = yield* amb(1, 2)
      console.log('trying %d', n)
      return n
    }`,
  'heavy.ts': `import { amb } from 'multishot'
export default function* heavy() {
  const board = new Array<number>(1200).fill(0)
  board[yield* amb(1, 2)] = 1
  board[yield* amb(3, 4)] = 1
  return board.indexOf(1)
}`,
})
afterAll(() => project.remove())

const multishot = (...args: string[]) => project.run(process.execPath, [command, ...args])

describe('multishot run', () => {
  test('prints each solution on its line, and how the search ended on stderr', () => {
    const { status, stdout, stderr } = multishot('run', 'coins.ts')
    expect(stdout.split('\n')).toEqual([
      `{ first: 'heads', second: 'heads' }`,
      `{ first: 'heads', second: 'tails' }`,
      `{ first: 'tails', second: 'heads' }`,
      '',
    ])
    expect(stderr).toMatch(/^exhausted: 3 solutions, 3 choice points, \d+ steps, \d+\.\d\d s\n$/)
    expect(status).toBe(0)
  })

  test('--export names another program, and strings are printed as they are', () => {
    expect(multishot('run', 'coins.ts', '--export', 'words')).toMatchObject({
      status: 0,
      stdout: 'one\ntwo\n',
    })
  })

  test('warns of forks that copy much, once for each variable', () => {
    const { stdout, stderr } = multishot('run', 'heavy.ts')
    expect(stdout).toBe('1\n1\n2\n2\n')
    expect(stderr.match(/warning/g)).toHaveLength(1)
    expect(stderr).toMatch(
      /multishot: warning: each fork in heavy copies 1,200 values \(1 object\) at heavy\.ts:4:9: 1,200 of `board`\. Make new/,
    )
    expect(multishot('run', 'heavy.ts', '--copies-above', '1200').stderr).not.toContain('warning')
    expect(multishot('run', 'heavy.ts', '--copies-above', '1200', '--stats').stderr).toMatch(
      /copied objects +3\n/,
    )
  })

  test('--trace tells each step on stderr, in order, and the solutions stay as they are', () => {
    const { stdout, stderr } = multishot('run', 'coins.ts', '--trace', '--limit', '1')
    expect(stdout).toBe(`{ first: 'heads', second: 'heads' }\n`)
    expect(
      stderr
        .replaceAll(/:\d+:\d+/g, '')
        .split('\n')
        .slice(0, -2),
    ).toEqual([
      'call  2 options   default (coins.ts)',
      `exit    "heads"`,
      `call    2 options   default (coins.ts) { first: "heads" }`,
      `exit      "heads"`,
      `found     { first: 'heads', second: 'heads' }`,
      'cut     1 option not tried',
      'cut   1 option not tried',
      'end   limit',
    ])
  })

  test('--why-not names the guards that ended branches, with their places', () => {
    const { status, stderr } = multishot('run', 'coins.ts', '--why-not')
    expect(stderr).toMatch(
      /^1 branch failed, 3 came to a solution\.\n {2}1 {2}\(no reason given\) {3}default \(coins\.ts:6:\d+\)/,
    )
    expect(status).toBe(0)
  })

  test.each([
    ['svg', /^<svg /],
    ['html', /^<!doctype html>/],
    ['dot', /^digraph search/],
    ['mmd', /^flowchart LR/],
    ['json', /^\{\n {2}"reason": "exhausted"/],
  ])('--tree writes the tree of choices as %s', (format, start) => {
    expect(multishot('run', 'coins.ts', '--tree', `tree.${format}`).status).toBe(0)
    expect(readFileSync(join(project.directory, `tree.${format}`), 'utf8')).toMatch(start)
  })

  test('a tree that has no format or no folder is an error', () => {
    const unknown = multishot('run', 'coins.ts', '--tree', 'tree.png')
    expect(unknown).toMatchObject({ status: 2, stdout: '' })
    expect(unknown.stderr).toContain('ends in .svg, .html, .dot, .mmd or .json')
    const unwritten = multishot('run', 'coins.ts', '--tree', 'no-folder/tree.svg')
    expect(unwritten).toMatchObject({ status: 2, stdout: '' })
    expect(unwritten.stderr).toMatch(/^multishot: no such folder: no-folder, where --tree no-folder/)
    const folder = multishot('run', 'coins.ts', '--tree', 'folder.svg')
    expect(folder.status).toBe(1)
    expect(folder.stderr).toMatch(/^multishot: cannot write: EISDIR/)
  })

  test('--stats prints every count at the end', () => {
    const { stderr } = multishot('run', 'coins.ts', '--stats')
    expect(stderr).toMatch(/^exhausted: 3 solutions.*\n {2}solutions +3\n {2}failed branches +1\n/)
  })

  test.each([
    [['iterative-deepening', '--start', '1', '--next', 'x3'], 'aax aay ax ay x y'],
    [['best-first', '--priority', 'longest'], 'aax aay ax ay x y'],
    [['beam', '--width', '1', '--priority', 'longest'], 'aax aay'],
    [['export:oldest'], 'x y ax ay aax aay'],
  ])('--strategy %j decides which branch goes next', (args, words) => {
    const { status, stdout, stderr } = multishot('run', 'words.ts', '--strategy', ...args)
    expect({ status, words: stdout.trimEnd().split('\n').join(' ') }).toEqual({ status: 0, words })
    expect(stderr).toMatch(args[0] === 'beam' ? /^pruned/ : /^exhausted/)
  })

  test('--seed decides what a random search finds first', () => {
    const words = (seed: string) =>
      multishot('run', 'words.ts', '--strategy=random-restarts', '--unit=1', `--seed=${seed}`).stdout
    const [one, again, other] = [words('3'), words('3'), words('4')]
    expect(one).toBe(again)
    expect(one).not.toBe(other)
    expect(one.split('\n').toSorted()).toEqual(other.split('\n').toSorted())
  })

  test('--merge explores a state once, and --stats counts how many others came to it', () => {
    const plain = multishot('run', 'coins.ts', '--export', 'walk')
    const merged = multishot('run', 'coins.ts', '--export', 'walk', '--merge', '--stats')
    expect(plain.stdout.trim().split('\n')).toHaveLength(16)
    expect(merged.stdout.trim().split('\n').toSorted()).toEqual([...'01122334'])
    expect(merged.stderr).toMatch(/merged states +3\n/)
  })

  test('an async program is waited for, --concurrency branches at a time', () => {
    const one = multishot('run', 'waiting.ts')
    expect(one).toMatchObject({ status: 0, stdout: '30\n10\n' })
    expect(one.stderr).toMatch(/^exhausted: 2 solutions/)
    expect(multishot('run', 'waiting.ts', '--concurrency', '3')).toMatchObject({ stdout: '10\n30\n' })
    const stuck = multishot('run', 'waiting.ts', '--export', 'stuck', '--timeout', '0.3')
    expect(stuck).toMatchObject({ status: 0, stdout: '' })
    expect(stuck.stderr).toMatch(/^time: 0 solutions/)
    const failing = multishot('run', 'waiting.ts', '--export', 'failing')
    expect(failing.status).toBe(1)
    expect(failing.stderr).toMatch(/waiting\.ts:15:\d+: RangeError: no answer/)
  })

  test.each([
    ['--steps', '10', /^steps: 0 solutions, .* 10 steps/],
    ['--forks', '3', /^forks: 2 solutions/],
    ['--depth', '2', /^depth: 2 solutions/],
    ['--frontier', '2', /^frontier: 0 solutions/],
    ['--memory', '0.0001', /^memory: 0 solutions/],
  ])('%s stops the search, and the status says so', (option, bound, message) => {
    const program = option === '--steps' ? ['endless.ts', '--export', 'silent'] : ['words.ts']
    const { status, stderr } = multishot('run', ...program, option, bound)
    expect(stderr).toMatch(message)
    expect(status).toBe(0)
  })

  test.each([
    [
      'export:nowhere',
      /^multishot: words\.ts:1:1: MS4001: .*Name one of its exports with --strategy export:NAME/,
    ],
    ['export:worth', /^multishot: words\.ts:\d+:\d+: MS4004: /],
  ])('a strategy that is none is refused (%s)', (strategy, message) => {
    const { status, stderr } = multishot('run', 'words.ts', '--strategy', strategy)
    expect(stderr).toMatch(message)
    expect(status).toBe(1)
  })

  test('a priority that is none is refused', () => {
    const { status, stderr } = multishot('run', 'words.ts', '--strategy=best-first', '--priority=oldest')
    expect(stderr).toMatch(/^multishot: words\.ts:\d+:\d+: MS4003: --priority names the export oldest, which/)
    expect(status).toBe(1)
  })

  test('--limit stops after so many solutions', () => {
    const { status, stdout, stderr } = multishot('run', 'endless.ts', '--limit', '3')
    expect({ status, stdout }).toEqual({ status: 0, stdout: '0\n1\n2\n' })
    expect(stderr).toMatch(/^limit: 3 solutions/)
  })

  test('--json prints one JSON value a line, whatever the value', () => {
    const { stdout } = multishot('run', 'values.ts', '--json')
    expect(stdout.split('\n')).toEqual([
      '"12345678901234567890"',
      '[[{"x":1},"a"]]',
      '[1]',
      '[0.5]',
      'null',
      '{"list":[null,null],"text":"a\\nb"}',
      '',
    ])
  })

  test('a solution that is no JSON is an error that says which one', () => {
    const { status, stdout, stderr } = multishot('run', 'cyclic.ts', '--json')
    expect({ status, stdout }).toEqual({ status: 1, stdout: '{}\n' })
    expect(stderr).toMatch(/^multishot: cyclic\.ts:3:\d+: MS4002: solution 2 cannot be written as JSON/)
  })

  test.each(['silent', 'stuck'])('--timeout ends a search that finds nothing (%s)', (name) => {
    const { status, stdout, stderr } = multishot('run', 'endless.ts', '--export', name, '--timeout', '0.2')
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' })
    expect(stderr).toMatch(/^time: 0 solutions/)
  })

  test('--expect-some makes it a failure to find nothing', () => {
    const some = (...args: string[]) => multishot('run', 'coins.ts', '--expect-some', ...args).status
    expect([some(), some('--export', 'nothing')]).toEqual([0, 1])
    expect(multishot('run', 'coins.ts', '--export', 'nothing').status).toBe(0)
  })

  test('what the program logs is not data', () => {
    const { stdout, stderr } = multishot('run', 'logs.ts')
    expect(stdout).toBe('1\n2\n')
    expect(stderr).toMatch(/^trying 1\ntrying 2\nexhausted/)
  })

  test('a reader that goes away ends the search quietly', () => {
    const pipe = `"${process.execPath}" "${command}" run endless.ts | head -n 2`
    expect(project.run('sh', ['-c', pipe])).toEqual({ status: 0, stdout: '0\n1\n', stderr: '' })
  })

  test.each(['default', 'silent', 'stuck'])('Ctrl-C ends it with the status so far (%s)', async (name) => {
    const { code, stderr } = await interrupted('run', 'loud.ts', '--export', name)
    expect(code).toBe(0)
    expect(stderr).toMatch(/^loaded\naborted: [\d,]+ solutions?, [\d,]+ choice points?/)
  })
})

/** Starts the command and interrupts it when the program has said that it is there. */
function interrupted(...args: string[]): Promise<{ code: number | null; stderr: string }> {
  return new Promise((settle) => {
    const child = spawn(process.execPath, [command, ...args], { cwd: project.directory })
    let stderr = ''
    child.stdout.resume()
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
    child.stderr.once('data', () => setTimeout(() => child.kill('SIGINT'), 500))
    child.on('close', (code) => settle({ code, stderr }))
  })
}
