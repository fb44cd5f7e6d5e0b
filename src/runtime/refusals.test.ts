// What cannot be copied is refused: with the variable, the function, the line and the three mends.

import { expect, test } from 'vitest'
import { clone, MultishotError } from './index.ts'

class Person {}
const nativeGenerator: Generator = new Function('return function* native() { yield 1 }')()()

/** The message of the refusal to clone `generator`, which is first brought to its first yield. */
function refusal(generator: Generator<unknown, unknown, unknown>): string {
  generator.next()
  try {
    clone(generator)
  } catch (error) {
    if (error instanceof MultishotError && error.code === 'MS1003') return error.message
    throw error
  }
  return 'not refused'
}

/** The line of the caller, by its own stack. */
function line(): number {
  const caller = new Error().stack!.split('\n')[2]!
  return Number(/:(\d+):\d+\)?$/.exec(caller)![1])
}

function* hold(value: unknown): Generator<unknown> {
  const held = [value][0]
  yield 1
  yield held
}

test.each<[string, unknown]>([
  ['an instance of Person', new Person()],
  ['an instance of Promise', Promise.resolve()],
  ['a Generator object', nativeGenerator],
  ['an instance of WeakMap', new WeakMap()],
  ['an instance of WeakRef', new WeakRef({})],
  ['an instance of URL', new URL('https://example.org')],
  ['an instance of SharedArrayBuffer', new SharedArrayBuffer(1)],
  ['an instance of Stack', new (class Stack extends Array {})()],
  ['an instance of Bag', new (class Bag extends Map {})()],
])('a variable that holds %s is refused by name', (kind, value) => {
  const message = refusal(hold(value))
  expect(message).toMatch(/^MS1003: cannot clone variable held in hold \(.*refusals\.test\.ts:\d+:\d+\)/)
  expect(message).toContain(`it holds ${kind}, which multishot does not know how to copy`)
})

test('the three ways to mend it are named', () => {
  const message = refusal(hold(new Person()))
  expect(message).toMatch(/\(1\) do not keep it in a variable across a yield/)
  expect(message).toMatch(
    /\(2\) .* `copy: \{ Person: 'copy' \}` .* a method \[Symbol\.for\('multishot\.clone'\)\]\(copy\)/,
  )
  expect(message).toMatch(
    /\(3\) .* `share\(value\)`, `copy: \{ Person: 'share' \}`.* `static readonly \[Symbol\.for\('multishot\.immutable'\)\] = true`/,
  )
})

test.each<[string, Iterator<unknown>]>([
  ['an Array Iterator object', [1, 2].values()],
  ['an Array Iterator object', new Uint8Array(2).entries()],
  ['a Map Iterator object', new Map().keys()],
  ['a Set Iterator object', new Set().values()],
  ['a String Iterator object', 'ab'[Symbol.iterator]()],
  ['a RegExp String Iterator object', 'ab'.matchAll(/./g)],
  ['a Segmenter String Iterator object', new Intl.Segmenter('en').segment('ab')[Symbol.iterator]()],
])('%s in a variable is refused, and what to write instead is told', (kind, iterator) => {
  const tag = kind.replace(/^an? (.*) object$/, '$1')
  const message = refusal(hold(iterator))
  expect(message).toContain(`cannot clone variable held in hold`)
  expect(message).toContain(`it holds ${kind}, which does not tell how far it has come`)
  expect(message).toMatch(/\(1\) iterate with `for \(const x of …\)`/)
  expect(message).toContain('(2) keep a generator of your own in its place')
  expect(message).toContain(`(3) let clones share it`)
  expect(message).toContain(`\`copy: { '${tag}': 'share' }\``)
})

test('what the refusal of an iterator says to write instead is cloned', () => {
  const list = [1, 2, 3]
  function* own() {
    const it = (function* () {
      yield* list
    })()
    for (;;) yield it.next().value
  }
  function* shared() {
    const it = list.values()
    for (;;) yield it.next().value
  }
  const next = (generator: Generator): unknown => generator.next().value
  const [one, other] = [own(), shared()]
  expect([next(one), next(other)]).toEqual([1, 1])
  const twin = clone(one)
  expect([next(one), next(one), next(twin), next(twin)]).toEqual([2, 3, 2, 3])
  const sharing = clone(other, { copy: { 'Array Iterator': 'share' } })
  expect([next(other), next(sharing)]).toEqual([2, 3])
})

test('the line is that of the yield where the generator stands', () => {
  let at = 0
  function* walk() {
    const person = new Person()
    yield (at = line())
    yield person
  }
  expect(refusal(walk())).toContain(`refusals.test.ts:${at}:5)`)
})

test('the path from the variable to the value is told', () => {
  function* walk() {
    const team = { members: [null, new Person()] }
    yield 1
    yield team
  }
  expect(refusal(walk())).toContain('cannot clone variable team.members.1 in walk')
})

test('a captured variable is told by its name', () => {
  function* walk() {
    let person = new Person()
    const get = () => person
    yield 1
    yield get()
    person = new Person()
  }
  expect(refusal(walk())).toContain('cannot clone variable person in walk')
})

test('a parameter is told by its name, also before the start', () => {
  function* walk(person: Person) {
    yield person
  }
  expect(() => clone(walk(new Person()))).toThrow(/cannot clone variable person in walk/)
})

test('the function is the one whose variable it is', () => {
  function* inner() {
    const person = new Person()
    yield 1
    yield person
  }
  function* delegating() {
    yield* inner()
  }
  function* holding() {
    const held = inner()
    held.next()
    yield 1
    yield held
  }
  for (const walk of [delegating, holding])
    expect(refusal(walk())).toContain('cannot clone variable person in inner')
})

test('what is half-way through an expression is told so', () => {
  function* walk(): Generator<unknown, void> {
    yield [new Person(), yield 1]
  }
  expect(refusal(walk())).toContain('cannot clone a value of the expression that is under way in walk')
})

test('what is pending in a finally is told so', () => {
  function* walk() {
    try {
      return new Person()
    } finally {
      yield 1
    }
  }
  expect(refusal(walk())).toContain('cannot clone the error or value that is pending in a `finally` in walk')
})

test('a variable that is read no more stands in no one`s way', () => {
  function* walk() {
    const person = new Person()
    yield person
    yield 2
  }
  expect(refusal(walk())).toBe('not refused')
})

test('a refused generator goes on as if nothing had been asked', () => {
  function* walk() {
    const list = [1]
    const person = new Person()
    yield 1
    list.push(2)
    yield [list, person]
  }
  const generator = walk()
  refusal(generator)
  refusal(walk())
  expect(generator.next().value).toEqual([[1, 2], new Person()])
})

test('a native generator is refused with the way to compile it', () => {
  expect(() => clone(nativeGenerator)).toThrow(
    /^MS1001: .* is a native generator.*multishot\/register.*npx multishot run.*multishot\/vite/,
  )
})

test.each([
  [5, '5'],
  ['text', '"text"'],
  [null, 'null'],
  [undefined, 'undefined'],
  [{}, 'an object'],
  [() => 1, 'a function'],
  [[], 'an instance of Array'],
])('%j is no generator', (value, kind) => {
  expect(() => clone(value as never)).toThrow(
    new MultishotError(
      'MS1002',
      `the generator to clone must be a generator made by a compiled function*, but it is ${kind}.`,
    ),
  )
})

test('a generator function without a name is called so', () => {
  const message = refusal(
    (() =>
      function* () {
        const held = [new Person()][0]
        yield 1
        yield held
      })()(),
  )
  expect(message).toMatch(/^MS1003: cannot clone variable held in an anonymous generator \(.*:\d+:\d+\)/)
})
