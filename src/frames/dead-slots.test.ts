// Frames that keep a slot for a variable which is dead there: nothing of it is written, compared or told.

import { expect, test } from 'vitest'
import { compile } from '../compiler/index.ts'
import * as runtime from '../runtime/index.ts'
import { deserialize, equals, hash, inspect, serialize } from './index.ts'

const count = 60
const names = Array.from({ length: count }, (_, i) => `value${i}`)

/** So many variables at so many suspensions that all share one constructor: in most frames most slots are dead. */
const source = `
  function* main(given) {
    ${names.map((name, i) => `const ${name} = [given, ${i}]\n    yield ${name}.length`).join('\n    ')}
    const total = [${names.join(', ')}].length
    yield total
    return total
  }
  log.main = main`

const { code } = compile(source, {
  filename: 'dead.js',
  sourceType: 'commonjs',
  runtime: { global: 'multishotRuntime' },
})
Object.assign(globalThis, { multishotRuntime: runtime })
const made: { main?: (given: unknown) => Generator<number, number, number> } = {}
new Function('log', code)(made)

/** Brought to its `at`-th suspension. */
function suspended(given: unknown, at: number): Generator<number, number, number> {
  const generator = made.main!(given)
  for (let i = 0; i <= at; i++) generator.next(0)
  return generator
}

test('the function has points with dead slots, or this says nothing', () => {
  const { $code } = runtime.cursorOf(suspended('given', 0))!.stack as never as {
    $code: { points: number[][] }
  }
  expect($code.points.filter((row) => row.length > 4).length).toBeGreaterThan(count)
})

test.each([0, 1, 30, count - 2, count - 1, count])('at suspension %i, what is dead is not told', (at) => {
  const generator = suspended('needle', at)
  const live = at < count ? names.slice(0, at + 1) : ['total']
  const told = inspect(generator).frames[0]!.variables.map(({ name }) => name)
  expect(told.toSorted()).toEqual([...live, ...(at < count - 1 ? ['given'] : [])].toSorted())
  const written = JSON.stringify(serialize(generator))
  expect(written.includes('needle')).toBe(at < count)
  const copy = deserialize(JSON.parse(written), {}) as typeof generator
  expect(equals(copy, generator)).toBe(true)
  expect(hash(copy)).toBe(hash(generator))
  expect(written).toBe(JSON.stringify(serialize(copy)))
  const rest = (one: typeof generator): unknown[] => Array.from({ length: count }, () => one.next(1))
  expect(rest(copy)).toEqual(rest(generator))
})

test('two that differ only in what is dead are equal, and are written alike', () => {
  const [one, other] = [suspended('one', count), suspended(['other'], count)]
  expect(equals(one, other)).toBe(true)
  expect(hash(one)).toBe(hash(other))
  expect(serialize(one)).toEqual(serialize(other))
  expect(equals(suspended('one', 3), suspended(['other'], 3))).toBe(false)
})
