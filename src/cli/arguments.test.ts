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
    limit: Infinity,
    timeout: Infinity,
    format: 'text',
    expectSome: false,
    view: { trace: false, tree: undefined, whyNot: false },
    stats: false,
  })
})

test('options may stand on either side of the file', () => {
  expect(
    parse('run', '--limit', '3', 'a.ts', '--timeout=0.5', '--json', '--export', 'f', '--expect-some'),
  ).toEqual({
    tag: 'run',
    file: 'a.ts',
    exportName: 'f',
    limit: 3,
    timeout: 0.5,
    format: 'json',
    expectSome: true,
    view: { trace: false, tree: undefined, whyNot: false },
    stats: false,
  })
})

test('compile takes a path and the folder to write to', () => {
  expect(parse('compile', 'src', '--out', 'dist')).toEqual({
    tag: 'compile',
    path: 'src',
    out: 'dist',
    runtime: undefined,
    map: true,
    explain: false,
  })
  expect(parse('compile', '--no-map', '--explain', '--runtime=global:ms', 'a.ts', '--out=b')).toEqual({
    tag: 'compile',
    path: 'a.ts',
    out: 'b',
    runtime: { global: 'ms' },
    map: false,
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
