import { describe, expect, test } from 'vitest'
import { amb, choose, Effect, either, MultishotError, solve } from '../index.ts'
import type { Program } from '../index.ts'

function* pair() {
  const a = yield* amb(1, 2)
  const b = yield* amb('x', 'y')
  return `${a}${b}`
}

function* sub(from: number) {
  return yield* amb(from, from + 1)
}

function* faulty() {
  const n = yield* amb(1, 2, 3)
  if (n === 2) throw new RangeError('two')
  return n
}

describe('errors of the program', () => {
  test('are thrown to the consumer who gets there, on every walk', () => {
    const stream = solve(faulty)
    for (let walks = 0; walks < 2; walks++) {
      const walk = stream[Symbol.iterator]()
      expect(walk.next().value).toBe(1)
      expect(() => walk.next()).toThrow(new RangeError('two'))
      expect(() => walk.next()).toThrow(new RangeError('two'))
    }
    expect(stream.status).toMatchObject({
      reason: 'failed',
      error: new RangeError('two'),
      steps: 3,
      solutions: 1,
    })
  })

  test('do not reach those who stop before', () => {
    expect(solve(faulty).take(1).toArray()).toEqual([1])
  })

  test('that it catches itself go on', () => {
    const stream = solve(function* () {
      try {
        return yield* faulty()
      } catch (error) {
        return String(error)
      }
    })
    expect(stream.toArray()).toEqual([1, 'RangeError: two', 3])
  })

  test('of an iterable of options are its own', () => {
    const options = {
      *[Symbol.iterator]() {
        yield 1
        throw new RangeError('drawn')
      },
    }
    const walk = solve(function* () {
      return yield* choose(options)
    })[Symbol.iterator]()
    expect(walk.next().value).toBe(1)
    expect(() => walk.next()).toThrow(new RangeError('drawn'))
  })
})

/** Three options, and a log of when they were closed. */
function closing() {
  const log: string[] = []
  const options: Iterable<number> = {
    [Symbol.iterator]() {
      let n = 0
      return {
        next: () => ({ value: ++n, done: n > 3 }),
        return(value) {
          log.push('closed')
          return { value, done: true }
        },
      }
    },
  }
  return { log, options }
}

describe('options that are drawn are closed', () => {
  test('once, when a bound ends the search', () => {
    const { log, options } = closing()
    const stream = solve(() => drawing(options), { solutions: 2 })
    expect(stream.toArray()).toEqual([1, 2])
    expect(stream.toArray()).toEqual([1, 2])
    expect(log).toEqual(['closed'])
  })

  test('not when they were exhausted', () => {
    const { log, options } = closing()
    expect(solve(() => drawing(options)).toArray()).toEqual([1, 2, 3])
    expect(log).toEqual([])
  })

  test('when the program throws, whose error is the one reported', () => {
    const { log, options } = closing()
    const stream = solve(function* () {
      const n = yield* choose(options)
      if (n === 2) throw new RangeError('two')
      return n
    })
    expect(() => stream.toArray()).toThrow(new RangeError('two'))
    expect(log).toEqual(['closed'])
  })

  test('not by a consumer who stops walking, for the stream may be walked on', () => {
    const { log, options } = closing()
    const stream = solve(() => drawing(options))
    for (const _ of stream) break
    expect(log).toEqual([])
    expect(stream.toArray()).toEqual([1, 2, 3])
  })
})

function* drawing(options: Iterable<number>) {
  return yield* choose(options)
}

describe('what solve refuses', () => {
  const expected = 'solve(program) expected a generator function without parameters, got'

  test.each([
    ['a number', 5, `MS3001: ${expected} 5.`],
    ['nothing', undefined, `MS3001: ${expected} undefined.`],
    ['a generator', pair(), `MS3001: ${expected} a Generator object.`],
    ['parameters', sub, `MS3002: ${expected} sub with 1.`],
    [
      'a class',
      class Knights {},
      `MS3001: ${expected} the class Knights. Write solve(() => new Knights(…).method())`,
    ],
    [
      'what returns an effect',
      () => amb(1, 2),
      `MS3003: ${expected} a function that returned the effect 'choice' without`,
    ],
    ['an ordinary function', () => 5, `MS3003: ${expected} a function that returned 5.`],
    ['an async one', async () => 5, `MS3003: ${expected} a function that returned an instance of Promise.`],
  ])('%s', (_name, program, message) => {
    expect(() => solve(program as never)).toThrow(message)
  })

  test('a program that was not compiled', () => {
    const native = new Function('return function* native() { yield 1 }')() as Program<number, never>
    expect(() => solve(native)).toThrow(
      /^MS1001: the program native is a native generator.*multishot\/register/,
    )
  })

  test('an alternative that was not compiled', () => {
    const native = new Function('return function* native() { yield 1 }')() as Program<number, never>
    const stream = solve(function* () {
      return yield* either(pair, native)
    })
    expect(() => stream.toArray()).toThrow(/^MS1001/)
  })

  class Ask extends Effect<string> {
    readonly tag = 'ask'
  }

  test.each([
    [
      'an effect of the user’s own',
      new Ask(),
      "MS3005: the program asked for the effect 'ask' (an instance of Ask) in ",
    ],
    ['a value', 5, /^MS3006: the program yielded 5 in .* \(.*:\d+:\d+\), which is not an effect/],
    ['nothing', undefined, 'MS3006: the program yielded undefined'],
    ['a function', pair, 'Call it: `yield* f()`'],
    ['a generator', pair(), 'Write `yield*` with the star'],
    ['a promise', Promise.resolve(), 'Only `await` waits'],
  ])('a program that yields %s', (_name, value, message) => {
    const stream = solve(function* () {
      yield value
    } as Program<void, never>)
    expect(() => stream.toArray()).toThrow(MultishotError)
    expect(() => stream.toArray()).toThrow(message)
  })

  test('a plain yield of a native iterator that the program delegates to', () => {
    const stream = solve(function* () {
      yield* [7]
    } as unknown as Program<void, never>)
    expect(() => stream.toArray()).toThrow(/^MS3006: the program yielded 7 in .*:\d+:\d+\)/)
  })
})
