// `using` inside generators, which is compiled for every engine: the order of disposal, the ways to leave a
// block, what errors become.

import { runInThisContext } from 'node:vm'
import { describe, expect, test, vi } from 'vitest'
import * as runtime from '../runtime/index.ts'
import { compile } from './index.ts'

/** What the code `source` returns, with its generators compiled. It logs with `log`, and `open(name)` is a resource. */
function evaluate(source: string): unknown {
  const { code, diagnostics } = compile(source, {
    filename: 'script.js',
    sourceType: 'commonjs',
    runtime: { global: 'runtimeOfDisposalTest' },
  })
  expect(diagnostics).toEqual([])
  Object.assign(globalThis, { runtimeOfDisposalTest: runtime })
  return runInThisContext(`((clone) => {
    const logged = []
    const log = (text) => void logged.push(text)
    const open = (name, error) => ({
      name,
      [Symbol.dispose]() {
        log('close ' + this.name)
        if (error) throw error
      },
    })
    const told = (run) => {
      try { return run() } catch (error) { return error }
    }
    ${code}
  })`)(runtime.clone)
}

describe('a block with `using`', () => {
  test('disposes of its resources in reverse when it ends, of null not at all', () => {
    expect(
      evaluate(`
        function* f() {
          {
            using a = open('a'), nothing = null
            yield log('in ' + a.name)
            using b = open('b'), undefined_ = undefined
            log('both')
          }
          log('after')
        }
        for (const _ of f());
        return logged
      `),
    ).toEqual(['in a', 'both', 'close b', 'close a', 'after'])
  })

  test.each([
    ['return', 'it.return(1)', ['close b', 'close a', 'done']],
    ['throw', "told(() => it.throw(new Error('thrown')))", ['close b', 'close a', 'done']],
    ['break', "it.next('break')", ['close b', 'close a', 'done']],
    ['continue', "it.next('continue')", ['close b', 'again', 'close b', 'close a', 'done']],
  ])('disposes when it is left by %s', (_, leave, expected) => {
    expect(
      evaluate(`
        function* f() {
          try {
            using a = open('a')
            for (let i = 0; i < 2; i++) {
              if (i > 0) log('again')
              using b = open('b')
              if (i > 0) continue
              const how = yield
              if (how === 'break') break
              if (how === 'continue') continue
            }
          } finally {
            log('done')
          }
        }
        const it = f()
        it.next()
        ${leave}
        return logged
      `),
    ).toEqual(expected)
  })

  test('needs no yield in it, and may be a function body, a `for` or a `for-of`', () => {
    expect(
      evaluate(`
        function* f() {
          using whole = open('whole')
          for (using once = open('once'), rest = null; !rest; ) { log('body'); break }
          for (using each of [open('first'), null, open('second')]) log(each && each.name)
          return (log('result'), 1)
        }
        log(f().next().value)
        return logged
      `),
    ).toEqual([
      'body',
      'close once',
      'first',
      'close first',
      null,
      'second',
      'close second',
      'result',
      'close whole',
      1,
    ])
  })

  test('closes an iterator behind its resource', () => {
    expect(
      evaluate(`
        const source = {
          [Symbol.iterator]() { return this },
          next() { return { value: open('element'), done: false } },
          return() { log('iterator closed'); return {} },
        }
        function* f() { for (using each of source) yield each.name }
        for (const name of f()) break
        return logged
      `),
    ).toEqual(['close element', 'iterator closed'])
  })

  test('suppresses errors by later ones', () => {
    expect(
      evaluate(`
        function* f() {
          using a = open('a', 'of a')
          using b = open('b', 'of b')
          yield
          throw 'of the body'
        }
        const it = f()
        it.next()
        const error = told(() => it.next())
        return [error.name, Object.keys(error), error.error, error.suppressed.error, error.suppressed.suppressed, logged]
      `),
    ).toEqual(['SuppressedError', [], 'of a', 'of b', 'of the body', ['close b', 'close a']])
    expect(
      evaluate(`
        function* f() { using a = open('a', 'of a'); yield }
        const it = f()
        it.next()
        return told(() => it.return(1))
      `),
    ).toBe('of a')
  })

  test('refuses what cannot be disposed of, and disposes of what it holds already', () => {
    expect(
      evaluate(`
        const attempt = (value) => {
          function* f() { using a = open('a'); using b = value; yield }
          return told(() => f().next()).constructor.name
        }
        return [[1, {}, { [Symbol.dispose]: 1 }].map(attempt), logged]
      `),
    ).toEqual([
      ['TypeError', 'TypeError', 'TypeError'],
      ['close a', 'close a', 'close a'],
    ])
  })

  test('has constants, which meet their dead zone', () => {
    expect(
      evaluate(`
        function* f() {
          { log(told(() => a).name); using a = null; yield }
          { using a = null; log(told(() => { a = 1 }).name) }
        }
        for (const _ of f());
        return logged
      `),
    ).toEqual(['ReferenceError', 'TypeError'])
  })

  test('has resources of its own in each clone', () => {
    expect(
      evaluate(`
        function* f() {
          using a = open('a')
          a.name += yield
        }
        const it = f()
        it.next()
        const copy = clone(it)
        copy.next(' of the clone')
        it.next(' of the original')
        return logged
      `),
    ).toEqual(['close a of the clone', 'close a of the original'])
  })
})

test('an engine without Symbol.dispose is told by name what is missing', () => {
  vi.stubGlobal('Symbol', { iterator: Symbol.iterator })
  try {
    expect(() => runtime.hold(null, {})).toThrow(/^MS1010: /)
  } finally {
    vi.unstubAllGlobals()
  }
})

describe('a block with `await using`', () => {
  const resources = `
    const closing = (name, error) => ({
      name,
      async [Symbol.asyncDispose]() {
        await log('closing ' + name)
        log('closed ' + name)
        if (error) throw error
      },
    })
    const all = async (of, logs = true) => {
      for await (const value of of) if (logs) log(value)
      return logged
    }
  `

  test('awaits the end of each resource, the last one first, also of plain ones and of none', async () => {
    expect(
      await evaluate(`
        ${resources}
        async function* f() {
          {
            await using a = closing('a'), b = open('b'), nothing = null
            using c = open('c')
            yield a.name + b.name + c.name + nothing
          }
          log('after')
          for await (await using each of [closing('x'), closing('y')]) yield each.name
        }
        return all(f())
      `),
    ).toEqual(
      ['abcnull', 'close c', 'close b', 'closing a', 'closed a', 'after'].concat([
        'x',
        'closing x',
        'closed x',
        'y',
        'closing y',
        'closed y',
      ]),
    )
  })

  test('gathers the errors of the body and of all resources', async () => {
    expect(
      await evaluate(`
        ${resources}
        async function* f() {
          try {
            await using a = closing('a', 1), b = open('b', 2)
            throw 3
          } catch (error) {
            log(error.error)
            log(error.suppressed.error)
            log(error.suppressed.suppressed)
          }
        }
        return all(f())
      `),
    ).toEqual(['close b', 'closing a', 'closed a', 1, 2, 3])
  })

  test('takes nothing that cannot be disposed of', async () => {
    expect(
      await evaluate(`
        ${resources}
        async function* f(value) {
          await using resource = value
          log('never')
        }
        const values = [5, {}, { [Symbol.asyncDispose]: 5 }]
        return Promise.all(values.map((value) => all(f(value)).catch((error) => error instanceof TypeError)))
      `),
    ).toEqual([true, true, true])
  })
})
