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

  test('is made of a list that ends in a ring, or in two cells that share a third', () => {
    type Cell = { n: number; next: Cell | null; other?: Cell }
    const cells: Cell[] = Array.from({ length: 40 }, (_, n) => ({ n, next: null }))
    cells.forEach((cell, n) => (cell.next = cells[n + 1] ?? null))
    for (const target of [0, 1, 17, 39]) {
      cells[39]!.next = cells[target]!
      const copies: Cell[] = []
      for (let cell = copyOfData(cells[0]!) as Cell; copies.length < 40; cell = cell.next!) copies.push(cell)
      expect(copies.map(({ n }) => n)).toEqual(cells.map(({ n }) => n))
      expect(copies[39]!.next).toBe(copies[target])
      expect(new Set([...copies, ...cells])).toHaveProperty('size', 80)
    }
    cells[39]!.next = null
    cells[20]!.other = cells[39]!
    let copy = copyOfData(cells[0]!) as Cell
    while (copy.n < 20) copy = copy.next!
    const { other } = copy
    while (copy.n < 39) copy = copy.next!
    expect(copy).toBe(other)
    expect(copy).not.toBe(cells[39])
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
