// Generators that stay native, because they come out of `eval`. What clones of compiled ones do is the measure.

import { describe, expect, test } from 'vitest'
import { inspect } from '../frames/index.ts'
import { amb, choose, clone, fail, guard, replayable, resource, solve } from '../index.ts'

type Any = (...args: any[]) => Generator<any, any, any>

/** A native function, with `scope` in sight. */
function native(source: string, scope: object = {}): Any {
  return new Function(...Object.keys(scope), `return (${source})`)(...Object.values(scope)) as Any
}

const counter = (): ReturnType<typeof replayable<Any>> =>
  replayable(native('function* counter(total) { for (;;) total += yield total }'))

describe('a clone of a replayable generator', () => {
  test('goes on from where the original was, and so does the original', () => {
    const make = counter()
    const g = make(1)
    g.next()
    g.next(5)
    const h = clone(g)
    expect([g.next(1).value, h.next(10).value, g.next(1).value, h.next(10).value]).toEqual([7, 16, 8, 26])
    expect(make.reruns).toBe(1)
  })

  test('runs nothing before it is resumed, and nothing again where the original was dropped', () => {
    const make = counter()
    let g = make(0)
    for (let n = 0; n < 10; n++) {
      g.next(1)
      g = clone(g)
    }
    expect(g.next(1).value).toBe(10)
    expect(make.reruns).toBe(0)
  })

  test('is sent what the original was sent by `throw` too, and closes by itself', () => {
    const log: string[] = []
    const make = replayable(
      native(
        `function* walk() { try { for (;;) try { yield 1 } catch (e) { yield e } } finally { log.push('left') } }`,
        {
          log,
        },
      ),
    )
    const g = make()
    g.next()
    expect(g.throw('a').value).toBe('a')
    const h = clone(g)
    expect([g.return(5), h.next().value]).toEqual([{ value: 5, done: true }, 1])
    expect(log).toEqual(['left'])
    expect(h.return(6)).toEqual({ value: 6, done: true })
    expect(log).toEqual(['left', 'left'])
  })

  test('has its own copy of arguments and of what was sent, as they were then', () => {
    const g = replayable(
      native(
        'function* grow(list) { for (;;) { const sent = yield [...list]; sent.push(0); list.push(sent.length) } }',
      ),
    )([])
    g.next()
    g.next([1, 2])
    const h = clone(g)
    expect([g.next([]).value, h.next([1, 2, 3, 4]).value]).toEqual([
      [3, 1],
      [3, 5],
    ])
  })

  test('may stand in a variable of a compiled generator, or be delegated to', () => {
    const make = counter()
    function* outer(): Generator<number, void, number> {
      const inner = make(0)
      inner.next()
      inner.next(3)
      yield* make(100)
      yield inner.next(4).value
    }
    const g = outer()
    g.next()
    g.next(1)
    const h = clone(g)
    expect([g.next(10).value, h.next(20).value]).toEqual([111, 121])
  })

  test('of one that has finished has finished', () => {
    const g = replayable(native('function* () { return 1 }'))()
    g.next()
    expect(clone(g).next()).toEqual({ value: undefined, done: true })
  })
})

test('they are labelled', () => {
  const g = counter()(0)
  expect(Object.prototype.toString.call(g)).toBe('[object ReplayedGenerator]')
  expect(inspect(g)).toMatchObject({ functionName: 'counter (replayed)', frames: [] })
  expect(g[Symbol.iterator]()).toBe(g)
})

describe('a search of a replayable program', () => {
  test('finds what a search of a compiled one finds', () => {
    const triples = replayable(
      native(
        `function* triples() {
          const c = yield* choose([5, 10, 13])
          const b = yield* choose([4, 8, 12])
          const a = yield* amb(3, 5, 6)
          yield* guard(a * a + b * b === c * c)
          if (c === 10) yield* fail()
          return [a, b, c]
        }`,
        { amb, choose, fail, guard },
      ),
    )
    expect(solve(triples as never).toArray()).toEqual([
      [3, 4, 5],
      [5, 12, 13],
    ])
    expect(triples.reruns).toBeGreaterThan(10)
  })

  test.each([
    [
      'amb(++runs.count, 7)',
      'this one to `yield an instance of Choice {tag: "choice", options: [2: 0: 2, 1: 7]',
    ],
    ['choose([++runs.count])', 'this one to `yield an instance of Choice {tag: "choice", options: [1: 0: 2]'],
  ])('is stopped where it offers other options than before: %s', (choice, message) => {
    const program = replayable(
      native(`function* () { yield* amb(1, 2); return yield* ${choice} }`, {
        amb,
        choose,
        runs: { count: 0 },
      }),
    )
    const g = program()
    g.next()
    g.next()
    const h = clone(g)
    g.next()
    expect(() => h.next()).toThrow(message)
  })

  test('reads what it has open once, and it is closed once', () => {
    const log: string[] = []
    const program = replayable(
      native(
        `function* program() {
          const file = yield* resource(() => (log.push('open'), { name: 'file' }), () => log.push('close'), { onFork: 'share' })
          const n = yield* choose([1, 2, 3])
          return file.name + n
        }`,
        { choose, log, resource },
      ),
    )
    expect(solve(program as never).toArray()).toEqual(['file1', 'file2', 'file3'])
    expect(log).toEqual(['open', 'close'])
  })
})

describe('a run that does not do the same again is stopped', () => {
  test.each([
    ['yields something else', 'yield calls', /came to `yield 1`, this one to `yield 2`/],
    [
      'yields other data',
      'yield { list: [calls] }',
      /`yield an object {list: \[1: 0: 1\]}`, this one to `yield an object {list: \[1: 0: 2\]}`/,
    ],
    ['ends early', 'if (calls > 1) return; yield 1', /`yield 1`, this one to `return undefined`/],
    [
      'throws',
      'if (calls > 1) throw new Error("why"); yield 1',
      /`yield 1`, this one to `throw an instance of Error`/,
    ],
  ])('%s', (_what, body, message) => {
    const scope = { runs: { count: 0 } }
    const make = replayable(native(`function* odd() { const calls = ++runs.count; ${body}; yield 2 }`, scope))
    const g = make()
    g.next()
    const h = clone(g)
    g.next()
    expect(() => h.next()).toThrow(/^MS1030: odd did something else when it was run again/)
    expect(() => clone(h).next()).not.toThrow()
    scope.runs.count = 0
    const other = make()
    other.next()
    const late = clone(other)
    other.next()
    expect(() => late.next()).toThrow(message)
  })

  test('a resource of which each clone has its own would be the same one in each run', () => {
    const program = native(
      'function* () { yield* resource(() => ({}), () => 1, { onFork: "dup", dup: () => ({}) }) }',
      {
        resource,
      },
    )
    expect(() => replayable(program)().next()).toThrow(/^MS1032/)
  })

  test('what cannot be replayed is refused by name', () => {
    expect(() => replayable(5 as never)).toThrow(/^MS1031: .* got 5/)
    expect(() => replayable((() => [1]) as unknown as Any)()).toThrow(/^MS1031: .* got an instance of Array/)
    expect(() => replayable(native('async function* () {}'))()).toThrow(
      /^MS1031: .* got an AsyncGenerator object/,
    )
    expect(() => counter()(new WeakMap())).toThrow(
      /^MS1003: cannot clone an argument of a replayable function: it holds an instance of WeakMap/,
    )
    const g = counter()(0)
    g.next()
    expect(() => g.next(new WeakMap())).toThrow(
      /^MS1003: cannot clone what a replayable generator was sent: it holds an instance of WeakMap/,
    )
  })
})
