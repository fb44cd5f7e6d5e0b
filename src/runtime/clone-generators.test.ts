// Generators that a generator holds are cloned with it, and a clone may be made wherever a generator stands.

import { describe, expect, test } from 'vitest'
import { assertIsolated } from '../../testing/isolated.ts'
import { clone } from './index.ts'

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
