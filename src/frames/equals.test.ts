import { List, Map as IMap, OrderedMap, Record, Set as ISet } from 'immutable'
import { clone, immutable, share } from 'multishot'
import { equals, hash } from 'multishot/frames'
import { describe, expect, test } from 'vitest'

/** A generator that holds `value` across a yield, and whatever is sent after it. */
function* holding(value: unknown): Generator<unknown, unknown, unknown> {
  const other = yield
  yield value
  return [value, other]
}

function suspended(value: unknown): Generator<unknown, unknown, unknown> {
  const g = holding(value)
  g.next()
  return g
}

function areEqual(one: unknown, other: unknown): boolean {
  const [g, h] = [suspended(one), suspended(other)]
  const answer = equals(g, h)
  expect(equals(h, g)).toBe(answer)
  expect(answer && hash(g) !== hash(h)).toBe(false)
  return answer
}

function cyclic(length: number): unknown {
  const first: { next: unknown } = { next: null }
  let last = first
  for (let i = 1; i < length; i++) last = last.next = { next: null }
  last.next = first
  return first
}

class Point {
  constructor(
    public x: number,
    public y: number,
  ) {}
}

class Secret {
  #hidden: number
  constructor(hidden: number) {
    this.#hidden = hidden
  }
  get twice(): number {
    return this.#hidden * 2
  }
}

const place = Record({ x: 0, y: 0 }, 'Place')

/** Made by each call. */
const alike: Readonly<{ [what: string]: () => unknown }> = {
  number: () => 1,
  NaN: () => NaN,
  'negative zero': () => -0,
  string: () => 'text',
  BigInt: () => 10n ** 30n,
  array: () => [1, [2, {}]],
  'array with holes': () => Object.assign(new Array(4), { 1: 'one' }),
  object: () => ({ a: 1, b: { c: [] } }),
  'object with accessors': () => Object.defineProperty({}, 'a', { get: Date.now, enumerable: true }),
  'frozen object': () => Object.freeze({ a: Object.freeze([1]) }),
  'bare object': () => Object.assign(Object.create(null), { a: 1 }),
  'symbol keys': () => ({ [Symbol.for('s')]: [1] }),
  Map: () => new Map<unknown, unknown>([[{ id: 1 }, [1]]]).set('k', -0),
  Set: () => new Set([1, 'a', { a: 1 }]),
  Date: () => new Date(5),
  RegExp: () => /a+/giu,
  'typed array': () => new Float32Array([1, 2.5, NaN]),
  'views of one buffer': () => {
    const buffer = new ArrayBuffer(8)
    return [new Uint8Array(buffer, 2, 4), new DataView(buffer)]
  },
  Buffer: () => Buffer.from('bytes'),
  'boxed number': () => Object(1),
  instance: () => new Point(1, 2),
  cycle: () => cyclic(3),
  List: () => List([1, 'a', List([NaN])]),
  'List of objects': () => List([{ a: 1 }, [2]]),
  'Map of Immutable.js': () => IMap({ a: 1, b: ISet([1, 2]) }),
  'Set of Immutable.js': () => ISet([1, 2, 3]),
  'ordered Map of objects': () => OrderedMap([['a', { n: 1 }]]),
  Record: () => place({ x: 1 }),
  arguments: () =>
    Reflect.apply(
      function () {
        return arguments
      },
      undefined,
      [1, [2]],
    ),
}

describe('equal generators', () => {
  test.each(Object.keys(alike))('hold what was made alike: %s', (what) => {
    expect(areEqual(alike[what]!(), alike[what]!())).toBe(true)
  })

  test('are a generator and its clone, whatever they hold', () => {
    for (const make of Object.values(alike)) {
      const g = suspended(make())
      const h = clone(g, { copy: { Point: 'copy' } })
      expect(equals(g, h)).toBe(true)
      expect(hash(g)).toBe(hash(h))
    }
  })

  test('hold Immutable.js collections that are equal, however they were made', () => {
    expect(areEqual(IMap([['a', 1]]).set('b', 2), IMap([['b', 2]]).set('a', 1))).toBe(true)
    expect(areEqual(List([1, 2, 3]).pop(), List([1, 2]))).toBe(true)
    expect(areEqual(OrderedMap({ a: 1, b: 2 }), OrderedMap({ b: 2, a: 1 }))).toBe(false)
  })

  test('are told by the methods of a class that declares itself immutable', () => {
    class Fraction {
      static readonly [immutable] = true
      #over: number
      constructor(
        readonly n: number,
        over: number,
      ) {
        this.#over = over
      }
      equals(other: unknown): boolean {
        return other instanceof Fraction && this.n * other.#over === other.n * this.#over
      }
      hashCode(): number {
        return Math.round((1000 * this.n) / this.#over)
      }
    }
    expect(areEqual(new Fraction(1, 2), new Fraction(2, 4))).toBe(true)
    expect(areEqual(new Fraction(1, 2), new Fraction(1, 3))).toBe(false)
  })

  test('have closures of one place over variables that are equal', () => {
    function* counter(step: number): Generator<number, void, void> {
      let count = 0
      const more = (): number => (count += step)
      const nothing = (): number => 0
      for (;;) yield more() + nothing()
    }
    const [one, other, third] = [counter(1), counter(1), counter(2)]
    for (const each of [one, other, third]) each.next()
    expect(equals(one, other)).toBe(true)
    expect(equals(one, third)).toBe(false)
    other.next()
    expect(equals(one, other)).toBe(false)
    one.next()
    expect(equals(one, other)).toBe(true)
  })

  test('hold nested generators, positions and delegates that are equal', () => {
    function* inner(from: number): Generator<number, void, void> {
      for (let i = from; ; i++) yield i
    }
    function* outer(list: Iterable<number>): Generator<number, void, void> {
      const source = inner(3)
      for (const each of list) yield each + (source.next().value ?? 0)
      yield* inner(0)
    }
    for (const list of [[1, 2], new Set([1, 2])]) {
      const [one, other] = [outer(list), outer(list instanceof Set ? new Set(list) : [...list])]
      for (let i = 0; i < 4; i++) {
        expect(equals(one, other)).toBe(true)
        one.next()
        expect(equals(one, other)).toBe(false)
        other.next()
      }
    }
  })

  test('may have come there by different ways', () => {
    function* sum(): Generator<number, void, number> {
      const seen = new Map<string, number>()
      for (let total = 0; ;) seen.set('total', (total += yield total))
    }
    const [one, other] = [sum(), sum()]
    for (const n of [0, 1, 2, 3]) one.next(n)
    for (const n of [0, 6]) other.next(n)
    expect(equals(one, other)).toBe(true)
    expect(one.next(4)).toEqual(other.next(4))
  })

  test('have finished alike', () => {
    const [one, other] = [suspended(1), suspended(2)]
    expect(equals(one, other)).toBe(false)
    one.return(0)
    other.return(0)
    expect(equals(one, other)).toBe(true)
  })
})

describe('generators differ', () => {
  const list = [1]
  test.each([
    ['0 and -0', 0, -0],
    ['a number and its text', 1, '1'],
    ['undefined and null', undefined, null],
    ['keys in another order', { a: 1, b: 2 }, { b: 2, a: 1 }],
    ['entries in another order', new Set([1, 2]), new Set([2, 1])],
    ['one array twice and two arrays', [list, list], [[1], [1]]],
    ['cycles of another length', cyclic(2), cyclic(3)],
    ['an object that is frozen', Object.freeze({ a: 1 }), { a: 1 }],
    ['an array that has a hole', new Array(2), [undefined, undefined]],
    ['arrays and objects', [], {}],
    ['zeros within Immutable.js', List([0]), List([-0])],
    ['kinds of Immutable.js', IMap({ a: 1 }), OrderedMap({ a: 1 })],
    ['classes', new Point(1, 2), { x: 1, y: 2 }],
    ['lists of different objects', List([{ a: 1 }]), List([{ a: 2 }])],
    ['private state', new Secret(1), new Secret(1)],
    ['functions of modules', (): number => 1, (): number => 1],
    ['symbols', Symbol('s'), Symbol('s')],
    ['values marked as shared', share([1]), share([1])],
  ])('by %s', (_, one, other) => {
    expect(areEqual(one, other)).toBe(false)
    expect(areEqual(one, one)).toBe(true)
  })

  test('by the place where they stand', () => {
    const [one, other] = [suspended(1), suspended(1)]
    other.next()
    expect(equals(one, other)).toBe(false)
  })

  test('by a variable that both share and one has twice', () => {
    function* main(this: object, given: object): Generator<boolean, void, void> {
      yield true
      yield given === this
    }
    const self = {}
    const one = main.call(self, self)
    one.next()
    const other = clone(one)
    // In a clone, what `this` names is shared and what a variable names is its own.
    expect(equals(one, other)).toBe(false)
    expect([one.next().value, other.next().value]).toEqual([true, false])
  })
})

test('a generator that is running is refused', () => {
  function* main(): Generator<unknown, void, void> {
    yield equals(g, g)
  }
  const g = main()
  expect(() => g.next()).toThrow(TypeError)
})

test('data of any depth is compared', () => {
  const deep = (): unknown => {
    let list: unknown = null
    for (let i = 0; i < 30_000; i++) list = { head: i, tail: list }
    return list
  }
  expect(areEqual(deep(), deep())).toBe(true)
})
