import { describe, expect, expectTypeOf, test } from 'vitest'
import { clone, solve, Stream } from '../index.ts'
import type { Ended, SolveOptions } from '../index.ts'

/** The numbers from 1, and how many of them have been computed. */
function counted() {
  const counter = { computed: 0 }
  const iterable: Iterable<number> = {
    [Symbol.iterator]: () => ({ next: () => ({ value: ++counter.computed, done: false }) }),
  }
  return { counter, stream: Stream.from(iterable) }
}

describe('a stream', () => {
  test('computes nothing until it is walked', () => {
    const { counter, stream } = counted()
    const derived = stream
      .map((n) => n * 2)
      .filter((n) => n % 4 === 0)
      .concat(Stream.of(0))
      .flatMap((n) => Stream.of(n, n))
      .take(3)
    expect(counter.computed).toBe(0)
    expect(derived.toArray()).toEqual([4, 4, 8])
    expect(counter.computed).toBe(4)
  })

  test('computes each element once, for however many walks', () => {
    const { counter, stream } = counted()
    const [first, second] = [stream[Symbol.iterator](), stream[Symbol.iterator]()]
    expect([first.next(), first.next(), second.next()].map(({ value }) => value)).toEqual([1, 2, 1])
    expect(stream.take(3).toArray()).toEqual([1, 2, 3])
    expect(counter.computed).toBe(3)
  })

  test('gives its status as the iterator’s return value', () => {
    const walk = Stream.of(1)[Symbol.iterator]()
    walk.next()
    const end = walk.next()
    expect(end).toMatchObject({ done: true, value: { reason: 'exhausted', steps: 0 } })
    if (end.done) expectTypeOf(end.value).toEqualTypeOf<Ended>()
  })

  test('is open until somebody has walked to its end', () => {
    const stream = Stream.of(1, 2)
    expect(stream.status.reason).toBe('open')
    expect(stream.take(2).toArray()).toEqual([1, 2])
    expect(stream.status.reason).toBe('open')
    stream.toArray()
    expect(stream.status.reason).toBe('exhausted')
  })

  test('that was cut by take ends with limit, unless it was shorter', () => {
    const cut = Stream.of(1, 2, 3).take(2)
    const short = Stream.of(1, 2, 3).take(4)
    expect([...cut, ...short]).toEqual([1, 2, 1, 2, 3])
    expect([cut.status.reason, short.status.reason]).toEqual(['limit', 'exhausted'])
    expect(Stream.of(1).take(0).toArray()).toEqual([])
    expect(Stream.of(1).take(-1).toArray()).toEqual([])
  })

  test('throws the error of a callback to whoever gets there', () => {
    const stream = Stream.of(1, 2, 3).map((n) => {
      if (n === 2) throw new RangeError('two')
      return n
    })
    expect(stream.take(1).toArray()).toEqual([1])
    for (let walks = 0; walks < 2; walks++) expect(() => stream.toArray()).toThrow(new RangeError('two'))
    for (const derived of [
      stream.concat(Stream.of(1)),
      stream.flatMap((n) => Stream.of(n)),
      stream.filter(() => true),
    ]) {
      expect(() => derived.toArray()).toThrow(new RangeError('two'))
      expect(derived.status).toMatchObject({ reason: 'failed' })
    }
    expect(() =>
      Stream.of(1)
        .flatMap(() => stream)
        .toArray(),
    ).toThrow(new RangeError('two'))
  })

  test('goes on with iterables of any kind', () => {
    const doubled = Stream.of('a', 'b').flatMap((letter) =>
      letter === 'a' ? letter + letter : [letter, letter],
    )
    expect(doubled.concat(new Set(['c'])).toArray()).toEqual(['a', 'a', 'b', 'b', 'c'])
    expect(Stream.from(doubled)).toBe(doubled)
  })

  test('walks any number of empty inner streams without a deep stack', () => {
    const many = 100_000
    const numbers = Stream.from({
      *[Symbol.iterator]() {
        for (let n = 0; n < many; n++) yield n
      },
    })
    expect(numbers.flatMap((n) => (n === many - 1 ? Stream.of(n) : Stream.empty())).toArray()).toEqual([
      many - 1,
    ])
    expect(numbers.filter((n) => n === many - 1).toArray()).toEqual([many - 1])
  })

  test('walks any number of searches, one behind the other, without a deep stack', () => {
    const many = 20_000
    const from = (n: number): Stream<number> => searched().concat(new Stream(() => from(n + 1).open()))
    const cut = from(0).take(many)
    expect(cut.toArray()).toHaveLength(many)
    expect(cut.status).toMatchObject({ reason: 'limit', steps: many, solutions: many })
  })

  test('has the iterator helpers that the engine has', () => {
    const walk = Stream.of(1)[Symbol.iterator]()
    expect(walk[Symbol.iterator]()).toBe(walk)
    expect('map' in walk).toBe('map' in [].values())
  })

  test('is immutable, so clones share it', () => {
    const { counter, stream } = counted()
    const walking = walker(stream)
    walking.next()
    const copy = clone(walking)
    expect([walking.next().value, copy.next().value]).toEqual([1, 1])
    expect(counter.computed).toBe(1)
  })
})

function* walker(stream: Stream<number>): Generator<number, void, unknown> {
  yield 0
  yield stream.take(1).toArray()[0]!
}

/** One solution, found by a search. */
function searched(bounds: SolveOptions = {}): Stream<number> {
  return solve(function* () {
    return 1
  }, bounds)
}

describe('the status of streams that are put together', () => {
  test('adds up what they cost', () => {
    const both = searched().concat(searched())
    both.toArray()
    expect(both.status).toMatchObject({ reason: 'exhausted', steps: 2, solutions: 2 })
    const nested = searched().flatMap(() => searched().concat(searched()))
    expect(nested.toArray()).toEqual([1, 1])
    expect(nested.status).toMatchObject({ steps: 3, solutions: 3 })
  })

  test('is the gravest reason', () => {
    const cut = searched().take(0)
    const stopped = searched({ steps: 0 })
    for (const stream of [
      cut.concat(stopped),
      stopped.concat(cut),
      Stream.of(cut, stopped).flatMap((s) => s),
    ]) {
      expect(stream.toArray()).toEqual([])
      expect(stream.status.reason).toBe('steps')
    }
  })

  test('knows the effort up to an error', () => {
    const stream = searched()
      .concat(searched())
      .map((n) => {
        if (stream.status.steps > 0) throw new RangeError('second')
        return n
      })
    expect(() => stream.toArray()).toThrow(RangeError)
    expect(stream.status).toMatchObject({ reason: 'failed', steps: 1 })
  })
})
