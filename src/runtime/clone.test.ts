// Law: after a clone both go on from where they are, and no write of one is seen by the other.
// The refusals are in refusals.test.ts, iterations under way in position.test.ts.

import { List, Map as ImmutableMap, Record as ImmutableRecord } from 'immutable'
import { describe, expect, test } from 'vitest'
import { clone, cursorOf } from './index.ts'

/** `make` yields once, then changes what it holds and yields what it sees: each clone must see its own change only. */
function assertIsolated(make: () => Generator<unknown, unknown, unknown>): unknown {
  const generator = make()
  generator.next()
  const clones = [clone(generator), clone(generator)]
  const seen = [generator, ...clones, clone(clones[0]!)].map((each) => each.next().value)
  for (const value of seen) expect(value).toEqual(seen[0])
  expect(make().next()).toMatchObject({ done: false })
  return seen[0]
}

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

describe('captured variables:', () => {
  test('a closure counts the counter of its clone', () => {
    function* walk() {
      let count = 0
      const increment = () => ++count
      yield
      increment()
      yield [increment(), count]
    }
    expect(assertIsolated(walk)).toEqual([2, 2])
  })

  test('closures inside data and inside other closures are bound again', () => {
    function* walk() {
      let count = 0
      const holder = { list: [() => ++count], reader: () => () => count }
      yield
      holder.list[0]!()
      count += 10
      yield [holder.reader()(), count]
    }
    expect(assertIsolated(walk)).toEqual([11, 11])
  })

  test('each iteration keeps its own variable', () => {
    function* walk() {
      const bump: (() => number)[] = []
      for (let i = 0; i < 3; i++) bump.push(() => (i += 10))
      yield
      bump[1]!()
      yield bump.map((each) => each())
    }
    expect(assertIsolated(walk)).toEqual([10, 21, 12])
  })

  test('a closure keeps its properties and its name', () => {
    function* walk() {
      let n = 0
      const f: { (): number; list?: number[] } = () => ++n
      f.list = [0]
      yield
      f.list!.push(f())
      yield [f.name, f.list, n]
    }
    expect(assertIsolated(walk)).toEqual(['f', [0, 1], 1])
  })

  test('a class is bound again, with its statics and its methods', () => {
    function* walk() {
      let n = 0
      class Counter {
        static increment() {
          return ++n
        }
        static get next() {
          return ++n
        }
        increment() {
          return ++n
        }
      }
      yield
      yield [Counter.increment(), Counter.next, new Counter().increment()]
    }
    expect(assertIsolated(walk)).toEqual([1, 2, 3])
  })

  test('a closure that escaped keeps those of the original', () => {
    let escaped = (): number => 0
    function* walk() {
      let n = 0
      escaped = () => ++n
      yield
      yield n
    }
    const generator = walk()
    generator.next()
    const copy = clone(generator)
    escaped()
    expect([generator.next().value, copy.next().value]).toEqual([1, 0])
  })

  test('an inner generator function is bound again', () => {
    function* walk() {
      let n = 0
      function* inner() {
        yield ++n
      }
      yield
      yield [...inner(), ...inner(), n]
    }
    expect(assertIsolated(walk)).toEqual([1, 2, 2])
  })

  test('variables of the functions around are shared, as in JavaScript', () => {
    let around = 0
    function* walk() {
      yield
      yield ++around
    }
    const generator = walk()
    generator.next()
    const copy = clone(generator)
    expect([generator.next().value, copy.next().value]).toEqual([1, 2])
  })

  test('`this` is shared', () => {
    const object = {
      n: 0,
      *walk() {
        yield
        yield ++this.n
      },
    }
    const generator = object.walk()
    generator.next()
    const copy = clone(generator)
    expect([generator.next().value, copy.next().value]).toEqual([1, 2])
  })
})

describe('generators inside:', () => {
  function* numbers() {
    const seen: number[] = []
    for (let i = 1; ; i++) {
      seen.push(i)
      yield seen.slice()
    }
  }

  test('one in a variable goes on by itself', () => {
    function* walk() {
      const inner = numbers()
      inner.next()
      const alias = { inner }
      yield
      alias.inner.next()
      yield [inner.next().value, alias.inner === inner]
    }
    expect(assertIsolated(walk)).toEqual([[1, 2, 3], true])
  })

  test('one in a for-of goes on by itself', () => {
    function* walk() {
      for (const each of numbers()) yield each
    }
    expect(assertIsolated(walk)).toEqual([1, 2])
  })

  test('one in a delegation goes on by itself', () => {
    function* walk() {
      yield* numbers()
    }
    expect(assertIsolated(walk)).toEqual([1, 2])
  })

  test('one that is also held in a variable is the one that is iterated', () => {
    function* walk() {
      const inner = numbers()
      for (const each of inner) {
        yield each
        yield inner.next().value
      }
    }
    expect(assertIsolated(walk)).toEqual([1, 2])
  })

  test('one that has finished or not started stays so', () => {
    function* walk() {
      const finished = numbers()
      finished.return()
      const fresh = numbers()
      yield
      yield [finished.next(), fresh.next()]
    }
    expect(assertIsolated(walk)).toEqual([
      { value: undefined, done: true },
      { value: [1], done: false },
    ])
  })
})

describe('where a generator may stand:', () => {
  test('not started', () => {
    let runs = 0
    function* walk(list: number[]) {
      runs++
      list.push(1)
      yield list
    }
    const generator = walk([])
    const copy = clone(generator)
    expect(runs).toBe(0)
    expect([generator.next().value, copy.next().value]).toEqual([[1], [1]])
    expect(runs).toBe(2)
  })

  test('finished', () => {
    function* walk() {
      yield 1
    }
    const generator = walk()
    expect([...generator]).toEqual([1])
    expect(clone(generator).next()).toEqual({ value: undefined, done: true })
  })

  test('failed', () => {
    function* walk() {
      yield 1
      throw new Error('why')
    }
    const generator = walk()
    generator.next()
    const copy = clone(generator)
    expect(() => generator.next()).toThrow('why')
    expect(clone(generator).next()).toEqual({ value: undefined, done: true })
    expect(() => copy.next()).toThrow('why')
  })

  test('running: a TypeError, whether it is cloned itself or reached from a variable', () => {
    const held: { self?: Generator; holder?: Generator } = {}
    function* walk() {
      clone(held.self!)
      yield 1
    }
    held.self = walk()
    expect(() => held.self!.next()).toThrow(new TypeError('Generator is already running'))

    function* holder() {
      const { self } = held
      yield 1
      yield self
    }
    function* cloning() {
      yield clone(held.holder!)
    }
    held.self = cloning()
    held.holder = holder()
    held.holder.next()
    expect(() => held.self!.next()).toThrow(new TypeError('Generator is already running'))
  })

  test('inside a catch', () => {
    function* walk() {
      try {
        throw new Error('why')
      } catch (error) {
        yield
        yield (error as Error).message
      }
    }
    expect(assertIsolated(walk)).toBe('why')
  })

  const log: string[] = []
  function* pending(how: 'throw' | 'return' | 'break'): Generator<string, string> {
    for (;;) {
      try {
        if (how === 'throw') throw new Error('thrown')
        if (how === 'return') return 'returned'
        break
      } finally {
        yield 'finally'
        log.push(how)
      }
    }
    return 'after'
  }

  test.each<['return' | 'break' | 'throw', string]>([
    ['return', 'returned'],
    ['break', 'after'],
    ['throw', 'Error: thrown'],
  ])('inside a finally, %s pending', (how, end) => {
    log.length = 0
    const generator = pending(how)
    generator.next()
    const ends = [generator, clone(generator)].map((each) => {
      try {
        return each.next().value
      } catch (error) {
        return String(error)
      }
    })
    expect(ends).toEqual([end, end])
    expect(log).toEqual([how, how])
  })

  test('inside a finally, the consumer`s return pending', () => {
    function* walk() {
      try {
        yield 1
      } finally {
        yield 'finally'
      }
    }
    const generator = walk()
    generator.next()
    generator.return(5 as never)
    const copy = clone(generator)
    expect([generator.next(), copy.next()]).toEqual([
      { value: 5, done: true },
      { value: 5, done: true },
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

describe('what cannot change is shared:', () => {
  function* hold(value: unknown): Generator<unknown> {
    yield
    yield value
  }
  function cloned(value: unknown): unknown {
    const generator = hold(value)
    generator.next()
    return clone(generator).next().value
  }

  const IMMUTABLE: unique symbol = Symbol.for('multishot.immutable') as never
  class Cell {
    static readonly [IMMUTABLE] = true
    constructor(readonly content: unknown) {}
  }
  class Heir extends Cell {}
  const Pair = ImmutableRecord({ left: 1, right: 2 })

  test.each<[string, unknown]>([
    ['a symbol', Symbol('symbol')],
    ['a function', () => 1],
    ['a list of Immutable.js', List([1])],
    ['a map of Immutable.js', ImmutableMap({ a: 1 })],
    ['a record of Immutable.js', Pair({ left: 3 })],
    ['an instance of a class that declares itself immutable', new Cell([])],
    ['an instance of its subclass', new Heir([])],
    ['frozen data', Object.freeze({ list: Object.freeze([1, Object.freeze({})]) })],
    ['a frozen object that holds immutable instances', Object.freeze([new Cell(1), List([1])])],
  ])('%s', (_what, value) => {
    expect(cloned(value)).toBe(value)
  })

  test('data is copied that is not frozen all the way down', () => {
    const value = Object.freeze({ list: [1] })
    const copy = cloned(value) as typeof value
    expect(copy).toEqual(value)
    expect(copy).not.toBe(value)
    expect(copy.list).not.toBe(value.list)
  })

  test('frozen cycles', () => {
    const value: { self?: unknown } = {}
    value.self = value
    expect(cloned(Object.freeze(value))).toBe(value)
  })
})

describe('a value with [Symbol.for("multishot.clone")]', () => {
  const CLONE = Symbol.for('multishot.clone')
  class Account {
    readonly entries: unknown[]
    constructor(entries: unknown[]) {
      this.entries = entries
    }
    [CLONE](copy: <T>(value: T) => T): Account {
      return new Account(copy(this.entries))
    }
  }

  test('says itself how it is copied, and what it shares stays shared', () => {
    function* walk() {
      const entries: unknown[] = []
      const account = new Account(entries)
      const alias = [account]
      yield
      account.entries.push(1)
      yield [alias[0] === account, account.entries === entries, entries]
    }
    expect(assertIsolated(walk)).toEqual([true, true, [1]])
  })

  test('is asked once for each clone', () => {
    let asked = 0
    class Counted {
      [CLONE]() {
        asked++
        return new Counted()
      }
    }
    function* walk() {
      const counted = new Counted()
      const aliases = [counted, counted]
      yield
      yield [counted, aliases]
    }
    const generator = walk()
    generator.next()
    clone(generator)
    expect(asked).toBe(1)
  })

  test('may share itself', () => {
    class Handle {
      [CLONE]() {
        return this
      }
    }
    const handle = new Handle()
    function* walk() {
      const held = handle
      yield
      yield held
    }
    const generator = walk()
    generator.next()
    expect(clone(generator).next().value).toBe(handle)
  })

  test('may clone other generators on the way', () => {
    function* numbers() {
      const list = [1]
      yield list
    }
    const other = numbers()
    class Cloning {
      constructor(readonly inner: Generator = other) {}
      [CLONE](): Cloning {
        return new Cloning(clone(this.inner))
      }
    }
    function* walk() {
      const list: unknown[] = []
      const cloning = new Cloning()
      const alias = { list }
      yield
      list.push(cloning.inner.next().value)
      yield [alias.list === list, list]
    }
    const generator = walk()
    generator.next()
    const seen = [clone(generator), clone(generator)].map((each) => each.next().value)
    expect(seen).toEqual([
      [true, [[1]]],
      [true, [[1]]],
    ])
  })

  test('passes its own error on, and later clones are not harmed', () => {
    let fails = true
    class Moody {
      [CLONE]() {
        if (fails) throw new Error('not now')
        return new Moody()
      }
    }
    function* walk() {
      const list = [1]
      const moody = new Moody()
      yield
      list.push(2)
      yield [list, moody]
    }
    const generator = walk()
    generator.next()
    expect(() => clone(generator)).toThrow('not now')
    fails = false
    const copy = clone(generator)
    generator.next()
    expect(copy.next().value).toEqual([[1, 2], new Moody()])
  })
})

describe('a stack that holds nothing mutable', () => {
  function* nested(n: number): Generator<number, number> {
    if (n > 0) return n + (yield* nested(n - 1))
    yield n
    return 0
  }

  test('is shared by pointer, whatever its depth', () => {
    const generator = nested(1000)
    generator.next()
    const copy = clone(generator)
    expect(cursorOf(copy)!.stack).toBe(cursorOf(generator)!.stack)
    expect(generator.next().value).toBe(500_500)
    expect(copy.next().value).toBe(500_500)
  })

  test('is shared also below a frame that must be copied', () => {
    function* walk(): Generator<number, number> {
      const list = [1]
      const sum = yield* nested(10)
      return sum + list.push(1)
    }
    function* below(): Generator<number, number> {
      return 1 + (yield* walk())
    }
    const generator = below()
    generator.next()
    const [one, other] = [cursorOf(generator)!.stack!, cursorOf(clone(generator))!.stack!]
    expect(other).not.toBe(one)
    const bottom = (stack: typeof one) => {
      let frame = stack
      while (frame.$parent !== null) frame = frame.$parent
      return frame
    }
    expect(bottom(other)).toBe(bottom(one))
    expect(generator.next().value).toBe(58)
  })

  test('is not written when one of its clones goes on', () => {
    function* walk() {
      for (let i = 0; ; i++) yield i
    }
    const generator = walk()
    generator.next()
    const stack = cursorOf(generator)!.stack!
    const before = { ...stack }
    clone(generator).next()
    generator.next()
    expect({ ...stack, $clean: null }).toEqual({ ...before, $clean: null })
  })
})
