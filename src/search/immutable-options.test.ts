// Immutable.js collections as options, and in the variables of branches: shared, never copied.

import { List, Map, OrderedMap, OrderedSet, Range, Record, Repeat, Seq, Set, Stack } from 'immutable'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { amb, choose, guard, solve, type Stream } from '../index.ts'

const Point = Record({ x: 0, y: 0 })

function* chosen<A>(options: Iterable<A>) {
  return yield* choose(options)
}

describe('choose takes', () => {
  test.each<[string, Iterable<unknown>, readonly unknown[]]>([
    ['a List', List([1, 2]), [1, 2]],
    ['a Set', Set([1, 2]), [1, 2]],
    ['an OrderedSet', OrderedSet([2, 1]), [2, 1]],
    ['a Stack', Stack([1, 2]), [1, 2]],
    ['the entries of a Map', Map([['a', 1]]), [['a', 1]]],
    [
      'the entries of an OrderedMap',
      OrderedMap({ b: 1, a: 2 }),
      [
        ['b', 1],
        ['a', 2],
      ],
    ],
    ['the keys of a Map', OrderedMap({ b: 1, a: 2 }).keySeq(), ['b', 'a']],
    [
      'the entries of a Record',
      Point({ x: 1 }),
      [
        ['x', 1],
        ['y', 0],
      ],
    ],
    ['a Seq', Seq([1, 2]).map((n) => n * 2), [2, 4]],
    ['a Range', Range(0, 3), [0, 1, 2]],
    ['nothing', List(), []],
  ])('%s', (_name, options, solutions) => {
    expect(solve(() => chosen(options)).toArray()).toEqual(solutions)
  })

  test('an infinite Seq, as far as somebody asks', () => {
    let computed = 0
    const squares = Range(0, Infinity).map((n) => (computed++, n * n))
    const stream = solve(function* () {
      const square = yield* choose(squares)
      yield* guard(square % 2 === 1)
      return square
    })
    expectTypeOf(stream).toEqualTypeOf<Stream<number>>()
    expect(computed).toBe(0)
    expect(stream.take(3).toArray()).toEqual([1, 9, 25])
    expect(computed).toBe(6)
    expect(
      solve(() => chosen(Repeat('x')))
        .take(2)
        .toArray(),
    ).toEqual(['x', 'x'])
  })

  test('one collection many times', () => {
    const letters = List(['a', 'b'])
    const words = solve(function* () {
      let word = ''
      for (let i = 0; i < 2; i++) word += yield* choose(letters)
      return word
    })
    expect(words.toArray()).toEqual(['aa', 'ab', 'ba', 'bb'])
  })
})

describe('collections are shared', () => {
  const rows = List([List([1]), List([2])])

  test('as options', () => {
    expect(solve(() => chosen(rows)).toArray()[1]).toBe(rows.get(1))
    const stream = solve(function* () {
      return yield* amb(rows, Map())
    })
    expect(stream.toArray()[0]).toBe(rows)
  })

  test('in the variables of branches that go on from them', () => {
    const stream = solve(function* () {
      let seen = rows
      const first = seen
      for (let i = 0; i < 2; i++) seen = seen.push(List([yield* amb(3, 4)]))
      return { seen, first }
    })
    const found = stream.toArray()
    expect(found.map(({ seen }) => seen.slice(2).flatten().toArray())).toEqual([
      [3, 3],
      [3, 4],
      [4, 3],
      [4, 4],
    ])
    for (const { seen, first } of found) {
      expect(first).toBe(rows)
      expect(seen.get(0)).toBe(rows.get(0))
    }
  })

  test('beside arrays, which are not', () => {
    const stream = solve(function* () {
      const both = { list: rows, array: [0] }
      both.array.push(yield* amb(1, 2))
      return both
    })
    expect(stream.toArray().map(({ array }) => array)).toEqual([
      [0, 1],
      [0, 2],
    ])
    for (const { list } of stream) expect(list).toBe(rows)
  })
})
