import { expect, test } from 'vitest'
import { parses } from '../../testing/parses.ts'
import { compile } from './index.ts'

const bodies = [
  '{ { function f() {} } { var f } }',
  '{ { function f() {} } var f }',
  'for (;;) { if (1) function f() {} for (var f of []); }',
  'a: { { function f() {} function f() {} } var [f] = [] }',
  '{ switch (1) { case 1: function f() {} } for (var f in {}); }',
  '{ function f() {} var f }',
  '{ function f() {} { var f } }',
  '{ let f; { var f } }',
  '{ { function f() {} } var f; let f }',
  '{ { function* f() {} } let f; { var f } }',
  'switch (1) { case 1: function f() {} case 2: var f }',
  'function f() {} let f',
]

test.for(bodies)('%s is as good as the engine says', (body) => {
  const source = `function* main() { ${body} }`
  const { diagnostics } = compile(source, { filename: 'program.js', sourceType: 'script' })
  expect(diagnostics.length === 0).toBe(parses(source))
})
