import { describe, expect, expectTypeOf, test } from 'vitest'
import { amb, AsyncStream, guard, solve, Stream } from '../../index.ts'
import {
  ascending,
  collect,
  commit,
  count,
  descending,
  distinct,
  forall,
  groupBy,
  ifte,
  interleave,
  merge,
  minimize,
  not,
  nth,
  once,
  optimize,
  orderBy,
  race,
  takeWhile,
  topK,
  zip,
} from './index.ts'

/** Gives `values`, then throws. */
const failing = (...values: number[]): Stream<number> =>
  Stream.of(...values, NaN).map((n) => {
    if (Number.isNaN(n)) throw new RangeError('thrown by a stream')
    return n
  })

/** Values that arrive when they are sent. */
function inbox<A>(): { stream: AsyncStream<A>; send: (value: A) => void } {
  const waiting: ((value: A) => void)[] = []
  const arrived: A[] = []
  const next = (): Promise<A> =>
    new Promise((resolve) => {
      if (arrived.length > 0) resolve(arrived.shift()!)
      else waiting.push(resolve)
    })
  const from = (): AsyncStream<A> =>
    new AsyncStream(async () => ({ reason: 'found', value: await next(), rest: from() }))
  const send = (value: A): void => {
    const receive = waiting.shift()
    if (receive === undefined) arrived.push(value)
    else receive(value)
  }
  return { stream: from(), send }
}

describe('an error', () => {
  test.each([
    ['takeWhile', () => takeWhile(failing(1, 2), () => true), [1, 2]],
    ['distinct', () => distinct(failing(1, 1, 2)), [1, 2]],
    ['zip', () => zip(Stream.of(1, 2), failing(1)), [[1, 1]]],
    ['interleave', () => interleave(failing(1), Stream.of(2, 3)), [1, 2]],
    ['merge', () => merge([failing(1), Stream.of(2, 3)]), [1]],
    ['orderBy', () => orderBy(failing(2, 1)), []],
    ['topK', () => topK(failing(2, 1), 1), []],
    ['commit', () => commit(failing(), (n) => [n]), []],
    ['ifte', () => ifte(failing(1), (n) => [n, n], [3]), [1, 1]],
    ['not', () => not(failing()), []],
    ['forall', () => forall(failing(1), (n) => n < 2), []],
    ['collect', () => collect(failing(1)), []],
    ['count', () => count(failing(1)), []],
    ['optimize', () => optimize(failing(2, 1), Number), [2, 1]],
    ['minimize', () => minimize(failing(2, 1), Number), []],
  ])('comes after what %s gives without it, on every walk', (_name, derive, values) => {
    const stream: Stream<unknown> = derive()
    for (let walks = 0; walks < 2; walks++) {
      const seen: unknown[] = []
      expect(() => {
        for (const value of stream) seen.push(value)
      }).toThrow(new RangeError('thrown by a stream'))
      expect(seen).toEqual(values)
    }
    expect(stream.status.reason).toBe('failed')
  })

  test('of a callback is one of the stream', () => {
    const stream = distinct(Stream.of(1, 2), (n) => {
      if (n === 2) throw new RangeError('key')
      return n
    })
    expect(stream.take(1).toArray()).toEqual([1])
    expect(() => stream.toArray()).toThrow(new RangeError('key'))
  })

  test('on the way to the nth value is thrown, behind it is not', () => {
    expect(nth(failing(1, 2), 1)).toBe(2)
    expect(() => nth(failing(1, 2), 2)).toThrow(RangeError)
  })
})

describe('no stream at all', () => {
  test.each([
    ['zip', zip()],
    ['interleave', interleave()],
    ['merge', merge<Stream<number>>([])],
  ])('is nothing to %s', (_name, stream) => {
    expect(stream.toArray()).toEqual([])
    expect(stream.status.reason).toBe('exhausted')
  })
})

describe('streams of both kinds together', () => {
  test('have to be waited for', async () => {
    const zipped = zip(Stream.of(1, 2), AsyncStream.of('a', 'b'))
    expectTypeOf(zipped).toEqualTypeOf<AsyncStream<[number, string]>>()
    expect(await zipped.toArray()).toEqual([
      [1, 'a'],
      [2, 'b'],
    ])
    expect(await interleave(Stream.of(1, 2), AsyncStream.of(3)).toArray()).toEqual([1, 3, 2])
    expect(await merge([Stream.of(1, 4), AsyncStream.of(2, 3)]).toArray()).toEqual([1, 2, 3, 4])
  })
})

describe('types', () => {
  test('follow the kind of the source and what it holds', () => {
    const words = Stream.of('a', 'b')
    expectTypeOf(distinct(words)).toEqualTypeOf<Stream<string>>()
    expectTypeOf(topK(AsyncStream.of(1), 1)).toEqualTypeOf<AsyncStream<number>>()
    expectTypeOf(nth(words, 0)).toEqualTypeOf<string | undefined>()
    expectTypeOf(nth(AsyncStream.of(1), 0)).toEqualTypeOf<Promise<number | undefined>>()
    expectTypeOf(groupBy(words, (word) => word.length)).toEqualTypeOf<
      Stream<readonly [number, Stream<string>]>
    >()
    expectTypeOf(interleave(words, Stream.of(1))).toEqualTypeOf<Stream<string | number>>()
    expectTypeOf(zip(words, Stream.of(1))).toEqualTypeOf<Stream<[string, number]>>()
    expectTypeOf(commit(words, (word) => [word.length])).toEqualTypeOf<Stream<number>>()
    expectTypeOf(commit(AsyncStream.of(1), (n) => AsyncStream.of(`${n}`))).toEqualTypeOf<
      AsyncStream<string>
    >()
    expectTypeOf(ifte(words, (word) => [word.length], [true])).toEqualTypeOf<Stream<number | boolean>>()
    expectTypeOf(ifte(words, (word) => [word], AsyncStream.of(1))).toEqualTypeOf<
      AsyncStream<string | number>
    >()
    expectTypeOf(collect(AsyncStream.of(1))).toEqualTypeOf<AsyncStream<number[]>>()
    // @ts-expect-error -- a stream that computes cannot go on with what has to be waited for
    commit(words, () => AsyncStream.of(1))
  })
})

describe('of a source that a bound has stopped', () => {
  const cut = solve(
    function* () {
      const n = yield* amb(1, 2, 3)
      yield* guard(n > 1)
      return n
    },
    { steps: 2 },
  )

  test.each<[string, Stream<unknown>, unknown[]]>([
    ['not', not(cut), [undefined]],
    ['forall', forall(cut, () => false), [undefined]],
    ['ifte', ifte(cut, () => [1], [2]), [2]],
    ['count', count(cut), [0]],
    ['collect', collect(cut), [[]]],
    ['once', once(cut), []],
    ['minimize', minimize(cut, Number), []],
  ])('%s takes what was found for all, and its status tells', (_name, stream, values) => {
    expect(stream.toArray()).toEqual(values)
    expect(stream.status).toEqual(cut.status)
    expect(stream.status.reason).toBe('steps')
  })

  test('what is known for sure does not depend on it', () => {
    const found = solve(() => choice(), { steps: 3 })
    const none = not(found)
    expect([none.toArray(), none.status.reason]).toEqual([[], 'exhausted'])
    expect(once(found).toArray()).toEqual([1])
    expect(found.toArray()).toEqual([1, 2])
    expect(found.status.reason).toBe('steps')
    function* choice() {
      return yield* amb(1, 2, 3)
    }
  })
})

test('a value that is to be optimised is a number', () => {
  expect(() => minimize(Stream.of('a'), (word) => word as never).toArray()).toThrow(/^MS3008/)
  expect(() => optimize(Stream.of(1), () => NaN).toArray()).toThrow(/^MS3008/)
})

describe('orders', () => {
  test('put NaN after all numbers, or before', () => {
    const numbers = Stream.of(2, NaN, 1)
    expect(orderBy(numbers, ascending(Number)).toArray()).toEqual([1, 2, NaN])
    expect(orderBy(numbers, descending(Number)).toArray()).toEqual([NaN, 2, 1])
  })

  test('are any function that compares', () => {
    const words = orderBy(Stream.of('b', 'a', 'C'), (a, b) => a.localeCompare(b, 'en'))
    expect(words.toArray()).toEqual(['a', 'b', 'C'])
  })
})

describe('topK', () => {
  test.each([0, -1, NaN])('of %d values gives none', (count) => {
    const none = topK(Stream.of(1, 2), count)
    expect(none.toArray()).toEqual([])
    expect(none.status.reason).toBe('limit')
  })
})

describe('race', () => {
  test('gives what arrives first, and remembers it', async () => {
    const [a, b] = [inbox<string>(), inbox<string>()]
    const both = race(a.stream, b.stream)
    b.send('b1')
    expect(await nth(both, 0)).toBe('b1')
    b.send('b2')
    expect(await nth(both, 1)).toBe('b2')
    a.send('a1')
    expect(await both.take(3).toArray()).toEqual(['b1', 'b2', 'a1'])
    expect(await both.take(3).toArray()).toEqual(['b1', 'b2', 'a1'])
  })

  test('starves nobody who has arrived', async () => {
    const endless = (value: string): AsyncStream<string> =>
      new AsyncStream(async () => ({ reason: 'found', value, rest: endless(value) }))
    const given = await race(endless('a'), endless('b'), endless('c')).take(30).toArray()
    for (const value of 'abc') expect(given.filter((each) => each === value).length).toBeGreaterThan(5)
  })

  test('ends when all have, with the gravest reason', async () => {
    const both = race(AsyncStream.of(1, 2).take(1), AsyncStream.of(3))
    expect((await both.toArray()).toSorted()).toEqual([1, 3])
    expect(both.status.reason).toBe('limit')
    const failed = race(AsyncStream.from(failing()), AsyncStream.of(1))
    await expect(failed.toArray()).rejects.toThrow(RangeError)
    expect(await race().toArray()).toEqual([])
  })
})
