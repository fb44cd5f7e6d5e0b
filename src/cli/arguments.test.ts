import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { parseArguments } from './arguments.ts'

let stdout = ''
let stderr = ''

beforeEach(() => {
  stdout = stderr = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((stdout += text)))
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((stderr += text)))
})
afterEach(() => vi.restoreAllMocks())

const parse = (...args: string[]) => parseArguments(args, '1.2.3')

test('what is not said has its default', () => {
  expect(parse('run', 'a.ts')).toEqual({
    tag: 'run',
    file: 'a.ts',
    exportName: 'default',
    strategy: { name: 'depth-first' },
    merge: false,
    bounds: {},
    format: 'text',
    expectSome: false,
    view: { trace: false, tree: undefined, whyNot: false },
    stats: false,
    copiesAbove: 1000,
  })
})

test('options may stand on either side of the file', () => {
  expect(
    parse('run', '--limit', '3', 'a.ts', '--timeout=0.5', '--json', '--export', 'f', '--expect-some'),
  ).toEqual({
    tag: 'run',
    file: 'a.ts',
    exportName: 'f',
    strategy: { name: 'depth-first' },
    merge: false,
    bounds: { solutions: 3, time: 500 },
    format: 'json',
    expectSome: true,
    view: { trace: false, tree: undefined, whyNot: false },
    stats: false,
    copiesAbove: 1000,
  })
})

test('a strategy comes with the options that it takes', () => {
  const strategy = (...args: string[]) => {
    const task = parse('run', 'a.ts', '--strategy', ...args)
    return task.tag === 'run' ? task.strategy : task
  }
  expect(strategy('beam', '--width', '10', '--priority', 'left')).toEqual({
    name: 'beam',
    width: 10,
    priority: 'left',
  })
  expect(strategy('iterative-deepening', '--start', '4', '--next', 'x2')).toEqual({
    name: 'iterative-deepening',
    start: 4,
    next: { by: 'product', amount: 2 },
  })
  expect(strategy('random-restarts', '--seed=-3', '--unit=64')).toEqual({
    name: 'random-restarts',
    seed: -3,
    unit: 64,
  })
  expect(strategy('monte-carlo', '--exploration', '0', '--reward', 'worth')).toEqual({
    name: 'monte-carlo',
    exploration: 0,
    reward: 'worth',
  })
  expect(strategy('export:mine')).toEqual({ name: 'export:mine' })
})

test('bounds have the names and units that solve has', () => {
  const args = [
    '--limit=1',
    '--steps=1000',
    '--timeout=2',
    '--forks=3',
    '--depth=4',
    '--frontier=5',
    '--memory=0.5',
  ]
  expect(parse('run', 'a.ts', '--merge', ...args)).toMatchObject({
    merge: true,
    bounds: { solutions: 1, steps: 1000, time: 2000, forks: 3, depth: 4, frontier: 5, memory: 524_288 },
  })
})

test('compile takes a path and the folder to write to', () => {
  expect(parse('compile', 'src', '--out', 'dist')).toEqual({
    tag: 'compile',
    path: 'src',
    out: 'dist',
    runtime: undefined,
    map: true,
    comments: false,
    explain: false,
  })
  expect(
    parse('compile', '--no-map', '--explain', '--comments', '--runtime=global:ms', 'a.ts', '--out=b'),
  ).toEqual({
    tag: 'compile',
    path: 'a.ts',
    out: 'b',
    runtime: { global: 'ms' },
    map: false,
    comments: true,
    explain: true,
  })
})

describe('a wrong command line is refused and says why', () => {
  test.each([
    [['run'], /missing required argument 'file'/],
    [['run', 'a.ts', 'b.ts'], /too many arguments/],
    [['run', 'a.ts', '--limit', '0'], /whole number/],
    [['run', 'a.ts', '--tree', 'tree.png'], /ends in .svg, .html, .dot, .mmd or .json/],
    [['run', 'a.ts', '--limit', '1.5'], /whole number/],
    [['run', 'a.ts', '--limit'], /argument missing/],
    [['run', 'a.ts', '--timeout', '-1'], /number of seconds/],
    [['run', 'a.ts', '--timeout', 'soon'], /number of seconds/],
    [['run', 'a.ts', '--jsn'], /unknown option '--jsn'\n\(Did you mean --json\?\)/],
    [['run', 'a.ts', '--steps', '1e3'], /whole number/],
    [['run', 'a.ts', '--strategy', 'random'], /Write depth-first, .* monte-carlo or export:NAME/],
    [['run', 'a.ts', '--strategy', 'export:'], /or export:NAME/],
    [['run', 'a.ts', '--strategy', 'beam'], /--strategy beam .* add --width, such as --width 100/],
    [['run', 'a.ts', '--strategy=fair', '--width=2'], /'--width' goes with --strategy beam, .* is fair/],
    [['run', 'a.ts', '--seed=2'], /'--seed' goes with .*random-restarts or .*monte-carlo, .* depth-first/],
    [['run', 'a.ts', '--strategy=export:mine', '--unit=2'], /'--unit' goes with --strategy random-restarts/],
    [['run', 'a.ts', '--strategy=iterative-deepening', '--next=x1'], /Write \+n .* or xn/],
    [['run', 'a.ts', '--strategy=iterative-deepening', '--next=3'], /Write \+n .* or xn/],
    [['run', 'a.ts', '--strategy=monte-carlo', '--exploration=-1'], /a number from 0 on/],
    [['run', 'a.ts', '--depth', '0'], /whole number/],
    [['run', 'a.ts', '--memory', '1GB'], /number of megabytes, such as 500/],
    [['compile', 'a.ts'], /required option '--out <folder>' not specified/],
    [['compile', '--out', 'b'], /missing required argument 'path'/],
    [['compile', 'a.ts', '--out', 'b', '--runtime', 'global:'], /import, require or global:NAME/],
    [['walk', 'a.ts'], /unknown command 'walk'/],
    [[], /^Usage: multishot/],
  ])('%j', (args, message) => {
    expect(parse(...args)).toEqual({ tag: 'nothing', exitCode: 2 })
    expect(stderr).toMatch(message)
    expect(stdout).toBe('')
  })
})

test('help and version are answers, not complaints', () => {
  expect(parse('--version')).toEqual({ tag: 'nothing', exitCode: 0 })
  expect(parse('run', '--help')).toEqual({ tag: 'nothing', exitCode: 0 })
  expect(stdout).toMatch(/^1\.2\.3\nUsage: multishot run[^]*--expect-some/)
  expect(stderr).toBe('')
})
