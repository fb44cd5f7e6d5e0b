// Law: a compiled generator cannot be told from a native one by its protocol (ECMAScript, "Generator Objects").

import { describe, expect, test } from 'vitest'

const log: string[] = []
function* walk(): Generator<unknown, string, unknown> {
  log.push('started')
  try {
    const answer = yield 'first'
    yield answer
  } finally {
    log.push('closed')
  }
  return 'end'
}
function fresh() {
  log.length = 0
  return walk()
}

describe('before it has started', () => {
  test('the first value sent is lost', () => {
    expect(fresh().next('lost')).toEqual({ value: 'first', done: false })
  })

  test('throw finishes it without running it', () => {
    const generator = fresh()
    const error = new Error('early')
    expect(() => generator.throw(error)).toThrow(error)
    expect(generator.next()).toEqual({ value: undefined, done: true })
    expect(log).toEqual([])
  })

  test('return finishes it without running it', () => {
    const generator = fresh()
    expect(generator.return('early')).toEqual({ value: 'early', done: true })
    expect(generator.next()).toEqual({ value: undefined, done: true })
    expect(log).toEqual([])
  })
})

describe('suspended', () => {
  test('it receives what is sent', () => {
    const generator = fresh()
    generator.next()
    expect(generator.next('sent')).toEqual({ value: 'sent', done: false })
    expect(generator.next()).toEqual({ value: 'end', done: true })
    expect(log).toEqual(['started', 'closed'])
  })

  test('it meets what is thrown', () => {
    const generator = fresh()
    generator.next()
    const error = new Error('thrown')
    expect(() => generator.throw(error)).toThrow(error)
    expect(log).toEqual(['started', 'closed'])
    expect(generator.next()).toEqual({ value: undefined, done: true })
  })

  test('anything may be thrown and returned', () => {
    function* catching(): Generator<unknown, unknown> {
      try {
        yield 1
      } catch (error) {
        return [error]
      }
      return 'not reached'
    }
    for (const value of [undefined, null, 0, 'text', {}]) {
      const [throwing, returning] = [catching(), catching()]
      throwing.next()
      returning.next()
      expect(throwing.throw(value)).toEqual({ value: [value], done: true })
      expect(returning.return(value)).toEqual({ value, done: true })
    }
  })

  test('it runs its finally when it is left', () => {
    const generator = fresh()
    generator.next()
    expect(generator.return('left')).toEqual({ value: 'left', done: true })
    expect(log).toEqual(['started', 'closed'])
  })

  test('a finally may yield, and may replace what is on its way', () => {
    function* stubborn(): Generator<string, string> {
      try {
        yield 'try'
      } finally {
        yield 'finally'
        // oxlint-disable-next-line no-unsafe-finally -- this is what the test is about
        return 'replaced'
      }
    }
    const [returning, throwing] = [stubborn(), stubborn()]
    returning.next()
    throwing.next()
    expect(returning.return('left')).toEqual({ value: 'finally', done: false })
    expect(throwing.throw(new Error('thrown'))).toEqual({ value: 'finally', done: false })
    for (const each of [returning, throwing]) expect(each.next()).toEqual({ value: 'replaced', done: true })
  })
})

describe('finished', () => {
  test.each(['by its end', 'by return', 'by an error'])('%s, it stays finished', (how) => {
    const generator = fresh()
    generator.next()
    if (how === 'by its end') Array.from(generator)
    else if (how === 'by return') generator.return('any')
    else
      try {
        generator.throw(new Error('any'))
      } catch {}
    expect(generator.next('any')).toEqual({ value: undefined, done: true })
    expect(generator.return('value')).toEqual({ value: 'value', done: true })
    expect(() => generator.throw(new Error('late'))).toThrow('late')
    expect([...generator]).toEqual([])
  })
})

describe('running', () => {
  test.each(['next', 'return', 'throw'] as const)('%s is a TypeError that the body may catch', (method) => {
    const held: { generator?: Generator<unknown> } = {}
    function* reentering() {
      try {
        held.generator![method](undefined)
      } catch (error) {
        yield error
      }
      yield 'alive'
    }
    held.generator = reentering()
    expect(held.generator.next().value).toEqual(new TypeError('Generator is already running'))
    expect(held.generator.next().value).toBe('alive')
  })

  test('it is running while what it delegates to runs', () => {
    const held: { generator?: Generator<unknown> } = {}
    function* inner() {
      yield 1
      held.generator!.next()
    }
    function* outer() {
      yield* inner()
    }
    held.generator = outer()
    held.generator.next()
    expect(() => held.generator!.next()).toThrow(new TypeError('Generator is already running'))
    expect(held.generator.next()).toEqual({ value: undefined, done: true })
  })
})

describe('a result', () => {
  test('is a fresh plain object with value and done, in this order', () => {
    const generator = fresh()
    const [one, other] = [generator.next(), generator.next()]
    expect(one).not.toBe(other)
    for (const each of [one, other, generator.next(), generator.next()]) {
      expect(Object.getPrototypeOf(each)).toBe(Object.prototype)
      expect(Reflect.ownKeys(each)).toEqual(['value', 'done'])
    }
  })

  test('of a foreign iterator is passed on unopened', () => {
    const result = {
      done: false,
      get value(): never {
        throw new Error('opened')
      },
      extra: 1,
    }
    function* delegating() {
      yield* { [Symbol.iterator]: () => ({ next: () => result }) }
    }
    expect(delegating().next()).toBe(result)
  })
})

describe('to everyone else', () => {
  function* numbers() {
    yield 1
    yield 2
    return 3
  }

  test('it is its own iterator', () => {
    const generator = numbers()
    expect(generator[Symbol.iterator]()).toBe(generator)
    expect(Reflect.ownKeys(generator)).toEqual([])
  })

  test('it can be spread, destructured, looped over and delegated to by native code', () => {
    const native = new Function('make', 'return (function* () { return yield* make() })()')(numbers)
    const [first] = numbers()
    expect([[...numbers()], Array.from(numbers()), first]).toEqual([[1, 2], [1, 2], 1])
    expect([native.next(), native.next(), native.next()].map(({ value }) => value)).toEqual([1, 2, 3])
  })

  test('its methods are shared, refuse other receivers, and work on it when borrowed', () => {
    const [one, other] = [numbers(), walk()]
    const { next } = one
    expect(other.next).toBe(next)
    expect(Reflect.apply(next, one, [])).toEqual({ value: 1, done: false })
    const native: Generator = new Function('return (function* () {})()')()
    for (const receiver of [{}, undefined, native, [][Symbol.iterator]()])
      expect(() => Reflect.apply(next, receiver, [])).toThrow(TypeError)
    expect([next.name, next.length]).toEqual(['next', 1])
  })

  test('an iterator without `throw` is closed and the mistake reported', () => {
    let closed = 0
    function* delegating() {
      yield* {
        [Symbol.iterator]: () => ({
          next: () => ({ value: 1, done: false }),
          return: () => ({ value: closed++, done: true }),
        }),
      }
    }
    const generator = delegating()
    generator.next()
    expect(() => generator.throw(new Error('lost'))).toThrow(TypeError)
    expect(closed).toBe(1)
  })

  test.each([undefined, null, 5, {}, () => 1])('delegating to %s is a TypeError', (value) => {
    function* delegating() {
      yield* value as Iterable<unknown>
    }
    expect(() => delegating().next()).toThrow(TypeError)
  })
})
