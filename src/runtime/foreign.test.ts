// Law: a foreign iterator is asked once for each element, gives all clones the same, and is closed once, by the last
// clone that leaves it or is given up.

import { describe, expect, test } from 'vitest'
import { abandon, clone } from './index.ts'

interface Log {
  pulled: number
  closed: number
}

/** A foreign iterator over 1, 2, …, `length` that counts what is asked of it. */
function foreign(log: Log, length: number): Iterable<number, string> {
  return {
    [Symbol.iterator]: () => ({
      next: () => (log.pulled < length ? { value: ++log.pulled, done: false } : { value: 'end', done: true }),
      return() {
        log.closed++
        return { value: undefined as never, done: true }
      },
    }),
  }
}

function* walk(iterable: Iterable<unknown>) {
  for (const each of iterable) yield each
}

describe('a foreign iterator', () => {
  test('gives each element once, whatever the order of the clones', () => {
    const log = { pulled: 0, closed: 0 }
    const generator = walk(foreign(log, 3))
    generator.next()
    const copy = clone(generator)
    expect(copy.next().value).toBe(2)
    expect(log.pulled).toBe(2)
    expect(generator.next().value).toBe(2)
    expect(log.pulled).toBe(2)
    expect([[...generator], [...copy]]).toEqual([[3], [3]])
    expect(log).toEqual({ pulled: 3, closed: 0 })
  })

  test('is not opened before it is needed, and opened by each that was not started', () => {
    let opened = 0
    const iterable = {
      [Symbol.iterator]() {
        opened++
        return [1][Symbol.iterator]()
      },
    }
    const generator = walk(iterable)
    expect(opened).toBe(0)
    generator.next()
    clone(generator).next()
    expect(opened).toBe(1)
  })

  test('is closed by the last that leaves it', () => {
    const log = { pulled: 0, closed: 0 }
    const generator = walk(foreign(log, 5))
    generator.next()
    const [one, other] = [clone(generator), clone(generator)]
    one.return()
    generator.return()
    expect(log.closed).toBe(0)
    expect(other.next().value).toBe(2)
    other.return()
    expect(log.closed).toBe(1)
    other.return()
    expect(log.closed).toBe(1)
  })

  test('that has come to its end is not closed', () => {
    const log = { pulled: 0, closed: 0 }
    const generator = walk(foreign(log, 1))
    generator.next()
    const copy = clone(generator)
    expect([...generator, ...copy]).toEqual([])
    expect(log.closed).toBe(0)
  })

  test.each(['break', 'throw', 'return'])('is closed once by %s', (how) => {
    const log = { pulled: 0, closed: 0 }
    function* leaving(): Generator<number, string> {
      for (const each of foreign(log, 5)) {
        yield each
        if (how === 'break') break
        if (how === 'throw') throw new Error('thrown')
        return 'returned'
      }
      return 'after'
    }
    const generator = leaving()
    generator.next()
    const ends = [clone(generator), generator].map((each) => {
      try {
        return each.next().value
      } catch (error) {
        return (error as Error).message
      }
    })
    const end = { break: 'after', throw: 'thrown', return: 'returned' }[how]
    expect(ends).toEqual([end, end])
    expect(log.closed).toBe(1)
  })

  test('that throws is not closed, and its error is met where it was', () => {
    const log = { pulled: 0, closed: 0 }
    const failing: Iterable<number> = {
      [Symbol.iterator]: () => ({
        next() {
          if (++log.pulled > 1) throw new Error('no more')
          return { value: 1, done: false }
        },
        return() {
          log.closed++
          return { value: undefined, done: true }
        },
      }),
    }
    const generator = walk(failing)
    generator.next()
    expect(() => generator.next()).toThrow('no more')
    expect(log).toEqual({ pulled: 2, closed: 0 })
  })

  test('that is delegated to answers all clones alike', () => {
    const log = { pulled: 0, closed: 0 }
    function* delegating(): Generator<number, string> {
      return `returned ${yield* foreign(log, 3)}`
    }
    const generator = delegating()
    generator.next()
    const copy = clone(generator)
    const rest = [2, 3].map((value) => ({ value, done: false }))
    for (const each of [generator, copy])
      expect([each.next(), each.next(), each.next()]).toEqual([
        ...rest,
        { value: 'returned end', done: true },
      ])
    expect(log.pulled).toBe(3)
  })
})

describe('elements of a foreign iterator', () => {
  function* boxes(): Generator<{ n: number; list: number[] }> {
    for (let n = 0; ; n++) yield { n, list: [n] }
  }
  /** A native iterator over fresh objects. */
  const foreignBoxes = (): Iterable<{ n: number; list: number[] }> => {
    const inner = boxes()
    return { [Symbol.iterator]: () => ({ next: () => inner.next() }) }
  }

  function* changing() {
    for (const box of foreignBoxes()) {
      box.list.push(9)
      yield box
    }
  }

  test('are not changed for one clone by what another does to them', () => {
    const generator = changing()
    generator.next()
    const clones = [generator, clone(generator), clone(generator)]
    const seen = clones.map((each) => [each.next().value, each.next().value])
    for (const each of seen)
      expect(each).toEqual([
        { n: 1, list: [1, 9] },
        { n: 2, list: [2, 9] },
      ])
    expect(seen[0]![0]).not.toBe(seen[1]![0])
  })

  test('reach the consumers of a delegation as their own', () => {
    function* delegating(): Generator<{ list: number[] }> {
      yield* foreignBoxes()
    }
    const generator = delegating()
    generator.next()
    const copy = clone(generator)
    generator.next().value.list.push(9)
    expect(copy.next().value.list).toEqual([1])
  })

  test('are the very same as long as there is one reader', () => {
    const [one, other] = [{}, {}]
    function* walk() {
      for (const each of { [Symbol.iterator]: () => [one, other].map(String).keys() } as Iterable<unknown>)
        yield each
    }
    function* same(objects: Iterable<object>) {
      for (const each of objects) yield each
    }
    const foreignOnes = { [Symbol.iterator]: () => new Set([one, other])[Symbol.iterator]() }
    const generator = same(foreignOnes)
    expect(generator.next().value).toBe(one)
    expect([...walk()]).toEqual([0, 1])
    const copy = clone(generator)
    abandon(copy)
    expect(generator.next().value).toBe(other)
  })

  test('are refused where they cannot be copied, but not to the only reader that is left', () => {
    class Person {}
    const person = new Person()
    function* walk() {
      for (const each of { [Symbol.iterator]: () => new Set([1, person]).values() }) yield each
    }
    const generator = walk()
    generator.next()
    const copy = clone(generator)
    expect(() => generator.next()).toThrow(/^MS1003: cannot clone an element of an iterator .* Person/)
    expect(copy.next().value).toBe(person)
  })

  test('are shared where the policy of the clone says so', () => {
    class Person {}
    const person = new Person()
    function* walk() {
      for (const each of { [Symbol.iterator]: () => new Set([1, person]).values() }) yield each
    }
    const generator = walk()
    generator.next()
    const copy = clone(generator, { copy: { Person: 'share' } })
    expect([generator.next().value, copy.next().value]).toEqual([person, person])
  })
})

describe('a clone that is given up', () => {
  function* firstOf(iterable: Iterable<unknown>) {
    for (const each of iterable) {
      yield each
      break
    }
    yield 'after'
  }

  test('no longer keeps an iterator open that another has left', () => {
    const log: Log = { pulled: 0, closed: 0 }
    const generator = firstOf(foreign(log, 5))
    generator.next()
    const [one, other] = [clone(generator), clone(generator)]
    generator.next()
    abandon(one)
    expect(log.closed).toBe(0)
    abandon(other)
    expect(log.closed).toBe(1)
  })

  test('does not close what nobody wanted to close', () => {
    const log: Log = { pulled: 0, closed: 0 }
    const generator = walk(foreign(log, 5))
    generator.next()
    const copy = clone(generator)
    abandon(copy)
    abandon(generator)
    expect(log.closed).toBe(0)
    expect([copy.next(), generator.next()]).toEqual([
      { value: undefined, done: true },
      { value: undefined, done: true },
    ])
  })

  test('leaves the iterator to the last one, which closes it itself', () => {
    const log: Log = { pulled: 0, closed: 0 }
    const generator = firstOf(foreign(log, 5))
    generator.next()
    abandon(clone(generator))
    generator.next()
    expect(log.closed).toBe(1)
  })

  test.each<[string, (inner: Generator<unknown>) => unknown]>([
    ['in a variable', (inner) => inner],
    ['in an array', (inner) => [inner]],
    ['in a Map', (inner) => new Map([[1, { inner }]])],
    ['in a closure', (inner) => () => inner],
  ])('gives up the generators that it holds %s', (_where, put) => {
    const log: Log = { pulled: 0, closed: 0 }
    const inner = firstOf(foreign(log, 5))
    inner.next()
    function* holding(): Generator<unknown, void, void> {
      let own: Generator<unknown> | null = inner
      const held = put(own)
      const get = (): unknown => own
      yield get()
      own = null
      yield held
    }
    const outer = holding()
    outer.next()
    const copy = clone(outer)
    inner.next()
    expect(log.closed).toBe(0)
    abandon(copy)
    expect(log.closed).toBe(1)
  })

  test('runs none of its code', () => {
    let ran = false
    function* walk() {
      try {
        yield 1
      } finally {
        ran = true
      }
    }
    const generator = walk()
    generator.next()
    abandon(generator)
    expect(generator.next()).toEqual({ value: undefined, done: true })
    expect(ran).toBe(false)
  })

  test('is not running', () => {
    const held: { self?: Generator } = {}
    function* walk() {
      abandon(held.self!)
      yield 1
    }
    held.self = walk()
    expect(() => held.self!.next()).toThrow(new TypeError('Generator is already running'))
  })
})
