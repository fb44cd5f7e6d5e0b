// What a compiled generator function is to everybody else, and how deep its calls may go.

import { describe, expect, test } from 'vitest'
import { clone, cursorOf, makerOf } from '../runtime/index.ts'
import type { Frame } from '../runtime/index.ts'

function* declared(a: unknown, _b: unknown, c = 1, ...rest: unknown[]) {
  yield [a, c, rest]
}
const expressed = function* (a: unknown) {
  yield a
}
const named = function* own() {
  yield own
}
const key = Symbol('key')
const object = {
  *method(_a: unknown, _b: unknown) {},
  *[key]() {},
  *'two words'() {},
}
class Walker {
  *walk(_a: unknown) {
    yield this
  }
  static *all() {}
}

const functions: [string, Function, string, number][] = [
  ['a declaration', declared, 'declared', 2],
  ['an expression', expressed, 'expressed', 1],
  ['a named expression', named, 'own', 0],
  ['an object method', object.method, 'method', 2],
  ['a method with a symbol', object[key], '[key]', 0],
  ['a method with a string', object['two words'], 'two words', 0],
  ['a class method', Walker.prototype.walk, 'walk', 1],
  ['a static method', Walker.all, 'all', 0],
]
const native = new Function('return function* () {}')() as Function

describe.each(functions)('%s', (_what, fn, name, length) => {
  test('is compiled', () => {
    expect(makerOf(fn)).toBeDefined()
  })

  test('has its name and length', () => {
    expect([fn.name, fn.length]).toEqual([name, length])
    for (const property of ['name', 'length'])
      expect(Object.getOwnPropertyDescriptor(fn, property)).toMatchObject({
        writable: false,
        enumerable: false,
        configurable: true,
      })
  })

  test('is no constructor', () => {
    expect(() => Reflect.construct(fn, [])).toThrow(TypeError)
    expect(() => new (fn as never as new () => unknown)()).toThrow(/not a constructor/)
  })

  test('has the prototype property of a generator function', () => {
    const ours = Object.getOwnPropertyDescriptor(fn, 'prototype')!
    const theirs = Object.getOwnPropertyDescriptor(native, 'prototype')!
    expect({ ...ours, value: null }).toEqual({ ...theirs, value: null })
    expect(Reflect.ownKeys(ours.value)).toEqual([])
  })

  test('makes generators that inherit from its prototype', () => {
    const generator: object = Reflect.apply(fn, undefined, [])
    expect(generator instanceof fn).toBe(true)
    expect(Object.prototype.toString.call(generator)).toBe('[object Generator]')
    expect(Object.prototype.toString.call(fn)).toBe('[object GeneratorFunction]')
    expect(fn instanceof Object.getPrototypeOf(native).constructor).toBe(true)
  })
})

test('a generator inherits from the prototype that its function has when it is called', () => {
  function* walk() {}
  const before = walk()
  const replaced = { extra: 1 }
  Object.assign(walk, { prototype: replaced })
  expect(Object.getPrototypeOf(walk())).toBe(replaced)
  expect(Object.getPrototypeOf(before)).not.toBe(replaced)
  Object.assign(walk, { prototype: 5 })
  expect([...walk()]).toEqual([])
})

test('parameters are bound by the call, the body waits for next', () => {
  const log: string[] = []
  function* walk(_value = log.push('default')) {
    log.push('body')
  }
  const generator = walk()
  expect(log).toEqual(['default'])
  generator.next()
  expect(log).toEqual(['default', 'body'])
  function* failing(_value = [][0]!['x']) {}
  expect(() => failing()).toThrow(TypeError)
})

function depth(generator: object): number {
  let count = 0
  for (let frame: Frame | null = cursorOf(generator)!.stack; frame !== null; frame = frame.$parent) count++
  return count
}

describe('a tail call', () => {
  function* down(n: number): Generator<number, string> {
    if (n % 10_000 === 0) yield n
    if (n === 0) return 'bottom'
    return yield* down(n - 1)
  }

  test('keeps no frame', () => {
    const generator = down(100_000)
    const depths: number[] = []
    let result = generator.next()
    for (; !result.done; result = generator.next()) depths.push(depth(generator))
    expect(result.value).toBe('bottom')
    expect(depths).toEqual(Array(11).fill(1))
  })

  test('keeps its frame inside a try, which has to see what happens', () => {
    function* walk(): Generator<number, string> {
      try {
        return yield* down(0)
      } catch (error) {
        return `caught ${String(error)}`
      }
    }
    const generator = walk()
    generator.next()
    expect(depth(generator)).toBe(2)
    expect(generator.throw('thrown')).toEqual({ value: 'caught thrown', done: true })
  })
})

describe('a million nested calls', () => {
  const deep = 1_000_000
  function* nested(n: number): Generator<string, number> {
    if (n === 0) {
      yield 'bottom'
      return 0
    }
    return 1 + (yield* nested(n - 1))
  }

  test('suspend and return', () => {
    const generator = nested(deep)
    expect(generator.next()).toEqual({ value: 'bottom', done: false })
    expect(depth(generator)).toBe(deep + 1)
    expect(generator.next()).toEqual({ value: deep, done: true })
  })

  test('pass an error up', () => {
    const generator = nested(deep)
    generator.next()
    expect(() => generator.throw(new Error('thrown below'))).toThrow('thrown below')
    expect(generator.next()).toEqual({ value: undefined, done: true })
  })

  test('are left by return', () => {
    const generator = nested(deep)
    generator.next()
    expect(generator.return(5)).toEqual({ value: 5, done: true })
  })
})

describe('prototype chains', () => {
  const GeneratorFunction = Object.getPrototypeOf(native)
  function* own() {
    yield 1
  }

  test('a compiled function inherits from %GeneratorFunction.prototype% itself', () => {
    expect(Object.getPrototypeOf(own)).toBe(GeneratorFunction)
    expect(own).toBeInstanceOf(GeneratorFunction.constructor)
  })

  test('its generators inherit from %GeneratorPrototype%, behind the methods of compiled ones', () => {
    const above = Object.getPrototypeOf(own.prototype)
    expect(Reflect.ownKeys(own.prototype)).toEqual([])
    expect(Object.getPrototypeOf(above)).toBe(GeneratorFunction.prototype)
    const shown = Symbol.for('nodejs.util.inspect.custom')
    const keys = ['next', 'return', 'throw', 'constructor', Symbol.toStringTag, shown]
    expect(Reflect.ownKeys(above)).toEqual(keys)
  })

  test.each<[string, () => unknown]>([
    ['no object', () => null],
    ['an heir of %GeneratorPrototype%', () => Object.create(GeneratorFunction.prototype)],
    ['an heir of its first prototype', () => Object.create(own.prototype)],
  ])('generators work where `prototype` has become %s', (_, make) => {
    function* changed() {
      yield 1
    }
    const prototype = make()
    Reflect.set(changed, 'prototype', prototype)
    const generator = changed()
    expect(Object.getPrototypeOf(generator)).toBe(prototype ?? GeneratorFunction.prototype)
    expect(clone(generator).next()).toEqual({ value: 1, done: false })
    expect([...generator]).toEqual([1])
  })
})
