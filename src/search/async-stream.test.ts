import { describe, expect, expectTypeOf, test } from 'vitest'
import { AsyncStream, clone, solve, Stream } from '../index.ts'
import type { Ended } from '../index.ts'

/** The numbers from 1, each after a turn of the event loop, and how many have been fetched. */
function counted() {
  const counter = { fetched: 0 }
  const iterable: AsyncIterable<number> = {
    [Symbol.asyncIterator]: () => ({
      next: async () => {
        await new Promise((resolve) => setTimeout(resolve))
        return { value: ++counter.fetched, done: false }
      },
    }),
  }
  return { counter, stream: AsyncStream.from(iterable) }
}

describe('an async stream', () => {
  test('fetches nothing until it is walked, and then only what is asked for', async () => {
    const { counter, stream } = counted()
    const derived = stream
      .map((n) => n * 2)
      .filter((n) => n % 4 === 0)
      .concat(Stream.of(0))
      .flatMap((n) => Stream.of(n, n))
      .take(3)
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect(counter.fetched).toBe(0)
    expect(await derived.toArray()).toEqual([4, 4, 8])
    expect(counter.fetched).toBe(4)
  })

  test('fetches each element once, for walks at the same time', async () => {
    const { counter, stream } = counted()
    const walks = await Promise.all([stream.take(3).toArray(), stream.take(2).toArray()])
    expect(walks).toEqual([
      [1, 2, 3],
      [1, 2],
    ])
    expect(counter.fetched).toBe(3)
  })

  test('gives its status as the iterator’s return value', async () => {
    const walk = AsyncStream.of(1)[Symbol.asyncIterator]()
    const [one, end] = await Promise.all([walk.next(), walk.next()])
    expect(one).toEqual({ value: 1, done: false })
    expect(end).toMatchObject({ done: true, value: { reason: 'exhausted', steps: 0 } })
    if (end.done) expectTypeOf(end.value).toEqualTypeOf<Ended>()
  })

  test('is open until its end has arrived', async () => {
    const stream = AsyncStream.of(1, 2)
    expect(stream.status.reason).toBe('open')
    const all = stream.toArray()
    expect(stream.status.reason).toBe('open')
    expect(await all).toEqual([1, 2])
    expect(stream.status.reason).toBe('exhausted')
  })

  test('of a search has its effort', async () => {
    const search = solve(function* () {
      return 1
    })
    const twice = AsyncStream.from(search).concat(search)
    expect(await twice.toArray()).toEqual([1, 1])
    expect(twice.status).toMatchObject({ reason: 'exhausted', steps: 2, solutions: 2 })
    const cut = AsyncStream.from(search.concat(search)).take(1)
    expect(await cut.toArray()).toEqual([1])
    expect(cut.status).toMatchObject({ reason: 'limit', steps: 1 })
  })

  test('waits for each of many, one behind the other, through none of the others', async () => {
    const many = 5_000
    let steps = 0
    const cell = (n: number): AsyncStream<number> =>
      new AsyncStream(async () => {
        const end = {
          reason: 'exhausted',
          steps: 1,
          choicePoints: 0,
          solutions: 1,
          failures: 0,
          merged: 0,
          copied: 0,
          depth: 0,
        } as const
        return { reason: 'found', value: n, rest: new AsyncStream(async () => (steps++, end), end) }
      })
    const from = (n: number): AsyncStream<number> => cell(n).concat(new AsyncStream(() => from(n + 1).open()))
    const cut = from(0).take(many)
    expect(await cut.toArray()).toHaveLength(many)
    expect(steps).toBe(many - 1)
    expect(cut.status).toMatchObject({ reason: 'limit', steps: many })
  })

  test('goes on with iterables of any kind', async () => {
    const doubled = AsyncStream.of(1, 2).flatMap((n) => (n === 1 ? [n, n] : AsyncStream.of(n, n)))
    expect(await doubled.concat(new Set([3])).toArray()).toEqual([1, 1, 2, 2, 3])
  })

  test('of itself is itself', () => {
    const stream = AsyncStream.of(1)
    expect(AsyncStream.from(stream)).toBe(stream)
  })

  test('waits for what callbacks promise', async () => {
    const later = async <A>(value: A) => value
    const stream = AsyncStream.of(1, 2, 3).map((n) => later(n + 1))
    expectTypeOf(stream).toEqualTypeOf<AsyncStream<number>>()
    expect(await stream.filter((n) => later(n !== 3)).toArray()).toEqual([2, 4])
  })

  test('throws the error of a callback or a source to whoever gets there', async () => {
    const stream = AsyncStream.of(1, 2, 3).map(async (n) => {
      if (n === 2) throw new RangeError('two')
      return n
    })
    expect(await stream.take(1).toArray()).toEqual([1])
    for (const derived of [stream, stream, stream.concat(Stream.of(1)), stream.filter(() => true)])
      await expect(derived.toArray()).rejects.toThrow(new RangeError('two'))
    const source = new AsyncStream<number>(() => Promise.reject(new RangeError('source')))
    await expect(source.toArray()).rejects.toThrow(new RangeError('source'))
    expect(source.status.reason).toBe('failed')
    const thrown = new AsyncStream<number>(() => {
      throw new RangeError('at once')
    })
    expect(await thrown.open()).toMatchObject({ reason: 'failed' })
  })

  test('has the async iterator helpers that the engine has', () => {
    const walk = AsyncStream.of(1)[Symbol.asyncIterator]()
    expect(walk[Symbol.asyncIterator]()).toBe(walk)
    const generators: object = Object.getPrototypeOf(Object.getPrototypeOf(native()))
    const AsyncIteratorPrototype: object = Object.getPrototypeOf(generators)
    expect(Object.prototype.isPrototypeOf.call(AsyncIteratorPrototype, walk)).toBe(true)
  })

  test('is immutable, so clones share it', async () => {
    const { counter, stream } = counted()
    const walking = holder(stream)
    walking.next()
    const copy = clone(walking)
    expect(walking.next().value).toBe(copy.next().value)
    expect(counter.fetched).toBe(0)
  })
})

function* holder(stream: AsyncStream<number>): Generator<unknown, void, unknown> {
  yield 0
  yield stream
}

async function* native() {
  'use native'
}
