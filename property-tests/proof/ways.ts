/**
 * Ways to change an object that a proof could overlook, because nothing in the text calls the function that does it:
 * the language does, or somebody finds it by another name. In each, `o.h` becomes `n`, where the engine and the mode
 * let it, while `o` was handed to the function around it by a generator that goes on to look at it.
 */

/** A method of the name that changes the object and returns something harmless. */
const method = (name: string, gives = '0'): string => `${name}() { o.h = n; return ${gives} }`

export const ways: Readonly<Record<string, string>> = {
  'a list by a symbol, joined with `concat`':
    'const list = { length: 1, 0: o, [Symbol.isConcatSpreadable]: true }; [].concat(list)[0].h = n',
  'the length of such a list': `[].concat({ length: { ${method('valueOf')} }, [Symbol.isConcatSpreadable]: true })`,
  'an object behind `instanceof`': '({}) instanceof { [Symbol.hasInstance]: () => { o.h = n; return true } }',
  'the `this` of an object behind `instanceof`':
    '({}) instanceof { o, [Symbol.hasInstance]() { this.o.h = n; return true } }',
  'what arrays are made of':
    'const all = [1]; all.constructor = { [Symbol.species]: function (size) { o.h = n; return Array(size) } }; all.map(String)',
  'a key like `constructor`':
    "const all = [1], key = ['constructor'][0]; all[key] = { [Symbol.species]: function (size) { o.h = n; return Array(size) } }; all.slice()",
  '`toLocaleString` of an element': `[{ ${method('toLocaleString', "''")} }].toLocaleString()`,
  'the length of what becomes an array': `Array.from({ length: { ${method('valueOf')} } })`,
  'a length that is assigned': `const all = []; all.length = { ${method('valueOf')} }`,
  'a property that counts up': `const count = { up: { ${method('valueOf')} } }; count.up++`,
  'an element that counts down': `const counts = [{ ${method('valueOf')} }]; counts[0]--`,
  'the bounds of `fill`': `[1].fill(0, { ${method('valueOf')} })`,
  'the bounds of `splice`': `[1].splice({ ${method('valueOf')} })`,
  'the bounds of `copyWithin`': `[1].copyWithin({ ${method('valueOf')} })`,
  'sorting by `undefined`': `[{ ${method('toString', "''")} }, 2].sort(undefined)`,
  'sorting a copy by what is nothing': `let by; [{ ${method('toString', "''")} }, 2].toSorted(by)`,
  'what a comparison gives': `[1, 2].sort(() => ({ ${method('valueOf')} }))`,
  'a call in brackets': 'const box = { o, set() { this.o.h = n } }; (box?.set)()',
  'a computed call in brackets': "const box = { o, set() { this.o.h = n } }; (box?.['set'])()",
  'a tag of a chain': 'const box = { o, set() { this.o.h = n } }; (box?.set)``',
  'deleting behind a chain': 'n === 1 && delete o?.h',
  'a function that is timed': 'performance.timerify(() => { o.h = n })()',
  '`flatMap` of an iterator':
    "if (typeof Iterator === 'function') [...[1].values().flatMap(() => ({ [Symbol.iterator]() { o.h = n; return [].values() } }))]",
  'the `arguments` of a function': 'try { within(o, () => { within.arguments[0].h = n }) } catch {}',
  'the `arguments` of the caller':
    'try { within(o, function by() { by.caller.arguments[0].h = n }) } catch {}',
  'a method of the language, by a class with another name':
    'const List = Array; const { at } = List.prototype; List.prototype.at = function () { this[0].h = n }; [o].at(0); List.prototype.at = at',
  'a method of the language, by the prototype of an array':
    'const list = Object.getPrototypeOf([]); const { at } = list; list.at = function () { this[0].h = n }; [o].at(0); list.at = at',
  'a method of the language, by a pattern':
    'const { prototype: list } = Array; const { at } = list; list.at = function () { this[0].h = n }; [o].at(0); list.at = at',
  'a method of the language, by `constructor`':
    'const all = {}.constructor.prototype; const { toString } = all; all.toString = function () { this.h = n; return 0 }; String(o); all.toString = toString',
  'a method of the language, by the global object':
    'const list = [globalThis][0].Array.prototype; const { at } = list; list.at = function () { this[0].h = n }; [o].at(0); list.at = at',
  'a method of the language, that is assigned':
    'const list = Object.getPrototypeOf([]); const { at } = list; Object.assign(list, { at() { this[0].h = n } }); [o].at(0); list.at = at',
  'a method of the language, that is defined':
    "const list = Object.getPrototypeOf([]); const { at } = list; Object.defineProperty(list, 'at', { value() { this[0].h = n }, writable: true, configurable: true }); [o].at(0); list.at = at",
  'a function of the language':
    'const math = Math; const { abs } = math; math.abs = (x) => { x.h = n }; Math.abs(o); math.abs = abs',
  'the iteration of arrays':
    'const { next } = [].values(); const all = Object.getPrototypeOf([].values()); all.next = function () { o.h = n; all.next = next; return next.call(this) }; [...[1]]',
}

/** A program that changes an object in that way between two choices. */
export const changedBy = (way: string, mode: 'strict' | 'sloppy'): string => `
${mode === 'strict' ? "'use strict'" : ''}
function within(o, run) { run() }
function touch(o, n) { ${way} }
function* main() {
  const o = { h: 'before' }
  const n = yield 0
  touch(o, n)
  log('sent', yield 1)
  log('o.h', String(o.h))
}
function start() { return main() }
`
