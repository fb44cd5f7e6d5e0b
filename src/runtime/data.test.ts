import { describe, expect, test } from 'vitest'
import { amb, solve } from 'multishot'
import { copyOfData } from './data.ts'

describe('a copy of plain data', () => {
  test('has the aliases and the cycles of its source, and none of its objects', () => {
    const shared = { n: 1 }
    const source: Record<string, unknown> = { one: shared, other: [shared, [shared]] }
    source['self'] = source
    const copy = copyOfData(source) as { one: object; other: [object, [object]]; self: object }
    expect(copy).toEqual(source)
    expect(copy).not.toBe(source)
    expect(copy.one).not.toBe(shared)
    expect(copy.other[0]).toBe(copy.one)
    expect(copy.other[1][0]).toBe(copy.one)
    expect(copy.self).toBe(copy)
  })

  test('is as long as its source', () => {
    type Cell = { readonly head: number; readonly tail: Cell | null }
    let list: Cell | null = null
    for (let head = 0; head < 50_000; head++) list = { head, tail: list }
    let length = 0
    for (let cell = copyOfData(list!) as Cell | null; cell !== null; cell = cell.tail) length++
    expect(length).toBe(50_000)
  })

  test('passes on what has a class', () => {
    const date = new Date(0)
    expect(copyOfData({ date })).toHaveProperty('date', date)
    expect((copyOfData({ date }) as { date: Date }).date).toBe(date)
  })

  test.each([
    ['a function', { f: () => 1 }],
    ['an array with a hole', { list: [1, , 3] }], // oxlint-disable-line no-sparse-arrays
    ['an array with a property', { list: Object.assign([1], { note: 'x' }) }],
  ])('is not made of %s', (_, source) => {
    expect(copyOfData(source)).toBe(null)
  })
})

test('solutions of one search have no object in common, nor with a branch that goes on', () => {
  const solutions = solve(function* () {
    const pair = { left: { n: 0 }, right: [0] }
    const both = { first: pair, second: pair }
    yield* amb(1, 2)
    const digit = yield* amb(3, 4)
    return { both, digit }
  })
  for (const { both, digit } of solutions) {
    expect(both).toEqual({ first: { left: { n: 0 }, right: [0] }, second: { left: { n: 0 }, right: [0] } })
    expect(both.first).toBe(both.second)
    both.first.left.n = digit
    both.first.right.push(digit)
  }
  expect(solutions.toArray()).toHaveLength(4)
})

test('what stands under a symbol, or is frozen, leaves as it is everywhere', () => {
  const key = Symbol('key')
  const found = solve(function* () {
    const inner = Object.freeze({ n: 1 })
    const under = { n: 2 }
    yield* amb(1, 2)
    return { inner, [key]: under }
  }).toArray()
  const [one, other] = found as [(typeof found)[number], (typeof found)[number]]
  expect(Object.isFrozen(one.inner)).toBe(true)
  expect(one[key]).toEqual({ n: 2 })
  expect(one[key]).not.toBe(other[key])
})
