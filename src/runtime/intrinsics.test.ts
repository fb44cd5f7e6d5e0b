// ECMAScript defines generators by operations that no program can see. So a program that replaces a built-in
// notices of the runtime what it notices of native generators: nothing, or the same.

import { runInThisContext } from 'node:vm'
import { expect, test } from 'vitest'
import { compile } from '../compiler/index.ts'
import * as runtime from './index.ts'

const source = `
  (log) => {
    'use strict'
    function* inner(a, b = () => a, ...rest) {
      try {
        const answer = yield [a, b(), rest.length]
        log(answer)
        return answer
      } finally {
        log('finally')
      }
    }
    const source = {
      [Symbol.iterator]() { return this },
      count: 0,
      next() { return { value: this.count++, done: this.count > 3 } },
      return() { log('closed'); return {} },
    }
    class Base { name() { return 'base' } }
    class Walker extends Base {
      #secret = 1;
      *walk() { yield super.name() + this.#secret }
      static *[Symbol.toStringTag]() { yield 'static' }
    }
    function* outer() {
      const captured = () => value
      let value = 1
      value += yield* inner(value)
      for (const each of source) { if (each === 1) break; yield each }
      for (const letter of 'a\\u{1F600}') yield letter
      for (const [key, item] of new Map().set('k', 'v')) yield key + item
      for (const item of new Set().add('s')) yield item
      for (const key in { one: 1, two: 2 }) yield key
      const { one, [yield 'key']: two, ...others } = { one: 1, two: 2, three: 3 }
      const [first = yield 'default', ...more] = source
      yield [one, two, others.three, first, more.length, captured()]
      const local = function* (x) { yield x + value }
      const object = { *[yield 'name']() { yield 'method' }, value }
      yield* local(object.value)
      yield* object.method()
      class Local extends Base { static own = captured(); *each() { yield super.name() + Local.own } }
      yield* new Local().each()
      yield* new Walker().walk()
      yield* [1, 2]
      try { yield* inner.call(null, 5) } catch (error) { log(error) }
      yield delete object.value
    }
    const it = outer()
    const answers = ['', 10, 0, 0, 0, 0, 0, 0, 0, 'two', 0, 'method']
    for (let i = 0; i < 40; i++) {
      const result = i === 18 ? it.throw('thrown') : it.next(answers[i])
      log(result.value)
      if (result.done) return
    }
  }
`

type Log = (value: unknown) => void
const evaluate = (code: string): ((log: Log) => void) => runInThisContext(code)

const { code, diagnostics } = compile(`program = ${source}`, {
  filename: 'program.js',
  sourceType: 'script',
  runtime: { global: 'runtimeOfIntrinsicsTest' },
})
const native = evaluate(source)
Object.assign(globalThis, { runtimeOfIntrinsicsTest: runtime, program: null })
const compiled = evaluate(`${code}; program`)

/** What a run logs, kept by means that nothing here replaces. */
function logged(program: (log: Log) => void): unknown[] {
  const heard: unknown[] = []
  try {
    program((value) => {
      heard[heard.length] = value
    })
  } catch (error) {
    heard[heard.length] = (error as Error).constructor === Error ? 'replaced' : error
  }
  return heard
}

const owners = { Object, Reflect, Array, String, Symbol, Function, Map, Set, WeakMap, WeakSet, Number }
const places = Object.entries(owners).flatMap(([name, owner]): [string, object, PropertyKey][] => {
  const of = (object: object, path: string): [string, object, PropertyKey][] =>
    Reflect.ownKeys(object)
      .filter((key) => Object.getOwnPropertyDescriptor(object, key)?.configurable)
      .filter((key) => key !== 'constructor' && key !== 'name' && key !== 'length')
      .map((key) => [`${path}.${String(key)}`, object, key])
  return 'prototype' in owner
    ? [...of(owner, name), ...of(owner.prototype, `${name}.prototype`)]
    : of(owner, name)
})

test('a program is compiled', () => {
  expect(diagnostics).toEqual([])
  expect(logged(compiled)).toEqual(logged(native))
  expect(logged(native).length).toBeGreaterThan(20)
})

test.each(places)('nothing more is noticed of a replaced %s', (_, object, key) => {
  const kept = Object.getOwnPropertyDescriptor(object, key)!
  const replace = Object.defineProperty
  const replaced = function (): never {
    throw new Error('replaced')
  }
  const run = (program: (log: Log) => void): unknown[] => {
    replace(object, key, 'value' in kept ? { ...kept, value: replaced } : { ...kept, get: replaced })
    const result = logged(program)
    replace(object, key, kept)
    return result
  }
  const [expected, got] = [run(native), run(compiled)]
  expect(got).toEqual(expected)
})
