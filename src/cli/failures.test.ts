// What the built command says of programs and command lines that are wrong, in real processes.

import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { makeProject, root } from '../../testing/project.ts'

const project = makeProject({
  'package.json': '{ "type": "module" }',
  'coins.ts': `import { amb } from 'multishot'\nexport default function* () {\n  return yield* amb('heads', 'tails')\n}`,
  'throws.ts': `import { amb } from 'multishot'

function check(n: number): number {
  if (n === 2) throw new RangeError('two', { cause: 'a whim' })
  return n
}
export default function* () {
  const n: number = yield* amb(1, 2, 3)
  return check(n)
}`,
  'syntax.ts': 'export default function* () {\n  const = 1\n}',
  'decorated.ts': `export class Plain {
  @logged field = 1
}
export default function* () {}
function logged(..._given: unknown[]): any {}`,
  'imports-syntax.ts': `import './plain.js'\nexport default function* () {}`,
  'plain.js': 'export const x = 1\nexport const y = = 2',
  'no-program.ts': 'export const a = 1\nexport default { a }',
  'no-default.ts': 'export function* named() {}\nexport const other = 1',
  'parameters.ts': 'export default function* queens(n: number) {\n  return n\n}',
  'plain-yield.ts': 'export default function* () {\n  yield 1\n}',
  'missing-import.ts': `import 'not-installed'\nexport default function* () {}`,
  'throws-object.ts': `import { amb } from 'multishot'
export default function* () {
  const n: number = yield* amb(1, 2)
  if (n === 2) throw { wrong: [n] }
  return n
}`,
  'class.ts': 'export default class Knights { *walk() { yield 1 } }',
  'effect.ts': `import { amb } from 'multishot'\nexport default () => amb(1, 2)`,
  'undefined.ts': 'const nothing: any = undefined\nexport default function* () {\n  yield* nothing\n}',
  'not-called.ts': `const pick: any = function* pick() {}

export default function* () {
  return yield* pick
}`,
  'choose.ts': `import { choose } from 'multishot'\nexport default function* () {\n  return yield* choose(5 as any)\n}`,
  'cost.ts': `import { cost } from 'multishot'\nexport default function* () {\n  yield* cost(-1)\n}`,
  'estimate.ts': `import { estimate } from 'multishot'\nexport default function* () {\n  yield* estimate(NaN)\n}`,
  'resource.ts': `import { resource } from 'multishot'\nexport default function* () {\n  return yield* resource(() => 1, null as any)\n}`,
  'on-fork.ts': `import { resource } from 'multishot'\nexport default function* () {\n  return yield* resource(() => 1, () => {}, { onFork: 'copy' as any })\n}`,
  'priority.ts': `import { amb, bestFirst, solve } from 'multishot'

const inner = function* () {
  const n: number = yield* amb(1, 2)
  return n
}
export default function* () {
  const strategy = bestFirst({ priority: ({ variables }) => variables['m'] as number })
  return solve(inner, { strategy }).toArray()
}`,
  'beam.ts': `import { amb, beam, solve } from 'multishot'

export default function* () {
  return solve(() => amb(1, 2), { strategy: beam({ width: 0 }) }).toArray()
}`,
  'exits.ts': `export default function* () { process.exit(3) }`,
})
afterAll(() => project.remove())

const multishot = (...args: string[]) => project.run(process.execPath, [join(root, 'dist/cli.js'), ...args])

describe('what goes wrong in the program is shown with its place', () => {
  test.each([
    [
      'throws.ts',
      /^multishot: throws\.ts:4:22: RangeError: two\n {4}at check \(throws\.ts:4:22\)\n {4}at .*throws\.ts:9:10/,
    ],
    ['syntax.ts', /syntax\.ts:2:9/],
    ['decorated.ts', /^multishot: .*decorated\.ts:2:3: error MS5004: .*\n.*\n> 2 \|   @logged field = 1/],
    ['imports-syntax.ts', /plain\.js:2:18/],
    ['no-program.ts', /^multishot: no-program\.ts:2:\d+: MS3001: /],
    ['no-default.ts', /^multishot: no-default\.ts:1:1: MS4001: .*it exports named, other\./],
    ['parameters.ts', /^multishot: parameters\.ts:1:26: MS3002: /],
    ['plain-yield.ts', /^multishot: plain-yield\.ts:[12]:\d+: MS3006: /],
    ['missing-import.ts', /^multishot: missing-import\.ts:.*not-installed/],
    [
      'throws-object.ts',
      /^multishot: throws-object\.ts:2:\d+: the program threw \{ wrong: \[ 2 \] \}, which has no place\. Throw an `Error`/,
    ],
    [
      'class.ts',
      /^multishot: class\.ts:1:\d+: MS3001: .*the class Knights\. Write solve\(\(\) => new Knights/,
    ],
    [
      'effect.ts',
      /^multishot: effect\.ts:2:\d+: MS3003: .*the effect 'choice' without asking for it\. Ask for it/,
    ],
    [
      'undefined.ts',
      /^multishot: undefined\.ts:3:3: TypeError: undefined is not iterable\. `yield\*` stands before an effect, as in `yield\* amb\(1, 2\)`/,
    ],
    [
      'not-called.ts',
      /^multishot: not-called\.ts:4:10: TypeError: a function is not iterable\. Call it: `yield\* pick\(…\)`\./,
    ],
    ['choose.ts', /^multishot: choose\.ts:3:\d+: MS3101: /],
    [
      'cost.ts',
      /^multishot: cost\.ts:3:10: MS3105: cost\(amount\) needs a number that is not negative, got -1\. /,
    ],
    ['estimate.ts', /^multishot: estimate\.ts:3:10: MS3106: estimate\(amount\) needs a number, got NaN\./],
    ['resource.ts', /^multishot: resource\.ts:3:17: MS3103: .* needs a function as `close`, got null\. /],
    ['on-fork.ts', /^multishot: on-fork\.ts:3:17: MS3104: The option `onFork` of resource must be 'share'/],
    ['priority.ts', /^multishot: priority\.ts:4:21: MS3009: a priority must be a number, got undefined\. /],
    ['beam.ts', /^multishot: beam\.ts:4:45: MS3012: beam\(\{ width \}\) needs a number from 1, got 0: /],
    ['exits.ts', /^multishot: exits\.ts: the program ended the process itself, with exit code 3/],
  ])('%s', (file, message) => {
    const { status, stderr } = multishot('run', file)
    expect(stderr).toMatch(message)
    expect(stderr).not.toMatch(/^ +at .*(?:dist\/|node:)/m)
    expect(status).toBe(1)
  })

  test('the solutions before the error are printed', () => {
    expect(multishot('run', 'throws.ts').stdout).toBe('1\n')
  })
})

describe('the exit code is 2', () => {
  test.each([
    [['run', 'nowhere.ts'], /^multishot: no such file: nowhere\.ts\n$/],
    [['run', '.'], /^multishot: not a file: \.\n$/],
    [
      ['run', 'package.json'],
      /^multishot: no program: package\.json\. Name the JavaScript or TypeScript file/,
    ],
    [['run', 'coins.ts', '--limt', '3'], /unknown option '--limt'\n\(Did you mean --limit\?\)/],
  ])('for %j', (args, message) => {
    const { status, stdout, stderr } = multishot(...args)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(message)
  })
})
