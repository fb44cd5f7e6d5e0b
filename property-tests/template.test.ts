/**
 * A search copies the stack of a choice point by a template. Law: what a template replays is what `clone` gives,
 * for random programs and scripts; and each of its replays is as good as the first.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clone, cursorOf, templateOf } from '../src/runtime/index.ts'
import { compiledRun, compileProgram, CloneRefused, type MakeClone } from './compiled.ts'
import { assertClonesIndependent } from './independence.ts'
import { assertOracle, type MakeRun } from './oracle.ts'
import { programs } from './programs/index.ts'
import { inputs, parseScript, scripts } from './scripts.ts'
import { steadily } from './steady.ts'

let replayed = 0

/** The original goes on with the template's own stack, the clone with its second replay. */
const byTemplate: MakeClone = (generator) => {
  const cursor = cursorOf(generator)!
  const copy = clone(generator)
  if (cursor.stack === null) return copy
  const template = templateOf(cursor.stack)
  if (!template.replayable) return copy
  replayed += 1
  template.replay()
  cursorOf(copy)!.stack = template.replay()
  cursor.stack = template.stack
  return copy
}

const assertLaws = (source: string, script: Parameters<typeof assertOracle>[2], values = script): void => {
  const compiled = compileProgram(source)
  if (compiled.tag === 'refused') return
  const make: MakeRun = (options) => compiledRun(compiled.code, options, byTemplate)
  try {
    steadily(() => {
      assertOracle(source, make, script)
      assertClonesIndependent(
        make,
        values.filter((each) => each.tag === 'resume'),
        1,
      )
    })
  } catch (failure) {
    if (!(failure instanceof CloneRefused)) throw failure
  }
}

test('what a template replays does what a native generator does, for random programs', () => {
  replayed = 0
  const law = fc.property(programs(), scripts(), inputs(6), ({ source }, script, values) => {
    assertLaws(source, script, values)
  })
  expect(fc.assert(law, { numRuns: 150, seed: 11 })).toBeUndefined()
  expect(replayed).toBeGreaterThan(100)
}, 60_000)

const script = parseScript(
  'g0.next(1); g1 = clone(g0); g0.next(2); g2 = clone(g1); g1.next(3); g2.next(1); g0.next(1)',
)

test.each([
  ['a grid', '[[1, 2], [3, 4]]', 'data[1].push(sent); data[0] = data[1]'],
  ['records in a list', '[{ n: 1, inner: { m: 1 } }, { n: 2 }]', 'data[0].inner.m += sent; data[1].n++'],
  [
    'aliases',
    '((row) => ({ rows: [row, row], row }))([1])',
    'data.rows[1].push(sent); data.row.push(data.rows[0] === data.row)',
  ],
  [
    'a grid, one of whose rows is held elsewhere too',
    '((grid) => ({ grid, row: grid[1] }))([[1, 2], [3, 4]])',
    'data.row.push(sent); data.grid[0][0] += sent; data.grid[1].push(data.grid[1] === data.row)',
  ],
  [
    'grids of grids',
    '[[[1, 2], [3, 4]], [[5, 6], [7, 8]]]',
    'data[0][1][0] += sent; data[1][0].push(data[0][1][0]); data[1][1] = data[0][0]',
  ],
  [
    'a grid, one of whose rows refers to it',
    '((grid) => (grid[1].push(grid), grid))([[1, 2], [3]])',
    'data[0].push(sent); data[1][1][0].push(data[1][1] === data)',
  ],
  ['cycles', '((a) => (a.push({ a }), a))([])', 'data[0].a.push(sent); data.length'],
  [
    'a Map',
    'new Map([[1, [1]], [{ k: 1 }, 2]])',
    'data.get(1).push(sent); data.set(sent, [...data.keys()][1].k++)',
  ],
  ['a Set', 'new Set([[1], 2])', '[...data][0].push(sent); data.add(sent)'],
  ['a Date', 'new Date(5)', 'data.setTime(data.getTime() + sent)'],
  [
    'views on one buffer',
    '((b) => [new Uint8Array(b), new Uint16Array(b)])(new ArrayBuffer(4))',
    'data[0][1] += sent',
  ],
  ['objects under one key', '({ a: { b: { c: [1] } } })', 'data.a.b.c.push(sent); data.a.b.d = data.a'],
  ['an empty list', '[]', 'data.push([sent])'],
  ['a flat list', '[1, 2, 3]', 'data[1] += sent'],
  ['a flat record', '({ n: 1, m: 2 })', 'data.n += sent'],
])('%s', (_what, data, change) => {
  replayed = 0
  const source = `
function* main() {
  const data = ${data}
  for (;;) { const sent = yield data; ${change} }
}
function start() { return main() }`
  expect(assertLaws(source, script)).toBeUndefined()
  expect(replayed).toBeGreaterThan(1)
})

test.each([
  [
    'two variables that name one grid',
    'const one = [[1, 2], [3, 4]]; const other = one',
    'one[0].push(sent); log("other", other[0], one === other)',
  ],
  ['captured variables', 'let n = 0; const add = (by) => (n += by)', 'add(sent); log("n", n)'],
  [
    'a closure over data',
    'const list = []; const add = (by) => list.push(by)',
    'add(sent); log("list", list)',
  ],
  [
    'functions that call each other',
    'let n = 0; const a = () => n++ > 2 ? n : b(); const b = () => a()',
    'log("a", a())',
  ],
  ['an inner generator function', 'let n = 0; function* inner() { yield ++n }', 'log("inner", [...inner()])'],
  [
    'a loop variable',
    'const all = []; for (let i = 0; i < 2; i++) all.push(() => i++)',
    'log("all", all.map((f) => f()))',
  ],
])('%s', (_what, declare, use) => {
  replayed = 0
  const source = `
function* main() {
  ${declare}
  for (;;) { const sent = yield 1; ${use} }
}
function start() { return main() }`
  expect(assertLaws(source, script)).toBeUndefined()
  expect(replayed).toBeGreaterThan(1)
})

test.each([
  ['an array', 'for (const each of [1, [2], 3, 4, 5]) yield each'],
  [
    'a Map',
    'const map = new Map([[1, 2], [3, 4], [5, 6]]); for (const [key] of map) { map.delete(key); yield key }',
  ],
  ['a string', "for (const each of 'abcdef') yield each"],
  ['the keys of an object', 'for (const key in { a: 1, b: 2, c: 3 }) yield key'],
  ['an array by delegation', 'yield* [1, 2, 3, 4]'],
])('an iteration of %s', (_what, body) => {
  replayed = 0
  expect(
    assertLaws(`function* main() { ${body} }\nfunction start() { return main() }`, script),
  ).toBeUndefined()
  expect(replayed).toBeGreaterThan(1)
})
