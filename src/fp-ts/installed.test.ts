// `multishot/fp-ts` as a user has it: built, in plain Node.js, seen by TypeScript through its declarations.

import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { makeProject, root } from '../../testing/project.ts'

const program = `
import { pipe } from 'fp-ts/lib/function.js'
import * as RA from 'fp-ts/lib/ReadonlyArray.js'
import { amb, clone, solve, Stream } from 'multishot'
import { program as P, stream as S } from 'multishot/fp-ts'

const pairs = pipe(
  P.Do,
  P.bind('n', () => P.ask(amb(1, 2))),
  P.bind('c', () => P.ask(amb('x', 'y'))),
  P.filter(({ n, c }) => n === 2 || c === 'y'),
  P.map(({ n, c }) => c.repeat(n)),
)
const found: Stream<string> = solve(pairs)
console.log(pipe(found, S.map((word) => word.length), S.alt(() => S.of(0))).toArray().join())
const traversed: Stream<readonly number[]> = RA.traverse(S.Applicative)((n: number) => Stream.of(n, -n))([1, 2])
console.log(traversed.toArray().join(' '))
const started = pairs()
started.next()
console.log(clone(started) !== started)
`

const project = makeProject(
  {
    'package.json': '{ "type": "module" }',
    'main.ts': program,
    'main.js': program.replaceAll(/: Stream<.+?>+ =/g, ' =').replaceAll(': number', ''),
  },
  ['fp-ts'],
)
afterAll(project.remove)

describe('multishot/fp-ts from the package', () => {
  test('searches composed programs in plain Node.js, which compiles nothing', () => {
    expect(project.run('node', ['main.js'])).toEqual({
      status: 0,
      stdout: '1,2,2,0\n1,2 1,-2 -1,2 -1,-2\ntrue\n',
      stderr: '',
    })
  })

  test('is typed where modules are resolved as Node.js and as bundlers do', () => {
    const tsc = join(root, 'node_modules/typescript/bin/tsc')
    const strict = ['--strict', '--noEmit', '--target', 'es2023', '--lib', 'es2023,dom']
    for (const [module, resolution] of [
      ['nodenext', 'nodenext'],
      ['esnext', 'bundler'],
    ] as const) {
      const options = [...strict, '--module', module, '--moduleResolution', resolution]
      expect(project.run('node', [tsc, ...options, 'main.ts'])).toMatchObject({ status: 0, stdout: '' })
    }
  }, 60_000)
})
