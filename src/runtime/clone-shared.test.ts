// What a clone shares: what cannot change, what a value says itself of its copy, and stacks that hold nothing mutable.

import { List, Map as ImmutableMap, Record as ImmutableRecord } from 'immutable'
import { describe, expect, test } from 'vitest'
import { assertIsolated } from '../../testing/isolated.ts'
import { clone, cursorOf } from './index.ts'

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
