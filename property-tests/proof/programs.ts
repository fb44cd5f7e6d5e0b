/**
 * Random programs around the proof that nothing is changed: generators that build lists, records and tables out of
 * one another, as functional programs do, and now and then something that changes one of them after all, by one of
 * the many ways in which JavaScript lets it: through aliases, closures, getters, coercions, iterators, tags,
 * `arguments`, defaults, methods found by a computed name. Law: the host sees everything by `log`, so whatever is
 * shared wrongly shows.
 */
import fc from 'fast-check'

/** Variables that hold records or null, variables that hold arrays, and all of them. */
const record = fc.constantFrom('a', 'c')
const array = fc.constantFrom('b', 'd')
const name = fc.constantFrom('a', 'b', 'c', 'd')
const number = fc.constantFrom('n', 'sent', '1', 'n + 1', 'typeof sent === "number" ? sent : 0')

/** Makes a record out of others and changes none. */
const buildingRecord: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(number, name).map(([n, x]) => `{ head: ${n}, tail: ${x} }`),
  fc.tuple(record, number).map(([x, n]) => `{ ...${x}, head: ${n} }`),
  fc.tuple(name, number).map(([x, n]) => `cons(${n}, ${x})`),
  record.map((x) => `(({ head, ...rest }) => ({ ...rest, head: 1, was: head }))(${x} ?? {})`),
  fc.tuple(record, number).map(([x, n]) => `Object.assign({}, ${x}, { head: ${n} })`),
  record,
  record.map((x) => `tailOf(${x})`),
  fc.tuple(name, number).map(([x, n]) => `yield* built(${x}, ${n})`),
  fc.tuple(name, number).map(([x, n]) => `yield* passed(${x}, ${n})`),
  array.map((x) => `${x}.find((each) => typeof each === 'object') ?? null`),
)

/** The same for arrays. */
const buildingArray: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(array, number).map(([x, n]) => `[...${x}, ${n}]`),
  fc.tuple(name, name).map(([x, y]) => `[${x}, ${y}]`),
  fc.tuple(array, name).map(([x, y]) => `${x}.concat([${y}])`),
  array.map((x) => `${x}.map((each) => ({ head: each, tail: 1 }))`),
  fc.tuple(array, number).map(([x, n]) => `pushed(${x}, ${n})`),
  array.map((x) => `${x}.filter((each) => each !== 1)`),
  array.map((x) => `${x}.slice(1)`),
  array.map((x) => `reversed(${x})`),
  fc.tuple(array, name).map(([x, y]) => `${x}.reduce((all, each) => [...all, each], [${y}])`),
  array.map((x) => `Array.from(${x}, (each, i) => [each, i])`),
  array.map((x) => `(([first, ...rest]) => [...rest, first])(${x})`),
  array,
)

/** Changes something that a variable names, or hands it to whoever may. */
const changing: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(name, number).map(([x, n]) => `if (${x}) ${x}.head = ${n}`),
  fc.tuple(name, number).map(([x, n]) => `(${x} ?? []).push(${n})`),
  fc.tuple(name, number).map(([x, n]) => `write(${x}, ${n})`),
  fc.tuple(name, number).map(([x, n]) => `{ const alias = [${x}]; write(alias[0], ${n}) }`),
  fc
    .tuple(name, number)
    .map(([x, n]) => `{ const other = ${x}; const change = () => write(other, ${n}); change() }`),
  fc.tuple(name, number).map(([x, n]) => `if (${x}) Object.assign(${x}, { head: ${n} })`),
  fc.tuple(name, number).map(([x, n]) => `(${x} ?? [])['pu' + 'sh'](${n})`),
  fc.tuple(name, number).map(([x, n]) => `{ const push = (${x} ?? []).push; push.call(${x} ?? [], ${n}) }`),
  fc
    .tuple(name, number)
    .map(([x, n]) => `{ const o = { get it() { write(${x}, ${n}); return 1 } }; log('got', o.it) }`),
  fc.tuple(name, number).map(([x, n]) => `log('sum', 1 + { valueOf() { write(${x}, ${n}); return 2 } })`),
  fc
    .tuple(name, number)
    .map(([x, n]) => `log('text', \`\${{ toString() { write(${x}, ${n}); return 't' } }}\`)`),
  fc
    .tuple(name, number)
    .map(
      ([x, n]) =>
        `for (const each of { *[Symbol.iterator]() { write(${x}, ${n}); yield 1 } }) log('each', each)`,
    ),
  fc
    .tuple(name, number)
    .map(
      ([x, n]) =>
        `{ const box = { x: ${x}, [Symbol.iterator]() { write(this.x, ${n}); return [].values() } }; log('spread', [...box]) }`,
    ),
  fc.tuple(name, number).map(([x, n]) => `writing\`\${${x}}\${${n}}\``),
  fc.tuple(name, number).map(([x, n]) => `writesArguments(${x}, ${n})`),
  fc.tuple(name, number).map(([x, n]) => `{ const { z = write(${x}, ${n}) } = {}; log('z', z) }`),
  fc
    .tuple(name, number)
    .map(([x, n]) => `{ const method = { x: ${x}, run() { write(this.x, ${n}) } }; method.run() }`),
  fc.tuple(name, number).map(([x, n]) => `new Writer(${x}).write(${n})`),
  fc
    .tuple(name, number)
    .map(([x, n]) => `(${x} ?? []).forEach((_, i, all) => { if (i === 0) all[i] = ${n} })`),
  fc.tuple(name, number).map(([x, n]) => `(${x} ?? []).sort(() => ${n})`),
  fc.tuple(name, number).map(([x, n]) => `[${n}].forEach(Array.prototype.push, (${x} ?? []))`),
  fc.tuple(name, number).map(([x, n]) => `{ [(${x} ?? []).head] = [${n}] }`),
  name.map((x) => `if (${x}) delete ${x}.head`),
  fc.tuple(name, number).map(([x, n]) => `Reflect.set(Object(${x}), 'head', ${n})`),
  fc.tuple(name, number).map(([x, n]) => `{ const id = (each) => each; write(id(id)(${x}), ${n}) }`),
  fc.tuple(name, number).map(([x, n]) => `try { throw ${x} } catch (caught) { write(caught, ${n}) }`),
  fc
    .tuple(name, number)
    .map(([x, n]) => `{ const g = resumed(${x}); g.next(); write(g.next().value, ${n}) }`),
  fc.tuple(name, number).map(([x, n]) => `{ const kept = []; kept.push(${x}); write(kept.pop(), ${n}) }`),
  fc.tuple(name, number).map(([x, n]) => `{ const late = []; ${x} = late; n = yield n; late.push(${n}) }`),
  fc
    .tuple(name, number)
    .map(
      ([x, n]) =>
        `{ const late = []; for (let i = 0; i < 2; i++) { late.push(${n}); ${x} = late; yield i } }`,
    ),
  fc
    .tuple(name, number)
    .map(([x, n]) => `{ const o = { f: write, x: ${x} }; const key = 'f'; o[key](o.x, ${n}) }`),
  fc.tuple(name, number).map(([x, n]) => `{ const list = [write]; list[0](${x}, ${n}) }`),
  fc.tuple(name, number).map(([x, n]) => `[${x}].map((each) => write(each, ${n}))`),
  fc.tuple(name, number).map(([x, n]) => `Array.from({ length: 1, 0: ${x} }, (each) => write(each, ${n}))`),
  fc.tuple(name, number).map(([x, n]) => `{ const bound = write.bind(null, ${x}); bound(${n}) }`),
  fc
    .tuple(name, number)
    .map(([x, n]) => `{ const Any = Object(${x}).constructor; Any.assign(Object(${x}), { head: ${n} }) }`),
  name.map((x) => `log('yielded', yield ${x})`),
  name.map((x) => `yield { in: ${x} }`),
  fc.tuple(name, number).map(([x, n]) => `{ const had = yield* unknown(${x}); write(had, ${n}) }`),
)

const harmless: fc.Arbitrary<string> = fc.oneof(
  name.map((x) => `log('seen', show(${x}))`),
  fc
    .tuple(name, name)
    .map(([x, y]) => `log('same', show([${x} === ${y}, ${x}?.tail === ${y}, ${x}?.[0] === ${y}]))`),
  array.map((x) => `for (const each of ${x}) log('each', show(each))`),
  array.map((x) => `for (const each of ${x}) n = yield n`),
  array.map((x) => `log('length', ${x}.length)`),
  fc.constant('n = yield n'),
  fc.constant('n = (yield n) ?? n'),
  fc.constant('yield* counting(2)'),
  record.map((x) => `if (yield n) ${x} = null`),
)

const statement: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(record, buildingRecord).map(([x, value]) => `${x} = ${value}`) },
  { weight: 4, arbitrary: fc.tuple(array, buildingArray).map(([x, value]) => `${x} = ${value}`) },
  { weight: 6, arbitrary: harmless },
  { weight: 3, arbitrary: fc.constantFrom('sent = yield n', 'sent = yield sent', 'n = (yield n, 2)') },
)

const block = (most: number): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        { weight: 6, arbitrary: statement },
        {
          weight: 1,
          arbitrary: fc
            .tuple(statement, statement)
            .map(([one, other]) => `for (let i = 0; i < 2; i++) { ${one}; ${other} }`),
        },
        {
          weight: 1,
          arbitrary: fc
            .tuple(statement, statement)
            .map(([one, other]) => `try { ${one} } finally { ${other} }`),
        },
        {
          weight: 1,
          arbitrary: fc
            .tuple(statement, statement)
            .map(([one, other]) => `if (n) { ${one} } else { ${other} }`),
        },
      ),
      { minLength: 3, maxLength: most, size: 'max' },
    )
    .map((all) => all.join(';\n  '))

/** Where, if anywhere, something is changed. */
const changes = fc.oneof(
  { weight: 3, arbitrary: fc.constant<readonly string[]>([]) },
  { weight: 4, arbitrary: fc.tuple(changing) },
  { weight: 1, arbitrary: fc.tuple(changing, changing) },
)

const HELPERS = `
function show(x) {
  if (typeof x !== 'object' || x === null) return String(x)
  let text = Array.isArray(x) ? '[' : '{'
  for (const key of Object.keys(x)) text += key + ':' + show(x[key]) + ' '
  return text
}
function cons(head, tail) { return { head, tail } }
function pushed(x, n) { const all = [...x]; for (let i = 0; i < 1; i++) all.push(n); return all }
function reversed(x) { return x.slice().reverse() }
function tailOf(x) { return x?.tail ?? null }
function* counting(n) { for (let i = 0; i < n; i++) yield i }
function* built(x, n) { const all = { head: n, tail: x }; yield n; return { ...all, more: all } }
function* passed(x, n) { return yield* built(x, n) }
function* resumed(x) { yield 1; return x }
function write(x, n) {
  if (Array.isArray(x)) x.push(n)
  else if (typeof x === 'object' && x !== null && Object.isExtensible(x)) x.head = n
  return n
}
function writing(strings, x, n) { return write(x, n) }
function writesArguments() { return write(arguments[0], arguments[1]) }
class Writer { constructor(x) { this.x = x } write(n) { write(this.x, n) } }
const unknown = (x) => ({ [Symbol.iterator]() { return { next: () => ({ done: true, value: x }) } } })
`

/** Only the helpers that a program needs: one that writes makes more unproved than those who call it. */
const helpersFor = (body: string): string => {
  const all = HELPERS.trim().split(/\n(?=function|const|class)/)
  const used = new Set<string>()
  const use = (text: string): void => {
    for (const helper of all) {
      const called = /^(?:function\*?|const|class) (\w+)/.exec(helper)![1]!
      if (used.has(helper) || !new RegExp(`\\b${called}\\b`).test(text)) continue
      used.add(helper)
      use(helper)
    }
  }
  use(body)
  return all.filter((helper) => used.has(helper)).join('\n')
}

const given = fc.constantFrom('', '1', '{ head: 5, tail: null }', "[1, 'two']")

/** The text of a program, and the changes that it holds. */
export const programs: fc.Arbitrary<{ readonly source: string; readonly changes: number }> = fc
  .record({ body: block(8), changes, at: fc.nat(20), given, returned: fc.oneof(buildingArray, name) })
  .map(({ body, changes: all, at, given: arg, returned }) => {
    const statements = body.split(';\n  ')
    statements.splice(at % (statements.length + 1), 0, ...all.slice(0, 1))
    statements.push(...all.slice(1))
    const main = `function* main(p) {
  let n = 1, sent = 0
  let a = { head: 1, tail: null }, b = [1, 2], c = { head: p, tail: a }, d = [a, b]
  ${statements.join(';\n  ')}
  yield n
  log('end', show([a, b, c, d]))
  return ${returned}
}
function start() { return main(${arg}) }`
    return { source: `${helpersFor(main)}\n${main}\n`, changes: all.length }
  })
