import { List, Map as ImmutableMap, Record, Set as ImmutableSet } from 'immutable'
import { expect, test } from 'vitest'
import { printed } from './solution.ts'

const text = (solution: unknown): string => printed(solution, 'text')
const json = (solution: unknown): string => printed(solution, 'json')

test('a value is printed in one line and in full', () => {
  const long = Array.from({ length: 500 }, (_, i) => ({ i }))
  expect(text({ long, deep: [[[[[[1]]]]]] })).not.toMatch(/\n|more items|\[Array\]/)
})

test('Immutable collections are printed by their contents, at any depth', () => {
  const Point = Record({ x: 0, y: 0 })
  expect(text(List([1, ImmutableMap({ a: [2] })]))).toBe(`[ 1, Map(1) { 'a' => [ 2 ] } ]`)
  expect(text({ seen: ImmutableSet(['a']), at: [new Point({ x: 1 })] })).toBe(
    `{ seen: Set(1) { 'a' }, at: [ { x: 1, y: 0 } ] }`,
  )
})

test('a cyclic value is printed', () => {
  const cyclic: { name: string; self?: unknown } = { name: 'a' }
  cyclic.self = [cyclic]
  expect(text(cyclic)).toContain('[Circular')
})

test('JSON writes what it lacks as the nearest that it has', () => {
  expect(json([1n, new Map([['k', new Set([1])]]), Uint8Array.of(1, 2), undefined, Infinity])).toBe(
    '["1",[["k",[1]]],[1,2],null,null]',
  )
  expect(json(undefined)).toBe('null')
  expect(json({ at: new Date(0), list: List([ImmutableMap({ a: 1 })]) })).toBe(
    '{"at":"1970-01-01T00:00:00.000Z","list":[{"a":1}]}',
  )
})
