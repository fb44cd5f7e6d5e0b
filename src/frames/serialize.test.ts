import * as immutable from 'immutable'
import { clone, MultishotError } from 'multishot'
import { deserialize, equals, serialize } from 'multishot/frames'
import { describe, expect, test } from 'vitest'

const { List, OrderedMap, OrderedSet, Record, Set: ISet, Stack } = immutable

export class Point {
  constructor(
    public x: number,
    public y: number,
  ) {}
}

class Grid extends Map<string, number> {
  size0 = 0
}

class Secret {
  #hidden = 1
  get hidden(): number {
    return this.#hidden
  }
}

export const Place = Record({ x: 0, y: 0 }, 'Place')
export const symbol = Symbol('of the module')
const here = { Point, Grid, Place, symbol }
const names = { modules: { here, immutable } }

function* holding(value: unknown): Generator<unknown, unknown, unknown> {
  const other = yield
  yield value
  return [value, other]
}

function* leaves(depth: number): Generator<number, number, number> {
  if (depth === 0) return yield 0
  const seen = [yield* leaves(depth - 1)]
  for (const each of [1, 2]) seen.push((yield each * depth) + (yield* leaves(depth - 1)))
  return seen.reduce((a, b) => a + b)
}

function* iterations(): Generator<unknown, void, void> {
  const map = new Map([['a', 1]])
  for (const char of 'xyz') {
    for (const [key, value] of map) {
      yield [char, key, value]
      if (map.size < 5) map.set(`${key}${char}`, value + 1)
    }
    for (const key in { p: 1, q: 2 }) yield key
    yield* [char, char]
    yield* inner()
  }
}
function* inner(): Generator<number, void, void> {
  yield 1
  yield 2
}

/** Through JSON, as another process would get it. */
function again<T extends Iterator<unknown>>(generator: T, options = names): T {
  return deserialize(JSON.parse(JSON.stringify(serialize(generator, options))), options) as unknown as T
}

function suspended(value: unknown): Generator<unknown, unknown, unknown> {
  const g = holding(value)
  g.next()
  return g
}

/** What the variable holds after it was written and read. */
function kept(value: unknown): unknown {
  return again(suspended(value)).next().value
}

const cycle: { self: unknown; list: unknown[] } = { self: null, list: [] }
cycle.self = cycle
cycle.list.push(cycle.list, cycle)

const buffer = new ArrayBuffer(8)
const values: Readonly<{ [what: string]: unknown }> = {
  undefined: undefined,
  null: null,
  'negative zero': -0,
  NaN: NaN,
  infinity: -Infinity,
  BigInt: -(10n ** 30n),
  string: 'text with \u0000 and \ud800',
  array: [1, undefined, [null]],
  'array with holes': Object.assign(new Array(5), { 1: 'one', extra: true }),
  object: { a: 1, b: { c: [] } },
  'key __proto__': JSON.parse('{ "__proto__": { "polluted": 1 } }'),
  'frozen object': Object.freeze({ a: Object.freeze([1]) }),
  'bare object': Object.assign(Object.create(null), { a: 1 }),
  'hidden property': Object.defineProperty({}, 'a', { value: 1 }),
  'symbols as keys': { [Symbol.for('s')]: 1, [Symbol.hasInstance]: 2, [symbol]: 3 },
  cycle,
  Map: new Map<unknown, unknown>([[{ a: 1 }, new Set([1, 'a'])]]),
  'empty Map': new Map(),
  Date: new Date(1234),
  'invalid Date': new Date(NaN),
  RegExp: Object.assign(/a+/gi, { lastIndex: 3 }),
  Error: new RangeError('of range', { cause: 1 }),
  'typed arrays on one buffer': [new Uint8Array(buffer, 2, 4), new Float64Array(buffer), buffer],
  DataView: new DataView(new Uint8Array([1, 2, 3]).buffer, 1),
  'boxed string': Object('text'),
  'instance of an exported class': new Point(1, -0),
  'instance of a class that extends Map': new Grid([['a', 1]]),
  List: List([1, List(['a'])]),
  'List of objects': List([{ a: 1 }]),
  OrderedMap: OrderedMap([
    ['b', 1],
    ['a', 2],
  ] as [string, number][]),
  'Map of Immutable.js': immutable.Map([[List([1]), ISet([1, 2])]]),
  OrderedSet: OrderedSet(['b', 'a']),
  Stack: Stack([1, 2, 3]),
  Record: Place({ y: 2 }),
  'built-in class and function': [Map, Math.max],
  'exported class': Point,
}

describe('a generator that was written and read', () => {
  test.each(Object.keys(values))('holds what it held: %s', (what) => {
    const g = suspended(values[what])
    expect(equals(g, again(g))).toBe(true)
    const value = kept(values[what])
    expect(immutable.isCollection(value) || value).toEqual(immutable.isCollection(value) || values[what])
  })

  test('has variables of its own', () => {
    const list = [1]
    const g = suspended(list)
    const h = again(g)
    list.push(2)
    expect([g.next().value, h.next().value]).toEqual([[1, 2], [1]])
  })

  test('keeps aliases, also of what is made of its parts', () => {
    const shared = { n: 1 }
    const inner = List([shared])
    const [one, other, lists] = kept([shared, [shared], [inner, inner]]) as [object, [object], object[]]
    expect(other[0]).toBe(one)
    expect(lists[0]).toBe(lists[1])
    expect((lists[0] as typeof inner).first()).toBe(one)
  })

  test('goes on at its place, under its callers', () => {
    let g = leaves(3)
    let h = leaves(3)
    for (let input = 0; ; input++) {
      const [one, other] = [g.next(input), h.next(input)]
      expect(other).toEqual(one)
      if (one.done) break
      h = again(h)
      if (input % 5 === 0) g = clone(g)
    }
  })

  test('has closures over variables of its own, and classes, and nested generators', () => {
    function* main(): Generator<unknown, void, void> {
      let count = 0
      const tools = { more: () => ++count, plain: (n: number) => n + 1 }
      class Counter {
        static made = 0
        n = (Counter.made += count)
        twice(): number {
          return this.n * 2
        }
      }
      function* inner(limit: number): Generator<number, void, void> {
        for (let i = 0; i < limit; i++) yield tools.more()
      }
      const source = inner(10)
      const counter = new Counter()
      for (;;) yield [tools.more(), source.next().value, tools.plain(count), new Counter().twice(), counter.n]
    }
    const g = main()
    g.next()
    g.next()
    const h = again(g)
    expect([g.next(), g.next()]).toEqual([h.next(), h.next()])
    expect(equals(g, h)).toBe(true)
  })

  test('has a class as the program has changed it, and its prototype in a variable', () => {
    function* main(): Generator<unknown, void, void> {
      let count = 0
      class Counter {
        static {
          Object.assign(this, { first: 1 })
        }
        static second = 2
        static describe(): unknown {
          return 'at first'
        }
        gone(): void {}
        next(): number {
          return ++count
        }
        get last(): number {
          return count
        }
      }
      const { prototype } = Counter
      const given = (): unknown => ['given', count]
      Reflect.deleteProperty(prototype, 'gone')
      Reflect.set(prototype, 'seen', [])
      Counter.describe = given
      Object.defineProperty(prototype, 'next', { enumerable: true })
      Object.freeze(Counter)
      for (;;) {
        yield [Reflect.ownKeys(Counter), Reflect.ownKeys(prototype), Object.keys(prototype)]
        yield [Object.isFrozen(Counter), Counter.describe === given, prototype === Counter.prototype]
        const counter = new Counter()
        ;(Reflect.get(prototype, 'seen') as unknown[]).push(counter.next())
        yield [counter.last, Reflect.get(counter, 'seen'), Counter.describe()]
      }
    }
    let g = main()
    const native = main()
    for (let step = 0; step < 7; step++) {
      const h = again(g)
      expect(equals(g, h)).toBe(true)
      expect(equals(g, clone(g))).toBe(true)
      expect(h.next().value).toEqual(native.next().value)
      g.next()
      g = again(h)
    }
  })

  test('stands in the middle of iterations', () => {
    let g = iterations()
    const expected = [...iterations()]
    const got: unknown[] = []
    for (let step = g.next(); !step.done; step = g.next()) {
      got.push(step.value)
      g = again(g)
    }
    expect(got).toEqual(expected)
  })

  test('is at its start, inside of finally, or finished', () => {
    function* main(): Generator<number, number, void> {
      try {
        yield 1
      } finally {
        yield 2
      }
      return 3
    }
    expect([...again(main())]).toEqual([1, 2])
    const g = main()
    g.next()
    expect(g.return(5)).toEqual({ value: 2, done: false })
    const h = again(g)
    expect(h.next()).toEqual({ value: 5, done: true })
    expect(again(h).next()).toEqual({ value: undefined, done: true })
  })

  test('is an async generator as well', async () => {
    async function* main(): AsyncGenerator<number, void, void> {
      const seen = [1]
      for (const each of [1, 2, 3]) yield seen.push(await Promise.resolve(each))
    }
    const g = main()
    await g.next()
    const h = deserialize<typeof g>(serialize(g))
    expect([await h.next(), await g.next()]).toEqual([
      { value: 3, done: false },
      { value: 3, done: false },
    ])
  })

  test('holds what codecs write, as often as it held it', () => {
    const codecs = {
      Secret: { is: (it: unknown) => it instanceof Secret, write: () => ['parts'], read: () => new Secret() },
    }
    const secret = new Secret()
    const g = suspended([secret, { secret }])
    const [one, { secret: other }] = deserialize(serialize(g, { codecs }), { codecs }).next().value as [
      Secret,
      { secret: Secret },
    ]
    expect(one.hidden).toBe(1)
    expect(other).toBe(one)
  })

  test('may be data of any depth', () => {
    let list: unknown = null
    for (let i = 0; i < 20_000; i++) list = { head: i, tail: list }
    expect(equals(suspended(list), again(suspended(list)))).toBe(true)
  })
})

describe('what cannot be written is refused with its variable', () => {
  const what = new Secret()
  test.each([
    [
      'an instance with private fields',
      what,
      /variable value in holding \(.*serialize.test.ts:\d+:\d+\).*Secret/,
    ],
    ['a function of the module', { f: suspended }, /variable value\.f .*no name/],
    ['a promise', Promise.resolve(1), /variable value .*Promise/],
    ['a native iterator', [1].values(), /Array Iterator/],
    [
      'an instance of a class without a name',
      [new (class Unnamed {})()],
      /variable value\.0 .*Unnamed.*class has no name/,
    ],
    ['a symbol', Symbol('mine'), /Symbol\(mine\)/],
  ])('%s', (_, value, message) => {
    const writing = (): unknown => serialize(suspended(value))
    expect(writing).toThrow(MultishotError)
    expect(writing).toThrow(/MS1101/)
    expect(writing).toThrow(message)
  })

  test('an iterator that is not compiled', () => {
    function* main(): Generator<string, void, void> {
      for (const [match] of 'abc'.matchAll(/./g)) yield match
    }
    const g = main()
    g.next()
    expect(() => serialize(g)).toThrow(/MS1101.*iterator that is not compiled/)
  })
})

describe('what cannot be read is refused', () => {
  const data = serialize(suspended([new Point(1, 2)]), names)

  test('where the code is not loaded, or is another', () => {
    const [[module, label] = ['', '']] = data.codes
    const read = (codes: typeof data.codes) => () => deserialize({ ...data, codes }, names)
    expect(read([['elsewhere', label]])).toThrow(/MS1102.*holding of elsewhere, which is not loaded/)
    expect(read([[module, 'other#1']])).toThrow(/MS1102.*function other of .*no such function/)
    expect(read([[module, `${label}1`]])).toThrow(/MS1103.*holding of .* has changed/)
  })

  test('where names are missing', () => {
    expect(() => deserialize(data)).toThrow(/MS1104.*module here/)
    expect(() => deserialize(data, { modules: { here: {} } })).toThrow(/MS1104.*property here\.Point/)
  })

  test('where nothing was changed but a word', () => {
    const broken = JSON.parse(JSON.stringify(data))
    broken.nodes[0].push(1)
    expect(() => deserialize(broken, names)).toThrow(/MS1105.*node 0 has words too many/)
    expect(() => deserialize({} as never)).toThrow(/MS1105/)
    expect(() => deserialize(null as never)).toThrow(/MS1105/)
  })

  test('and data names neither Function nor eval', () => {
    for (const name of ['Function', 'eval', 'Reflect', 'globalThis', 'process', 'constructor'])
      expect(() => deserialize({ ...data, nodes: [['object', 1, 'a', ['built-in', name]]] })).toThrow(
        /MS1104/,
      )
  })
})
