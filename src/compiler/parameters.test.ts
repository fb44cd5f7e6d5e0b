// Parameters that have more than one user: closures of the parameter list, and the sloppy `arguments` object.

import { runInThisContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { clone } from '../runtime/index.ts'
import * as runtime from '../runtime/index.ts'
import { compile } from './index.ts'

/** What the sloppy code `source` returns, with its generators compiled. */
function evaluate(source: string): never {
  const { code, diagnostics } = compile(source, {
    filename: 'script.js',
    sourceType: 'commonjs',
    runtime: { global: 'runtimeOfParametersTest' },
  })
  expect(diagnostics).toEqual([])
  Object.assign(globalThis, { runtimeOfParametersTest: runtime, clone })
  return runInThisContext(`(() => { ${code} })()`) as never
}

describe('closures of the parameter list', () => {
  function* captured(a = 1, get = () => a, set = (value: number) => (a = value)): Generator<number, void> {
    yield get()
    a = 2
    yield get()
    set(3)
    yield a
  }

  test('share the parameters with the body', () => {
    expect([...captured()]).toEqual([1, 2, 3])
    expect([...captured(5)]).toEqual([5, 2, 3])
  })

  test('count the parameters of the clone in a clone', () => {
    function* list(items: number[] = [], add = () => items.push(items.length)): Generator<string, void> {
      for (;;) {
        add()
        yield items.join()
      }
    }
    const original = list()
    original.next()
    const copy = clone(original)
    expect([copy.next().value, copy.next().value]).toEqual(['0,1', '0,1,2'])
    expect(original.next().value).toBe('0,1')
  })

  test('see other variables than the body declares', () => {
    function* shadowed(a = 1, get = () => a): Generator<number, void> {
      // oxlint-disable-next-line no-var, no-redeclare -- a variable of its own, that starts with the parameter's value
      var a = a + 1
      yield a
      yield get()
    }
    expect([...shadowed()]).toEqual([2, 1])
  })

  test('leave name, length and the order of evaluation as they are', () => {
    const log: string[] = []
    const told = (name: string): string => {
      log.push(name)
      return name
    }
    function* many(
      _a: unknown,
      { [told('key')]: b = told('b'), ...c }: Record<string, unknown>,
      d = told('d'),
      e = () => [b, c, d, rest],
      ...rest: unknown[]
    ): Generator<unknown, void> {
      yield e()
    }
    expect([many.name, many.length]).toEqual(['many', 2])
    const made = many(0, { other: 1 })
    expect(log).toEqual(['key', 'b', 'd'])
    expect(made.next().value).toEqual(['b', { other: 1 }, 'd', []])
    expect(() => many(0, undefined as never)).toThrow(TypeError)
  })

  test('and defaults meet a later parameter in its dead zone', () => {
    function* early(_get = () => later, _value = _get(), later = 1): Generator<number, void> {
      yield later
    }
    expect(() => early()).toThrow(ReferenceError)
    expect([...early(undefined, 0)]).toEqual([1])
  })

  test('keep the arguments object of their own generator', () => {
    const all = evaluate(`
      function* all(get = () => arguments) { yield get(); yield get() }
      return all
    `) as (...args: unknown[]) => Generator<IArguments>
    const original = all(undefined, [1])
    const [mine] = [original.next().value]
    const theirs = clone(original).next().value as IArguments
    expect([...theirs]).toEqual([undefined, [1]])
    expect(theirs[1]).not.toBe(mine![1])
  })
})

describe('sloppy arguments', () => {
  const changes = `
    function* changes(a, b) {
      const get = () => a
      arguments[0] = 'element'
      yield [a, get()]
      a = 'parameter'
      yield [arguments[0], get()]
      b = 'never passed'
      yield [arguments.length, arguments[1]]
      delete arguments[0]
      a = 'alone'
      yield [0 in arguments, get(), arguments.callee === changes]
    }
  `
  const expected = [
    ['element', 'element'],
    ['parameter', 'parameter'],
    [1, undefined],
    [false, 'alone', true],
  ]

  test('write the parameters that were passed, and the other way round', () => {
    expect(evaluate(`${changes}; return [...changes(1)]`)).toEqual(expected)
  })

  test('do so in clones at every point, without a trace in the original', () => {
    const rest = evaluate(`
      ${changes}
      const it = changes(1)
      const found = []
      for (let i = 0; i < 4; i++) {
        const one = clone(it), other = clone(one)
        for (const each of [one, it]) found.push(each.next().value)
        found.push([...other][0])
      }
      return found
    `)
    expect(rest).toEqual(expected.flatMap((each) => [each, each, each]))
  })

  test('keep in a clone what was done to the object', () => {
    const result = evaluate(`
      function* f(a, b, c) {
        const own = arguments
        Object.defineProperty(own, 0, { value: 1, writable: false })
        Object.defineProperty(own, 1, { enumerable: false })
        own.extra = [own]
        delete own.length
        Object.preventExtensions(own)
        yield
        a = b = c = 'new'
        yield [own[0], own[1], own[2], own.length, Object.keys(own), Object.isExtensible(own), own.extra[0] === own]
      }
      const it = f('old', 'old', 'old')
      it.next()
      return [clone(it).next().value, it.next().value]
    `) as unknown[]
    expect(result[0]).toEqual([1, 'new', 'new', undefined, ['0', '2', 'extra'], false, true])
    expect(result[1]).toEqual(result[0])
  })

  test('map the last of two parameters with one name', () => {
    expect(
      evaluate('function* f(a, a) { a = 3; yield [arguments[0], arguments[1]] } return [...f(1, 2)]'),
    ).toEqual([[1, 3]])
  })

  test('stay an object of their own under strict code and beside defaults', () => {
    expect(evaluate("function* f(a) { 'use strict'; a = 3; yield arguments[0] } return [...f(1)]")).toEqual([
      1,
    ])
    expect(evaluate('function* f(a = 0) { a = 3; yield arguments[0] } return [...f(1)]')).toEqual([1])
  })

  test('are variables that may be assigned', () => {
    expect(
      evaluate('function* f(a) { arguments = [a]; a = 2; yield arguments[0] } return [...f(1)]'),
    ).toEqual([1])
    expect(evaluate('function* f(a) { var arguments; yield arguments.length } return [...f(1)]')).toEqual([1])
  })
})
