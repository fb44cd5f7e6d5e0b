/**
 * The language by its words: for each form that ECMAScript has, one program in which a generator suspends in it and
 * around it. All laws of clones hold for it, against the engine's own generators, under a script with a clone at
 * every suspension. (No generator changes its `this`, which clones share.) What modules and newer engines have besides is in src/compiler/modules.test.ts and disposal.test.ts.
 */
import { expect, test } from 'vitest'
import { checkLaws } from './case.ts'
import { outsideMicrotasks } from './microtasks.ts'
import { parseScript } from './scripts.ts'

const sent = ['undefined', '1', "'a'", '[1, 2]', '2', 'undefined', '3', "'b'", '1', '2']

/** The original and a chain of clones, each one resumed at once, and the one before it later. */
const script = parseScript(
  sent.map((value, at) => `g${at}.next(${value}); g${at + 1} = clone(g${at}); g${at + 1}.next(2)`).join('; '),
)

const programs: Readonly<Record<string, string>> = {
  'methods of classes: static, private, computed': `
    class A {
      constructor(n) { this.n = n }
      *plain(k) { log('plain', [yield this.n, k]) }
      static *all(k) { log('static', [yield k, new.target === undefined]) }
      *#hidden(k) { log('hidden', yield this.n + k) }
      *['com' + 'puted']() { yield* this.#hidden(1) }
      static *#own(k) { log('own', yield k) }
      static *calls() { yield* A.#own(2) }
    }
    function* main(j) {
      yield* new A(j).plain(1)
      yield* A.all(2)
      yield* new A(3).computed()
      yield* A.calls()
    }`,
  'accessors around generator methods': `
    function* main(j) {
      let n = j
      const o = { get value() { log('get', n); return n }, set value(to) { log('set', to); n = to }, *walk() { log('seen', [yield this.value, this.value]) } }
      yield* o.walk()
      o.value += yield 'added'
      log('names', Object.keys(o))
    }`,
  'this, super and new.target': `
    class Base { hello() { return 'base ' + this.name } static of() { return 'of ' + this.kind } }
    class Sub extends Base {
      *greet() { this.name = yield 'name'; log('super', super.hello()); const arrow = () => super.hello(); yield 1; log('arrow', arrow()) }
      static *make() { this.kind = yield 'kind'; log('super', super.of()) }
    }
    function* main() { log('this', [typeof this, new.target]); yield* Sub.prototype.greet.call({ __proto__: Sub.prototype, name: 0 }); yield* Sub.make.call({ kind: 1, __proto__: Sub }) }`,
  'mapped arguments of sloppy code': `
    function* main(a, b) {
      arguments[0] = yield [a, arguments.length]
      log('a', a)
      b = yield 'b'
      log('arguments', [arguments[1], arguments.length, typeof arguments.callee])
      const arrow = () => arguments[0]
      a = yield 'again'
      log('arrow', arrow())
    }
    function start() { return main(1, 2, 3) }`,
  'arguments of strict code': `
    function* main(a) { 'use strict'; arguments[0] = yield a; log('apart', [a, arguments[0]]); a = yield 2; log('still', arguments[0]) }
    function start() { return main(1) }`,
  'parameters with defaults, a scope and closures of their own, rest and patterns': `
    var x = 'outer'
    function* main(a = log('default', 0), get = () => [a, x], { b, ...others } = { b: 2, c: 3 }, [c = b, ...rest] = [, 5, 6]) {
      var x = yield get()
      log('outer', get())
      a = yield [b, others, c, rest]
      log('shared', [get()[0], x])
    }
    function start() { return main() }`,
  'destructuring with side effects in every position': `
    function* main(j) {
      const o = { get a() { log('a', j); return undefined }, b: { c: [1, , 3] } }
      let x, y, z, rest
      ;({ [yield 'key']: x = yield 'default', a: y = (log('computed'), yield 'a'), ...rest } = o)
      log('x', [x, y, Object.keys(rest)])
      ;[o[yield 'target'], z = yield 'z', ...rest] = foreign('f', 4, 'return')
      log('o', [Object.keys(o), z, rest])
      for (const { k = yield 'k' } of [{}, { k: 1 }]) log('k', k)
    }`,
  'classes with yield in heritage, keys, fields and static blocks': `
    function* main(j) {
      class A extends (yield 'heritage', class { inherited() { return j } }) {
        [yield 'field'] = j
        static [yield 'static'] = this.name
        static { log('block', [this.name, Object.keys(this), new this().inherited()]) }
        [yield 'method']() { return super.inherited() }
        get [yield 'getter']() { return 'got' }
        #private = 3
        static has(o) { return #private in o }
        static { log('in', [this.has(new this()), this.has({})]) }
      }
      log('keys', [Object.keys(new A()), Object.getOwnPropertyNames(A.prototype), A.name])
    }`,
  'tagged templates, which are cached': `
    function* main(j) {
      const seen = []
      const tag = (strings, ...values) => { seen.push(strings); return strings.raw.join('|') + values.length }
      for (let i = 0; i < 2; i++) log('text', tag\`a\${yield i}\\n\${j}\`)
      log('cached', [seen[0] === seen[1], Object.isFrozen(seen[0])])
      log('member', { tag }.tag\`\${yield 'last'}\`)
    }`,
  'optional chains, nullish and logical assignment': `
    function* main(j) {
      const o = { f(x) { return [this === o, x] }, n: null }
      log('call', o?.f?.(yield 'called'))
      log('none', o.n?.[yield 'never'].deeper(yield 'never'))
      o.n ??= yield 'nullish'
      o.n &&= yield 'and'
      o.z ||= yield 'or'
      o.z ??= yield 'never'
      log('o', [o.n, o.z, delete o?.[yield 'z'], (yield null) ?? 'else'])
    }`,
  'exponent, delete, typeof of unbound names, void and comma': `
    function* main(j) {
      let n = 2
      n **= yield n
      log('n', [n, (yield 3) ** 2 ** 2, typeof unbound, typeof (yield 'typeof'), void (yield 'void')])
      const o = { a: 1, b: 2 }
      log('delete', [delete o[yield 'a'], delete o.b, Object.keys(o), (yield 'comma', 5)])
      try { unbound } catch (error) { log('error', error instanceof ReferenceError) }
    }`,
  'functions hoisted in and out of blocks': `
    function* main(j) {
      log('before', [typeof inner, typeof late, early()])
      function early() { return typeof late }
      { log('inside', typeof inner); function inner() { return j } j = yield inner(); }
      log('after', [typeof inner, inner()])
      if (yield 'if') function late() { return 'late' }
      log('late', typeof late)
      switch (yield 'switch') { default: log('in switch', cased()); function cased() { return 'cased' } }
      label: function labelled() { return 1 }
      log('labelled', labelled())
    }`,
  'dead zones': `
    function* main(j) {
      const tries = (what, f) => { try { log(what, f()) } catch (error) { log(what, error instanceof ReferenceError) } }
      tries('let', () => x)
      tries('class', () => C)
      tries('typeof', () => typeof x)
      yield 'before'
      tries('still', () => x)
      let x = yield 'x'
      class C { static seen = typeof C }
      tries('x', () => x)
      tries('class', () => C.seen)
      try { for (const y of [yield y]) log('never', y) } catch (error) { log('head', error instanceof ReferenceError) }
      try { const z = (yield 'z', z) } catch (error) { log('own', error instanceof ReferenceError) }
    }`,
  'strict code and directive prologues': `
    function* main(j) {
      'not a directive of ours'; 'use strict'
      const self = function () { return this }
      log('this', self())
      try { undeclared = yield 'assigned' } catch (error) { log('strict', error instanceof ReferenceError) }
      try { delete Object.freeze([1])[yield 'frozen'] } catch (error) { log('delete', error instanceof TypeError) }
      try { Object.freeze({ a: 1 }).a = yield 'a' } catch (error) { log('set', error instanceof TypeError) }
    }`,
  'sloppy code': `
    function* main(j) {
      const self = function () { return this === globalThis }
      log('this', [self(), 010, delete Object.freeze([1])[yield 'frozen']])
      Object.freeze({ a: 1 }).a = yield 'a'
      log('twice', (function (a, a) { return a })(1, yield 'two'))
    }`,
  'yield as a name outside of generators': `
    var yield = 1
    function f(yield) { yield: for (;;) { break yield } return yield + 1 }
    function* main(j) {
      const inner = function () { return yield }
      log('names', [inner(), f(yield 2)])
      const o = { yield: 3, get: (a) => o.yield + a, async: 4, get yields() { return this.yield } }
      log('keys', [o.yield, o.get(yield 4), o.yields, o.async])
    }`,
  'labels, loops and completions': `
    function* main(j) {
      outer: for (let i = 0; i < 3; i++) {
        for (const k in { a: 1, b: 2 }) { if (k === 'b') continue outer; const asked = yield [i, k]; if (asked === 2) break outer; log('asked', asked) }
      }
      do { j++ } while (yield j < 4)
      block: { if (yield 'block') break block; log('through') }
    }`,
  'try, catch and finally with pending completions': `
    function* inner() { try { return yield 'in' } finally { log('finally', yield 'pending') } }
    function* main(j) {
      for (const x of foreign('f', 3, 'return')) { try { if (yield x) continue; break } finally { log('each', yield 'last') } }
      try { throw new Error(yield 'message') } catch ({ message = yield 'never' }) { log('caught', message) } finally { log('over', yield 0) }
      log('returned', yield* inner())
    }`,
  'delegation: the order of steps, and closing': `
    function* main(j) {
      log('first', yield* foreign('a', 2, 'return'))
      const [one] = foreign('b', 3, 'return')
      log('one', [one, yield 'between'])
      log('spread', [...foreign('c', 2, ''), ...(yield* [1, 2], 'xy')])
      try { yield* 5 } catch (error) { log('none', error instanceof TypeError) }
      try { yield* undefined } catch (error) { log('undefined', error instanceof TypeError) }
    }`,
  'async generators, for await, and what they delegate to': `
    async function* inner(n) { try { yield n; return await 'done' } finally { log('closed', n) } }
    async function* main(j) {
      for await (const x of [1, 2]) log('x', [x, yield x])
      log('inner', yield* inner(j))
      for await (const y of inner(5)) { log('y', await y); if (yield y) break }
      const o = { async *m(a = 1) { yield await a }, async *['k']() { yield arguments.length } }
      yield* o.m()
      yield* o.k(1, 2)
    }`,
  'regular expressions, big integers, templates and numbers': `
    function* main(j) {
      const r = /(?<y>\\d{4})/gu
      log('exec', [r.exec('in 2020')?.groups.y, r.lastIndex, yield 1n + 2n, 0x1f, 1_000, .5, 'a\\u{1F600}'])
      log('template', \`\${yield 'a'}-\${yield 'b'}\`)
      log('last', [r.test('2021'), r.lastIndex])
    }`,
}

test.for(Object.entries(programs))('%s', async ([, body]) => {
  const source = /function start/.test(body) ? body : `${body}\nfunction start() { return main(1) }`
  const verdict = await outsideMicrotasks(() => checkLaws(source, script))
  expect(verdict.tag).toBe('held')
})
