/**
 * The laws of written generators: for random programs, for damaged data, and across processes.
 */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { serialize } from 'multishot/frames'
import { compileProgram } from '../compiled.ts'
import { withDeadline } from '../deadline.ts'
import { programs } from '../programs/index.ts'
import { inputs, scripts } from '../scripts.ts'
import { steadily } from '../steady.ts'
import { everything } from './everything.ts'
import { assertHarmless, assertRoundTrip, damage } from './serialize-laws.ts'

test('random programs go on identically after they were written and read', () => {
  const counts = { written: 0, refused: 0 }
  const history = fc.array(scripts({ operations: 8, generators: 2 }), { minLength: 1, maxLength: 2 })
  const law = fc.property(programs(), history, inputs(6), ({ source }, scripted, further) => {
    const compiled = compileProgram(source)
    if (compiled.tag === 'refused') return
    steadily(() => withDeadline(5000, () => assertRoundTrip(compiled.code, scripted, further, counts)))
  })
  expect(fc.assert(law, { seed: 2_026, numRuns: 80 })).toBeUndefined()
  expect(counts.written).toBeGreaterThan(counts.refused)
}, 120_000)

const puts = fc.oneof(
  fc.constant(undefined),
  fc.jsonValue({ maxDepth: 2 }),
  fc.integer({ min: -2, max: 40 }),
  fc.integer({ min: 0, max: 30 }).map((node) => [node]),
  fc.constantFrom(1e9, 4294967295, 2 ** 53, '__proto__', 'polluted', 'frame', 'bottom', 'closure', 'view'),
  fc.constantFrom('array', 'in array', 'in collection', 'generator', 'buffer', 'sparse', 'made', 'map'),
  fc.constantFrom(
    ['built-in', 'Object'],
    ['built-in', 'Function'],
    ['uninitialised'],
    ['bigint', '1n'],
    ['-0'],
  ),
)

test('damaged data gives a generator or a MultishotError, and nothing else', () => {
  const g = everything()
  for (let i = 0; i < 3; i++) g.next()
  const data = serialize(g)
  const counts = { read: 0, refused: 0 }
  const anywhere = fc.array(fc.nat(400), { minLength: 1, maxLength: 4 })
  const inNodes = fc.tuple(fc.constant(2), fc.nat(400), fc.nat(400))
  const place = fc.record({ path: fc.oneof({ weight: 5, arbitrary: inNodes }, anywhere), put: puts })
  const law = fc.property(fc.array(place, { minLength: 1, maxLength: 2 }), (damages) => {
    counts[withDeadline(5000, () => assertHarmless(damages.reduce<unknown>(damage, data)))]++
  })
  expect(fc.assert(law, { seed: 2_026, numRuns: 3000 })).toBeUndefined()
  expect(counts.refused).toBeGreaterThan(500)
  expect(counts.read).toBeGreaterThan(100)
}, 120_000)

test('text with letters changed, cut or put in gives a generator or a MultishotError, if it is JSON at all', () => {
  const g = everything()
  g.next()
  const text = JSON.stringify(serialize(g))
  const counts = { read: 0, refused: 0, broken: 0 }
  const put = fc.oneof(
    fc.string({ maxLength: 2 }),
    fc.constantFrom('0', '9', '1e9', '-', '[]', 'null', '2,3'),
  )
  const change = fc.record({ at: fc.nat(text.length), cut: fc.nat(2), put })
  const law = fc.property(fc.array(change, { minLength: 1, maxLength: 2 }), (changes) => {
    const changed = changes.reduce(
      (before, { at, cut, put: letters }) => before.slice(0, at) + letters + before.slice(at + cut),
      text,
    )
    const data = parsed(changed)
    counts[data === null ? 'broken' : withDeadline(5000, () => assertHarmless(data.json))]++
  })
  expect(fc.assert(law, { seed: 2_026, numRuns: 3000 })).toBeUndefined()
  expect(counts.refused).toBeGreaterThan(200)
  expect(counts.read).toBeGreaterThan(20)
}, 120_000)

function parsed(text: string): { readonly json: unknown } | null {
  try {
    return { json: JSON.parse(text) as unknown }
  } catch {
    return null
  }
}

const deep = (depth: number): unknown => {
  let value: unknown = []
  for (let i = 0; i < depth; i++) value = [value]
  return value
}

test('what is no written generator is refused: anything, bytes, and data as deep as it gets', () => {
  const anything = fc.anything({
    withBigInt: true,
    withBoxedValues: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withSet: true,
    withSparseArray: true,
    withTypedArray: true,
  })
  const law = fc.property(fc.oneof(anything, fc.string(), fc.uint8Array()), (data) => {
    expect(withDeadline(5000, () => assertHarmless(data))).toBe('refused')
  })
  expect(fc.assert(law, { seed: 2_026, numRuns: 1000 })).toBeUndefined()
  const data = serialize(everything())
  for (const put of [deep(100_000), { frame: deep(100_000) }, 'x'.repeat(1e6)]) {
    expect(assertHarmless(put)).toBe('refused')
    for (let key = 0; key < 5; key++)
      expect(() =>
        withDeadline(5000, () => assertHarmless(damage(data, { path: [key, 0], put }))),
      ).not.toThrow()
  }
}, 120_000)

test('a generator goes on in another process', () => {
  const run = (...args: string[]): string =>
    execFileSync(
      process.execPath,
      ['--import', 'multishot/register', join(import.meta.dirname, 'other-process.ts'), ...args],
      { encoding: 'utf8' },
    ).trim()
  const whole = run('whole').split('\n')
  for (const steps of [1, 5]) {
    const [text, ...before] = run('write', String(steps)).split('\n').toReversed()
    const after = run('read', text!).split('\n')
    expect([...before.toReversed(), ...after]).toEqual(whole)
  }
}, 120_000)
