// Law: after a clone both go on from where they are, and no write of one is seen by the other.
// What closures capture is in captured.test.ts, generators inside and standing places in clone-generators.test.ts, what
// is shared in clone-shared.test.ts, the refusals in refusals.test.ts, iterations under way in position.test.ts.

import { describe, expect, test, vi } from 'vitest'
import { assertIsolated } from '../../testing/isolated.ts'
import { equals } from '../frames/index.ts'
import { clone } from './index.ts'

describe('what a clone changes is its own:', () => {
  test('a rebound variable', () => {
    function* walk() {
      let n = 1
      yield
      n += 1
      yield n
    }
    expect(assertIsolated(walk)).toBe(2)
  })

  test('an array, with its holes and further properties', () => {
    function* walk() {
      const array: unknown[] & { extra?: unknown[] } = Array.of<unknown>(1).concat(new Array(2), [[2]])
      array.extra = []
      yield
      array.push(3)
      array.extra.push(4)
      ;(array[3] as unknown[]).push(5)
      yield [array.length, 1 in array, array[3], array.extra]
    }
    expect(assertIsolated(walk)).toEqual([5, false, [2, 5], [4]])
  })

  test('an array without holes, as `slice` copies it', () => {
    function* walk(array: unknown[]) {
      yield
      yield array
    }
    const array = Object.defineProperties([1, 2, 3], {
      0: { get: () => 'asked', enumerable: true },
      1: { value: 'locked', writable: false },
      hidden: { value: {} },
    })
    const generator = walk(array)
    generator.next()
    const copy = clone(generator).next().value as unknown[]
    expect(Object.getOwnPropertyDescriptors(copy)).toEqual(
      Object.getOwnPropertyDescriptors(['asked', 'locked', 3]),
    )
    expect(generator.next().value).toBe(array)
  })

  test('an array with holes or further properties, to the last accessor', () => {
    function* walk(array: unknown[]) {
      yield
      yield array
    }
    const array = Object.defineProperties([1, 2, 3], {
      0: { get: () => 'asked', enumerable: true },
      1: { value: 'locked', writable: false },
      hidden: { value: 1 },
      shown: { value: 2, enumerable: true },
    })
    const generator = walk(array)
    generator.next()
    const copy = clone(generator).next().value as unknown[]
    expect(Object.getOwnPropertyDescriptors(copy)).toEqual(Object.getOwnPropertyDescriptors(array))
    expect(copy).not.toBe(array)
  })

  test('an object, with symbols, attributes and accessors', () => {
    const symbol = Symbol('symbol')
    function* walk() {
      let inner = 0
      const object = {
        plain: { n: 0 },
        [symbol]: [0],
        get accessor() {
          return inner
        },
        set accessor(value) {
          inner = value
        },
      }
      Object.defineProperty(object, 'hidden', { value: [1], enumerable: false })
      yield
      object.plain.n++
      object[symbol]!.push(1)
      object.accessor++
      const hidden = Object.getOwnPropertyDescriptor(object, 'hidden')!
      hidden.value.push(2)
      yield [object.plain, object[symbol], object.accessor, hidden.value, hidden.enumerable, hidden.writable]
    }
    expect(assertIsolated(walk)).toEqual([{ n: 1 }, [0, 1], 1, [1, 2], false, false])
  })

  test('an object whose tag is an accessor, which nobody asks', () => {
    const asked = vi.fn<() => void>()
    function* walk(): Generator<unknown, void, void> {
      const tagged = {
        list: [1],
        get [Symbol.toStringTag](): string {
          asked()
          throw new Error('asked')
        },
      }
      yield tagged
      for (;;) yield tagged.list.push(2)
    }
    const one = walk()
    one.next()
    const other = clone(one)
    expect([one.next().value, one.next().value, other.next().value]).toEqual([2, 3, 2])
    expect([equals(other, clone(other)), asked.mock.calls.length]).toEqual([true, 0])
  })

  test('an object without a prototype', () => {
    function* walk() {
      const object: Record<string, number> = Object.create(null)
      object['__proto__'] = 1
      yield
      object['__proto__']!++
      object['n'] = 1
      yield [Object.getPrototypeOf(object), Object.entries(object)]
    }
    expect(assertIsolated(walk)).toEqual([
      null,
      [
        ['__proto__', 2],
        ['n', 1],
      ],
    ])
  })

  test('a Map, its keys and its values', () => {
    function* walk() {
      const key = { id: 1 }
      const map = new Map<object, unknown[]>([[key, []]])
      yield
      map.get(key)!.push('value')
      key.id++
      map.set({ id: 9 }, [])
      yield [...map]
    }
    expect(assertIsolated(walk)).toEqual([
      [{ id: 2 }, ['value']],
      [{ id: 9 }, []],
    ])
  })

  test('a Set and its elements', () => {
    function* walk() {
      const element = { n: 0 }
      const set = new Set<unknown>([element])
      yield
      element.n++
      set.add(set.has(element))
      yield [...set]
    }
    expect(assertIsolated(walk)).toEqual([{ n: 1 }, true])
  })

  test('typed arrays, which still share their buffer', () => {
    function* walk() {
      const bytes = new Uint8Array(8)
      const view = new DataView(bytes.buffer, 4)
      const words = new Uint16Array(bytes.buffer, 4, 2)
      yield
      view.setUint8(0, 7)
      bytes[5]!++
      yield [bytes[4], words[0], words.length, view.byteLength, view.buffer === bytes.buffer]
    }
    expect(assertIsolated(walk)).toEqual([7, 263, 2, 4, true])
  })

  test.each([Int8Array, Uint8ClampedArray, Int32Array, Float64Array, BigInt64Array])('a %o', (Class) => {
    function* walk() {
      const array = new Class(2)
      yield
      array.fill((typeof array[0] === 'bigint' ? 3n : 3) as never, 1)
      yield [array instanceof Class, ...array].map(Number)
    }
    expect(assertIsolated(walk)).toEqual([1, 0, 3])
  })

  test('a Date', () => {
    function* walk() {
      const date = new Date(0)
      yield
      date.setTime(date.getTime() + 5)
      yield date.getTime()
    }
    expect(assertIsolated(walk)).toBe(5)
  })

  test('a RegExp that has come to a place', () => {
    function* walk() {
      const word = /\w/g
      word.test('abc')
      yield
      yield [word.exec('abc')![0], word.lastIndex]
    }
    expect(assertIsolated(walk)).toEqual(['b', 2])
  })

  test('an error, which keeps its class, message, stack and cause', () => {
    function* walk() {
      const error = new RangeError('why', { cause: { n: 0 } })
      const { stack } = error
      yield
      ;(error.cause as { n: number }).n++
      yield [error instanceof RangeError, error.message, error.stack === stack, error.cause]
    }
    expect(assertIsolated(walk)).toEqual([true, 'why', true, { n: 1 }])
  })

  test('a parameter and the arguments that the caller holds', () => {
    function* walk(given: number[]) {
      yield
      given.push(1)
      yield given
    }
    const given: number[] = []
    const generator = walk(given)
    generator.next()
    const copy = clone(generator)
    expect([generator.next().value, copy.next().value]).toEqual([[1], [1]])
    expect(given).toEqual([1])
  })

  test('what is half-way through an expression', () => {
    function* walk(): Generator<unknown, void, never> {
      const list: unknown[] = []
      const object = { sum: 0 }
      yield [list.push(1), (yield, list.push(2)), (object.sum += list.length), list]
    }
    expect(assertIsolated(walk)).toEqual([1, 2, 2, [1, 2]])
  })
})

describe('the shape of the data is kept:', () => {
  test('two variables that named one array still name one array', () => {
    function* walk() {
      const one: number[] = []
      const other = { one }
      yield
      one.push(1)
      yield [other.one === one, other.one]
    }
    expect(assertIsolated(walk)).toEqual([true, [1]])
  })

  test('cycles close', () => {
    function* walk() {
      const object: { self?: unknown; list: unknown[]; map: Map<unknown, unknown>; set: Set<unknown> } = {
        list: [],
        map: new Map(),
        set: new Set(),
      }
      object.self = object
      object.list.push(object, object.list)
      object.map.set(object.map, object)
      object.set.add(object.set)
      yield
      const { self, list, map, set } = object
      yield [self === object, list[0] === object, list[1] === list, map.get(map) === object, set.has(set)]
    }
    expect(assertIsolated(walk)).toEqual(Array(5).fill(true))
  })

  test('aliases and cycles reach across frames', () => {
    function* inner(shared: unknown[]): Generator<unknown, unknown[]> {
      const box = { shared }
      shared.push(box)
      yield
      box.shared.push('inner')
      return box.shared
    }
    function* walk(): Generator {
      const shared: unknown[] = []
      const back = yield* inner(shared)
      shared.push('outer')
      yield [back === shared, (shared[0] as { shared: unknown }).shared === shared, shared.slice(1)]
    }
    expect(assertIsolated(walk)).toEqual([true, true, ['inner', 'outer']])
  })

  test('a list of 100,000 cells is no deeper than any other', () => {
    interface Cell {
      n: number
      readonly tail: Cell | null
    }
    function* walk() {
      let list: Cell | null = null
      for (let i = 0; i < 100_000; i++) list = { n: 0, tail: list }
      yield
      let sum = 0
      for (let cell: Cell | null = list; cell !== null; cell = cell.tail) sum += ++cell.n
      yield sum
    }
    expect(assertIsolated(walk)).toBe(100_000)
  })

  test('locks are kept', () => {
    function* walk() {
      const frozen = Object.freeze({ list: [0] })
      const sealed = Object.seal({ n: 0 })
      const fixed = Object.preventExtensions([[0]])
      yield
      frozen.list.push(1)
      sealed.n++
      fixed[0]!.push(1)
      yield [
        [Object.isFrozen(frozen), frozen],
        [Object.isSealed(sealed) && !Object.isFrozen(sealed), sealed],
        [!Object.isExtensible(fixed) && !Object.isSealed(fixed), fixed],
      ]
    }
    expect(assertIsolated(walk)).toEqual([
      [true, { list: [0, 1] }],
      [true, { n: 1 }],
      [true, [[0, 1]]],
    ])
  })
})

test('a clone is a generator of the same function', () => {
  function* walk() {
    yield 1
  }
  const copy = clone(walk())
  expect(copy).toBeInstanceOf(walk)
  expect(Object.prototype.toString.call(copy)).toBe('[object Generator]')
  expect([...copy]).toEqual([1])
})

test('nothing that ran before runs again', () => {
  let expensive = 0
  function* walk(): Generator<string, number, number> {
    expensive++
    const answer = yield 'asked'
    return answer * 2
  }
  const generator = walk()
  generator.next()
  const copies = [1, 2, 3].map(() => clone(generator))
  expect(copies.map((each, i) => each.next(i).value)).toEqual([0, 2, 4])
  expect(generator.next(10).value).toBe(20)
  expect(expensive).toBe(1)
})
