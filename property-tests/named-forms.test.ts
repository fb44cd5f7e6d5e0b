/**
 * The laws of clones, by name: one program for each form of closure, alias and iteration that a generator can hold. Each is
 * tried as it is and with what is proved of it, cloned as users do it and as a search forks.
 */
import { describe, expect, test } from 'vitest'
import { clone, cursorOf, templateOf } from '../src/runtime/index.ts'
import { compiledRun, compileProgram, type MakeClone } from './compiled.ts'
import { assertClonesIndependent, assertNothingRunsAgain } from './independence.ts'
import { assertOracle, type MakeRun } from './oracle.ts'
import { parseScript } from './scripts.ts'

const script = parseScript(
  'g0.next(1); g1 = clone(g0); g0.next(2); g2 = clone(g1); g1.next(3); g2.next(1); g0.next(1); ' +
    'g3 = clone(g2); g3.next(3); g2.next(1); g1.next(2); g3.return(1); g0.throw(2)',
)
const inputs = script.filter((each) => each.tag === 'resume')

/** The original goes on with the stack of the template, the clone with its second replay. */
const byTemplate: MakeClone = (generator) => {
  const copy = clone(generator)
  const cursor = cursorOf(generator)!
  const template = cursor.stack && templateOf(cursor.stack)
  if (template?.replayable !== true) return copy
  template.replay()
  cursorOf(copy)!.stack = template.replay()
  cursor.stack = template.stack
  return copy
}

const closures: Record<string, string> = {
  'a getter and a setter':
    'let n = 0; const o = { get n() { return n++ }, set n(v) { n = v } }; for (;;) { const s = yield o.n; o.n = s + o.n }',
  'a named function expression':
    'let k = 0; const f = function g(n) { return n > 0 ? g(n - 1) + k++ : k }; for (;;) yield f(3)',
  'functions that call each other':
    'let a = 0; const even = (n) => n === 0 ? (a++, true) : odd(n - 1); const odd = (n) => n === 0 ? false : even(n - 1); for (;;) yield [even(4), a]',
  'loop variables':
    'const all = []; for (let i = 0; i < 3; i++) { all.push(() => i++); yield all.map((f) => f()) } for (;;) yield all.map((f) => f())',
  'variables of a case':
    'let s = 0; for (;;) switch (s % 3) { case 0: let q = [s]; s = (yield q) + 1; q.push(() => q); break; default: s += yield s }',
  'parameters in the defaults of others':
    'function* inner(a = [], f = () => a.push(1)) { for (;;) { f(); yield a.length } } yield* inner()',
  'an arrow over `arguments`':
    'function* inner(a, b) { const set = (v) => { arguments[0] = v; return a }; for (;;) { const s = yield [a, arguments[0]]; set([s]) } } yield* inner([1], 2)',
  'a key of a Map': 'let n = 0; const m = new Map(); m.set(() => ++n, 1); for (;;) yield [...m.keys()][0]()',
  'methods of an object in an array':
    'let n = 0; const list = [{ up() { return ++n } }, { read: () => n }]; for (;;) yield [list[0].up(), list[1].read()]',
  'properties of a function':
    'let n = 0; const f = Object.assign(() => ++n, { list: [] }); f.list.push(f); for (;;) { f.list.push(yield [f(), f.list.length, f.list[0] === f]) }',
  'a class with static and private parts':
    'let made = 0; class A { static list = []; #p = 1; constructor() { made++; A.list.push(this.#p) } get p() { return this.#p++ } } for (;;) yield [new A().p, made, A.list.length]',
  'a private method that a static one calls':
    'class A { #n = 0; #inc() { return ++this.#n } static run(a) { return a.#inc() } } let t = 0; for (;;) { t += A.run(new A()); yield t }',
  'an inner generator function':
    'let n = 0; const make = function* () { try { for (;;) yield n++ } finally { n += 100 } }; let g = make(); for (;;) { const s = yield g.next().value; if (s === 3) { g.return(); g = make() } }',
  'an async function': 'let n = 0; const f = async () => ++n; for (;;) { f(); yield n }',
  'a template tag':
    'const seen = []; const t = (s) => { seen.push(s); return seen.every((x) => x === s) }; for (;;) yield t`x${1}`',
}

const graphs: Record<string, string> = {
  'generators in a Set, over one variable':
    'let n = 0; function* c(by) { for (;;) yield (n += by) } const s = new Set([c(1), c(10)]); for (;;) yield [...s].map((g) => g.next().value)',
  'a generator and an object that hold each other':
    'const a = { g: null, n: 0 }; function* one() { for (;;) yield ++a.n } a.g = one(); const b = { a }; for (;;) yield [b.a.g.next().value, a.n]',
  'a generator that a closure over itself gives':
    'let self; function* inner() { let n = 0; for (;;) yield [n++, typeof self] } self = inner(); const get = () => self; for (;;) yield get().next().value',
  'a captured list that a local names too':
    'const list = []; const add = (x) => list.push(x); const same = [list]; for (;;) { add(yield [list, same[0] === list]) }',
  'a frame and its caller that name one list':
    'function* inner(list) { for (;;) list.push(yield list) } const own = [1]; try { yield* inner(own) } finally { yield own }',
  'several views on one buffer':
    'const b = new ArrayBuffer(8); const v = [new Uint8Array(b), new DataView(b, 2), new Float32Array(b)]; for (;;) { v[0][2] += yield [...v[0]]; v[1].setInt8(1, v[0][2]); yield v[2][0] > 0 }',
  'an object without a prototype that holds itself':
    'const o = Object.create(null); o.list = [o]; for (;;) o.n = yield [o.list[0] === o, o.n]',
  'arrays with holes':
    'const g = [1, , 3]; for (;;) { const s = yield [1 in g, g.length]; if (s === 3) g[1] = 2 }',
  'a grid whose rows become one':
    'const g = [[1, 2], [3, 4]]; for (;;) { const s = yield g.map((r) => r.length); g[0].push(s); if (s === 2) g[1] = g[0]; if (s === 3) g.push([g]) }',
  'a grid of rows of every kind':
    "const g = [[], [1, , 3], [1.5], ['a', null]]; for (;;) { g[0].push(yield [g.length, 1 in g[1], g[3][0]]); g[1][1] = 9 }",
  'two grids with a row in common':
    'const g = [[1, 2], [3, 4]]; const h = [[5], [6]]; for (;;) { const s = yield [g, h]; g[0].push(s); h[1] = g[0] }',
  'sealed, boxed and symbol-keyed data':
    "const k = Symbol('k'); const o = Object.seal({ [k]: Object.assign(Object(1), { n: [] }) }); for (;;) { o[k].n.push(yield [o[k] + 1, o[k].n, Object.isSealed(o)]) }",
  'a RegExp half-way, and a Date':
    "const r = /\\d/g; const d = new Date(0); for (;;) { const m = r.exec('a1b2c3d4'); d.setTime(d.getTime() + (yield [m && m[0], r.lastIndex, d.getTime()])) }",
  'an error that is pending in a finally':
    "const e = { list: [] }; try { try { yield 1; throw e } finally { e.list.push(yield 'f') } } catch (x) { yield [x === e, x.list] }",
  'a value that is returned through a finally':
    "const list = []; try { yield list; return list } finally { list.push(yield 'f'); yield list }",
}

const iterations: Record<string, string> = {
  'an array that grows and shrinks':
    'const list = [1, 2, 3]; for (const x of list) { const s = yield [x, list.length]; if (list.length < 9) list.push(s); list.shift() }',
  'the entries of an array that is rearranged':
    'const a = [[1], [2], [3]]; for (const [i, row] of a.entries()) { const s = yield [i, row]; a[(i + 1) % 3] = row; row.push(s) } yield a',
  'a Map that changes':
    'const m = new Map([[1, []], [2, []]]); for (const [k, v] of m) { v.push(yield [k, m.size]); m.delete(k); if (k < 9) m.set(k + 10, v) }',
  'a Set of what changes':
    'const s = new Set([new Date(1)]); for (const d of s) { d.setTime(d.getTime() + (yield d.getTime())); if (s.size < 5) s.add(new Date(s.size)) }',
  'the matches of a RegExp':
    "const found = []; for (const m of 'a1b2c3d4'.matchAll(/[a-z](\\d)/g)) { found.push(m); yield [m[1], m.index, found.length, found[0][0]] }",
  'an object with an iterator of its own':
    'const it = { i: 0, [Symbol.iterator]() { return this }, next() { return { value: this.i, done: this.i++ > 5 } } }; for (const x of it) yield [x]',
  'an object with a generator for its iterator':
    'let n = 0; const o = { *[Symbol.iterator]() { for (let i = 0; i < 9; i++) yield [i, n++] } }; for (const x of o) n += (yield x) ? 1 : 0',
  'a generator that is left early, again and again':
    'let closed = 0; const make = function* () { try { yield 1; yield 2; yield 3 } finally { closed++ } }; for (;;) for (const x of make()) if ((yield [x, closed]) === 3) break',
  'a destructuring that waits in its defaults':
    'const { a = yield 1, ...r } = { b: [2], c: yield 3 }; const [x, [y], ...[z = yield 5]] = [1, [yield 4]]; for (;;) yield [a, r, x, y, z]',
  'loops that are left by their labels':
    'const out = []; outer: for (let i = 0; ; i++) { for (const j of [0, 1, 2]) { const s = yield [i, j, out.length]; out.push(() => [i, j]); if (s === 2) continue outer } yield out.map((f) => f()) }',
}

const forms = { closures, graphs, iterations }

describe.each(Object.entries(forms))('%s', (_, programs) => {
  test.each(Object.entries(programs))('%s', (_name, body) => {
    const source = `function* main() { ${body} }\nfunction start() { return main() }`
    for (const proof of [false, true]) {
      const compiled = compileProgram(source, proof)
      expect(compiled.tag).toBe('compiled')
      const { code } = compiled as { readonly code: string }
      for (const how of [clone, byTemplate]) {
        const make: MakeRun = (options) => compiledRun(code, options, how)
        assertOracle(source, make, script)
        for (const at of [1, 4]) assertClonesIndependent(make, inputs, at)
        assertNothingRunsAgain(make, inputs, 2)
      }
    }
  })
})
