import { is, List, OrderedSet, Range, Repeat } from 'immutable'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { AsyncStream, choose, solve, Stream } from '../index.ts'
import { interleave, merge, zip } from '../search/streams/index.ts'
import { toList, toOrderedSet, toSeq } from './index.ts'

/** The numbers from 0, and how many have been drawn. */
function naturals() {
  const counter = { drawn: 0 }
  const stream = Stream.from<number>({
    [Symbol.iterator]: () => ({ next: () => ({ value: counter.drawn++, done: false }) }),
  })
  return { counter, stream }
}

const failing = Stream.of(1, 2).map((n) => {
  if (n === 2) throw new RangeError('two')
  return n
})

describe('toSeq', () => {
  test('asks for no more than is asked of it, and for nothing twice', () => {
    const { counter, stream } = naturals()
    const seq = toSeq(stream).filter((n) => n % 2 === 1)
    expect(counter.drawn).toBe(0)
    expect([seq.first(), seq.take(2).toArray(), seq.get(1)]).toEqual([1, [1, 3], 3])
    expect(counter.drawn).toBe(4)
  })

  test('is indexed, and not counted before somebody asks', () => {
    const seq = toSeq(Stream.of('a', 'b'))
    expect([seq.size, seq.count(), seq.toKeyedSeq().toArray()]).toEqual([
      undefined,
      2,
      [
        [0, 'a'],
        [1, 'b'],
      ],
    ])
    expect(is(toSeq(Stream.of(1)).toList(), List([1]))).toBe(true)
  })

  test('throws the error of the stream where it is', () => {
    expect(toSeq(failing).first()).toBe(1)
    expect(() => toSeq(failing).toList()).toThrow(new RangeError('two'))
  })
})

describe('toList and toOrderedSet', () => {
  const pairs = solve(function* () {
    return List([yield* choose(Range(0, 2)), yield* choose(OrderedSet([1]))])
  })

  test('hold what was found, in its order', () => {
    expect(is(toList(pairs), List([List([0, 1]), List([1, 1])]))).toBe(true)
    expect(is(toOrderedSet(pairs.concat(pairs)), OrderedSet([List([0, 1]), List([1, 1])]))).toBe(true)
    expect(toOrderedSet(Stream.of(2, 1, 2)).toArray()).toEqual([2, 1])
  })

  test('wait for what has to be waited for', async () => {
    const later = AsyncStream.from(pairs)
    expectTypeOf(toList(later)).toEqualTypeOf<Promise<List<List<number>>>>()
    expect(is(await toList(later), toList(pairs))).toBe(true)
    expect(is(await toOrderedSet(later), toOrderedSet(pairs))).toBe(true)
    await expect(toList(AsyncStream.from(failing))).rejects.toThrow(new RangeError('two'))
  })

  test('throw the error of the stream', () => {
    expect(() => toList(failing)).toThrow(new RangeError('two'))
    expect(() => toOrderedSet(failing)).toThrow(new RangeError('two'))
  })
})

test('collections stand beside streams, as far as somebody asks', () => {
  const letters = Stream.of('a', 'b')
  expect(zip(letters, Range(1, Infinity)).toArray()).toEqual([
    ['a', 1],
    ['b', 2],
  ])
  expect(interleave(letters, List([1])).toArray()).toEqual(['a', 1, 'b'])
  expect(
    merge([Stream.of(1, 3), Range(2, Infinity, 2)])
      .take(4)
      .toArray(),
  ).toEqual([1, 2, 3, 4])
  expect(
    letters
      .flatMap((letter) => Repeat(letter))
      .take(2)
      .toArray(),
  ).toEqual(['a', 'a'])
  expect(letters.concat(OrderedSet(['c'])).toArray()).toEqual(['a', 'b', 'c'])
})

test('streams are made of collections', () => {
  expect(Stream.from(List([1, 2])).toArray()).toEqual([1, 2])
  const { counter, stream } = naturals()
  expect(
    Stream.from(toSeq(stream).map((n) => n * 2))
      .take(2)
      .toArray(),
  ).toEqual([0, 2])
  expect(counter.drawn).toBe(2)
})
