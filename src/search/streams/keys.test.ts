import fc from 'fast-check'
import { List, Map as ImmutableMap, Record, Set as ImmutableSet } from 'immutable'
import { describe, expect, test } from 'vitest'
import { Stream } from '../../index.ts'
import { distinct, groupBy } from './index.ts'
import { hashOf, KeySet, sameKey } from './keys.ts'

class Point {
  constructor(readonly x: number) {}
}

class Amount {
  constructor(
    readonly cents: number,
    readonly note: string,
  ) {}
  equals(other: unknown): boolean {
    return other instanceof Amount && other.cents === this.cents
  }
  hashCode(): number {
    return this.cents
  }
}

const Pair = Record({ left: 0, right: 0 })
const point = new Point(1)
const symbol = Symbol('symbol')

describe('the same are', () => {
  test.each([
    ['numbers', 1.5, 1.5],
    ['NaN', NaN, NaN],
    ['zeros', 0, -0],
    ['bigints', 10n ** 20n, 10n ** 20n],
    ['strings', 'ab', 'ab'],
    ['symbols', symbol, symbol],
    ['arrays that hold the same', [1, ['a'], null], [1, ['a'], null]],
    ['arrays with the same holes', [, 1], [, 1]], // oxlint-disable-line no-sparse-arrays
    ['objects, whatever the order of their keys', { a: 1, b: [2] }, { b: [2], a: 1 }],
    ['objects without a prototype', { a: 1 }, Object.assign(Object.create(null) as object, { a: 1 })],
    ['an instance and itself', [point], [point]],
    ['values that say so', new Amount(1, 'one'), new Amount(1, 'another')],
    ['Immutable.js lists', List([1, List([2])]), List([1, List([2])])],
    ['Immutable.js maps', ImmutableMap({ a: 1, b: 2 }), ImmutableMap({ b: 2, a: 1 })],
    ['Immutable.js sets', ImmutableSet([1, 2]), ImmutableSet([2, 1])],
    ['Immutable.js records', Pair({ left: 1 }), Pair({ left: 1 })],
    ['collections within data', { rows: [List([1])] }, { rows: [List([1])] }],
  ])('%s', (_name, one, other) => {
    expect([sameKey(one, other), sameKey(other, one)]).toEqual([true, true])
    expect(hashOf(one)).toBe(hashOf(other))
    expect(distinct(Stream.of<unknown>(one, other)).toArray()).toEqual([one])
  })
})

describe('not the same are', () => {
  test.each([
    ['a number and its digits', 1, '1'],
    ['a bigint and a number', 1n, 1],
    ['null and undefined', null, undefined],
    ['arrays of different length', [1], [1, undefined]],
    ['arrays with different holes', [, 1], [1, ,]], // oxlint-disable-line no-sparse-arrays
    ['a hole and undefined', [,], [undefined]], // oxlint-disable-line no-sparse-arrays
    ['an array and an object', [], {}],
    ['objects with other keys', { a: undefined }, { b: undefined }],
    ['instances of a class', new Point(1), new Point(1)],
    ['an instance and plain data', new Point(1), { x: 1 }],
    ['functions', () => 1, () => 1],
    ['a list and an array', List([1]), [1]],
    ['an array and a list', [1], List([1])],
    ['a list and a set', List([1]), ImmutableSet([1])],
  ])('%s', (_name, one, other) => {
    expect([sameKey(one, other), sameKey(other, one)]).toEqual([false, false])
    expect(distinct(Stream.of<unknown>(one, other)).toArray()).toEqual([one, other])
  })
})

test('a set of keys knows random data again, and nothing else', () => {
  const data = fc.anything({ withNullPrototype: true, withBigInt: true, withSparseArray: true })
  const law = (all: readonly unknown[], one: unknown) => {
    const set = new KeySet()
    const added = all.filter((key) => set.add(key))
    expect(set.add(one)).toBe(!added.some((key) => sameKey(key, one)))
    expect(set.add(one)).toBe(false)
    const copy: unknown = structuredClone(one)
    // A copy of what is only the same as itself is new.
    expect(set.add(copy)).toBe(!sameKey(one, copy))
  }
  expect(fc.assert(fc.property(fc.array(data, { maxLength: 5 }), data, law))).toBeUndefined()
})

test('groups have keys that are data', () => {
  const groups = groupBy(Stream.of(1, 2, 3, 4), (n) => ({ parity: n % 2 }))
  expect(groups.toArray().map(([key, group]) => [key, group.toArray()])).toEqual([
    [{ parity: 1 }, [1, 3]],
    [{ parity: 0 }, [2, 4]],
  ])
})
