import { expect, test } from 'vitest'
import { holdsGenerator } from './candidate.ts'

test.each([
  'function* walk() {}',
  'function *walk() {}',
  'export default function*(){}',
  'async function * pages() {}',
  'function /* why */ * walk() {}',
  'function // why\n* walk() {}',
  'const o = { *walk() {} }',
  'const o = { a, *walk() {} }',
  'const o = { async *walk() {} }',
  'const o = { async* walk() {} }',
  'class C { *[Symbol.iterator]() {} }',
  'class C { static *walk() {} }',
  'class C { x\n *walk() {} }',
  'class C { f() {} * "walk"() {} }',
  'class C { *#walk() {} }',
  'class C { *\\u0061() {} }',
  'class C { *é() {} }',
  'class C { *1() {} }',
  'class C { * /* why */ walk() {} }',
  'class C { * // why\n walk() {} }',
  'class C { static /* why */ *walk() {} }',
  'class C { f() {} /* why */ *walk() {} }',
  'class C { // why\n *walk() {} }',
  'class C { public *walk() {} }',
  'class C { private *#walk() {} }',
  'class C { protected override *walk() {} }',
  'class C { override async *walk() {} }',
  'class C { @logged *walk() {} }',
  'class C { @logged() *walk() {} }',
  'class C { @logged({ at: 1 }) private *walk() {} }',
  'class C {\n  @logged({\n    at: 1,\n  }) *walk() {}\n}',
])('a generator is seen in %j', (source) => {
  expect(holdsGenerator(source)).toBe(true)
})

test.each(['const x = a * b', 'f(a) * g(b)', '/** A comment. */ export const x = 1', '// 2 * 3', 'x **= 2'])(
  'no parser is paid for %j',
  (source) => {
    expect(holdsGenerator(source)).toBe(false)
  },
)
