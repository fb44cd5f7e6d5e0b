// The law of the move, on scripts whose result is known: run from inside the generator, each gives what it gave.

import vm from 'node:vm'
import { expect, test } from 'vitest'
import { inGenerator } from './in-generator.ts'

const resultOf = (script: string): unknown => vm.runInNewContext(`${script}\nresult`, { result: undefined })

test.each([
  'var { a, b = 2 } = { a: 1 }; result = a + b',
  'var f = () => 1; result = f.name',
  'var o = { x: { y() { return this === o.x } } }; result = [o?.x.y(), (o.x?.y)(), o.z?.y.w]+""',
  'result = typeof unbound',
  'result = 0; for (const i of [1, 2]) if (i > 1) result += i\nelse result -= i',
  'class A { [`k`]() { return 1 } static { result = new A().k() } }',
  'var o = { p: 1 }; delete o.p; result = `${"p" in o}`',
])('a script does the same inside a generator: %s', (script) => {
  const moved = inGenerator(script)
  expect(moved).toContain('yield')
  expect(resultOf(moved!)).toBe(resultOf(script))
})

test('a script with direct eval is not moved', () => {
  expect(inGenerator('eval("1")')).toBeNull()
})
