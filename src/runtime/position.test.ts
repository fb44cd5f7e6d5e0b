// Law: after a clone every iteration under way goes on from where it was, in each clone by itself; a
// foreign iterator is asked once for each element and closed once.

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

describe.each<[string, () => Iterable<unknown>]>([
  ['an array', () => [1, 2, 3, 4]],
  ['a string', () => 'a😀bc'],
  ['a Map', () => new Map([1, 2, 3, 4].map((n) => [n, -n]))],
  ['a Set', () => new Set([1, 2, 3, 4])],
  ['a typed array', () => new Uint8Array([1, 2, 3, 4])],
  ['a view of an array', () => [1, 2, 3, 4].entries()],
  ['the keys of a Map', () => new Map([1, 2, 3, 4].map((n) => [n, -n])).keys()],
  ['a foreign iterator', () => foreign({ pulled: 0, closed: 0 }, 4)],
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
