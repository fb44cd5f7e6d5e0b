// Law: after a clone every iteration under way goes on from where it was, in each clone by itself, whatever built-in
// iterator it has.

import { describe, expect, test } from 'vitest'
import { clone } from './index.ts'

/** What newer engines give to all iterators. */
interface Helping<A> extends Iterable<A> {
  map<B>(change: (element: A) => B): Helping<B>
  filter(test: (element: A) => boolean): Helping<A>
  flatMap<B>(change: (element: A) => Iterable<B>): Helping<B>
  take(count: number): Helping<A>
  drop(count: number): Helping<A>
}

function* count(): Generator<number> {
  for (let n = 1; ; n++) yield n
}
const counting = count as unknown as () => Helping<number>

/** Generators behind helpers: nobody can see how far these have come. */
const helped: readonly [string, () => Iterable<unknown>][] =
  'take' in counting()
    ? [
        ['a generator behind `take`', () => counting().take(4)],
        [
          'a generator behind `map` and `filter`',
          () => {
            const boxes = counting().map((n) => [n])
            return boxes.filter(([n]) => n! % 2 === 0).take(4)
          },
        ],
        [
          'a generator behind `flatMap` and `drop`',
          () =>
            counting()
              .flatMap((n) => [n, -n])
              .drop(3)
              .take(4),
        ],
      ]
    : []

function argumentsOf(): IArguments {
  return arguments
}

const countdown = {
  left: 0,
  next(): IteratorResult<number> {
    return this.left > 0 ? { value: this.left--, done: false } : { value: undefined, done: true }
  },
}

describe.each<[string, () => Iterable<unknown>]>([
  ['an array', () => [1, 2, 3, 4]],
  ['a string', () => 'a😀bc'],
  ['a Map', () => new Map([1, 2, 3, 4].map((n) => [n, -n]))],
  ['a Set', () => new Set([1, 2, 3, 4])],
  ['a typed array', () => new Uint8Array([1, 2, 3, 4])],
  ['a view of an array', () => [1, 2, 3, 4].entries()],
  ['the keys of a Map', () => new Map([1, 2, 3, 4].map((n) => [n, -n])).keys()],
  ['the entries of a Set', () => new Set([1, 2, 3, 4]).entries()],
  ['the indices of a typed array', () => new Float64Array(4).keys()],
  ['`arguments`', () => Reflect.apply(argumentsOf, undefined, [1, [2], 3, 4])],
  ['the matches of a RegExp', () => 'a1b2c3'.matchAll(/(?<letter>[a-z])(\d)/g)],
  ['the words of a Segmenter', () => new Intl.Segmenter('en', { granularity: 'word' }).segment('one or two')],
  ['a URLSearchParams', () => new URLSearchParams('a=1&b=2&c=3')],
  ['an iterator of one`s own', () => ({ [Symbol.iterator]: () => ({ ...countdown, left: 4 }) })],
  ...helped,
])('%s', (_what, make) => {
  const all = [...make()]

  function* looping(): Generator<unknown> {
    for (const each of make()) yield each
  }
  function* delegating(): Generator<unknown> {
    yield* make()
  }

  test.each([
    ['a for-of', looping],
    ['a yield*', delegating],
  ])('is gone through by each clone of %s from where it stands', (_how, walk) => {
    for (let taken = 0; taken <= all.length; taken++) {
      const generator = walk()
      for (let i = 0; i < taken; i++) generator.next()
      const [one, other] = [clone(generator), clone(generator)]
      const rest = all.slice(taken)
      expect(one.next().value).toEqual(rest[0])
      expect([...generator]).toEqual(rest)
      expect([...other]).toEqual(rest)
      expect([...one]).toEqual(rest.slice(1))
    }
  })

  test('is destructured by each clone from where it stands', () => {
    function* walk(): Generator<unknown> {
      const [first = 1, second = yield 'second', ...rest] = (function* () {
        const [head, , ...tail] = make()
        yield head
        yield undefined
        yield* tail
      })()
      yield [first, second, rest]
    }
    const generator = walk()
    expect(generator.next().value).toBe('second')
    const copy = clone(generator)
    const [head, , ...tail] = all
    expect(generator.next('x').value).toEqual([head, 'x', tail])
    expect(copy.next('y').value).toEqual([head, 'y', tail])
  })
})

describe('a collection that grows and shrinks during its loop', () => {
  test('array: each clone sees its own', () => {
    function* walk(): Generator<number, void, number | undefined> {
      const list = [1, 2]
      for (const each of list) {
        const more = yield each
        if (more !== undefined) list.push(more)
      }
    }
    const generator = walk()
    generator.next()
    const copy = clone(generator)
    expect([generator.next(8).value, ...generator]).toEqual([2, 8])
    expect([copy.next(9).value, ...copy]).toEqual([2, 9])
  })

  test('Map: each clone sees its own', () => {
    function* walk(): Generator<number, void, number | undefined> {
      const map = new Map([1, 2, 3].map((n) => [n, n]))
      for (const [key] of map) {
        const change = yield key
        if (change === undefined) continue
        map.delete(change)
        map.set(change * 10, 0)
      }
    }
    const generator = walk()
    generator.next()
    const copy = clone(generator)
    expect([generator.next(1).value, ...generator]).toEqual([2, 3, 10])
    expect([copy.next(2).value, ...copy]).toEqual([3, 20])
  })

  test('Set: what was passed and deleted does not shift the place', () => {
    function* walk(): Generator<number> {
      const set = new Set([1, 2, 3])
      for (const each of set) {
        yield each
        set.delete(each)
      }
      yield set.size
    }
    const generator = walk()
    generator.next()
    generator.next()
    const copy = clone(generator)
    expect([...generator]).toEqual([3, 0])
    expect([...copy]).toEqual([3, 0])
  })
})

test('the elements that a clone meets are its own', () => {
  function* walk() {
    const rows = [[1], [2]]
    for (const [i, row] of rows.entries()) {
      row.push(0)
      yield [row, rows[i] === row]
    }
  }
  const generator = walk()
  generator.next()
  const copy = clone(generator)
  expect(generator.next().value).toEqual([[2, 0], true])
  expect(copy.next().value).toEqual([[2, 0], true])
})

test('for-in goes on in each clone', () => {
  function* walk(): Generator<string, void, string | undefined> {
    const object: { [key: string]: number } = { a: 1, b: 2, c: 3 }
    for (const key in object) {
      const gone = yield key
      if (gone !== undefined) delete object[gone]
    }
  }
  const generator = walk()
  generator.next()
  const copy = clone(generator)
  expect([generator.next('b').value, ...generator]).toEqual(['c'])
  expect([...copy]).toEqual(['b', 'c'])
})
