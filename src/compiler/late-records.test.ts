import { runInThisContext } from 'node:vm'
import { expect, test } from 'vitest'
import { clone } from '../runtime/index.ts'
import * as runtime from '../runtime/index.ts'
import { compile } from './index.ts'

type Main = () => Generator<unknown, unknown, unknown>

const code = (source: string): string => {
  Object.assign(globalThis, { runtimeOfLateRecordsTest: runtime })
  const result = compile(`function* main() {${source}}`, {
    filename: 'main.js',
    sourceType: 'script',
    runtime: { global: 'runtimeOfLateRecordsTest' },
  })
  expect(result.diagnostics).toEqual([])
  return result.code
}

const outcome = (call: () => unknown): unknown => {
  try {
    return call()
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`
  }
}

const inputs = [
  [0, 1, 2, 3, 4, 5],
  [1, 0, 0, 1, 1, 0],
  ['x', null, true, '', 2, 0],
]

/** What a generator gives for each of the inputs. */
function natively(source: string): unknown[][] {
  const main = runInThisContext(`(function* main() {${source}})`) as Main
  return inputs.map((each) => {
    const generator = main()
    return each.map((input) => outcome(() => generator.next(input)))
  })
}

/** The same of a compiled one, of which a clone goes on after each step. */
function inClones(source: string): unknown[][] {
  const main = runInThisContext(`${code(source)}\n;main`) as Main
  return inputs.map((each) => {
    let generator = main()
    return each.map((input) => {
      const copy = clone(generator)
      const step = outcome(() => generator.next(input))
      generator = copy
      expect(outcome(() => generator.next(input))).toEqual(step)
      return step
    })
  })
}

test('a record is made with what is stored in it first', () => {
  expect(code('const given = yield 1; const list = [given]; yield () => list')).toContain('([given])')
})

test('frames before that do without it', () => {
  const made = code(`
    const first = yield 'first'
    if (first) yield 'more'
    const list = [first]
    yield () => list
    return list`)
  expect(made.match(/new main\$\d_\w+\([^)]*\$scope/g)).toHaveLength(1)
})

test.each([
  [
    'each round of a loop',
    'for (let i = 0; i < 3; i++) { yield i; const own = [i]; yield (() => own.push(i))() }',
  ],
  [
    'a variable around a loop',
    'var all; for (let i = 0; i < 3; i++) { yield all; ((v) => (all = [all, v]))(i) }',
  ],
  [
    'a variable that is declared in a loop',
    'for (;;) { let n; const add = (by) => (n = (n ?? 0) + by); yield add(1); yield add(2) }',
  ],
  [
    'ways that part and meet',
    'const asked = yield 0; if (asked) yield 1; else yield 2; const made = [asked]; yield (() => made)()',
  ],
  [
    'a variable that one way only needs',
    'const asked = yield 0; if (asked) { const made = [asked]; yield (() => made)() } yield 3',
  ],
  [
    'a case that skips the declaration',
    'for (;;) switch (yield 0) { case 1: let made = [1]; case 0: try { yield (() => made)() } catch (error) { yield error.name } }',
  ],
  [
    'an error before the declaration',
    'for (let i = 0; i < 3; i++) { try { const get = () => late; yield i; if (i > 0) get(); const late = yield i; yield get() } catch (error) { yield error.name } }',
  ],
  [
    'an error in the initialiser',
    'let log = []; const note = (what) => log.push(what); try { const made = yield 0; note(made); if (made) throw new Error("made") } catch ({ message }) { note(message) } finally { yield log.join() }',
  ],
  [
    'an error in the first value of a variable that outlives it',
    'yield 0; try { var made = null.made; yield (() => made)() } catch { yield [made] } finally { yield made }',
  ],
  [
    'what an iteration closes',
    'for (const each of [1, 2, 3]) { yield each; const own = { each }; if ((() => own.each)() > 1) return yield own.each }',
  ],
  [
    'a function that is declared below',
    'yield 0; yield get(); const made = yield 1; yield get(); function get() { return typeof made }',
  ],
])('%s: everything is as it is natively', (_what, source) => {
  expect(inClones(source)).toEqual(natively(source))
})
