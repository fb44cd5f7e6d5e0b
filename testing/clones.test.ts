// The table in docs/clones.md is what is promised of every kind of value. Each row is tried: its example is
// held by a generator, which is cloned; then the copy is changed, and the original must not be.

import { readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { clone, MultishotError } from 'multishot'
import type { CloneOptions } from 'multishot'
import { describe, expect, test } from 'vitest'
import { describe as structure } from '../property-tests/describe.ts'

interface Row {
  readonly value: string
  readonly example: string
  readonly answer: string
  readonly change: string
  readonly copied: string
}

const page = readFileSync(new URL('../docs/clones.md', import.meta.url), 'utf8')

const rows: readonly Row[] = Array.from(page.matchAll(/^\| ([^|]+?) +\| `(.+?)` +\|(.*)\|$/gm), (match) => {
  const [answer, change, copied] = match[3]!.split('|').map((cell) => cell.trim().replace(/^`(.*)`$/, '$1'))
  return { value: match[1]!, example: match[2]!, answer: answer!, change: change!, copied: copied ?? '' }
}).filter(({ copied }) => copied !== '')

/** The value of an example; undefined where this engine lacks the class. */
function evaluate(example: string): unknown {
  try {
    return new Function(`return (${example})`)()
  } catch (error) {
    if (error instanceof ReferenceError) return undefined
    throw error
  }
}

type Hold = (value: unknown) => Generator<unknown>

function* hold(value: unknown): Generator<unknown> {
  yield 'held'
  yield value
}

class Box {
  readonly value: unknown
  constructor(value: unknown) {
    this.value = value
  }
}

/** What else may lead to a value than a variable, each with two ways that lead to the same. */
const holders: Readonly<Record<string, Hold>> = {
  *'a variable that closures capture'(value) {
    const [get, same] = [() => value, { is: (other: unknown) => other === value }]
    yield 'held'
    yield same.is(get()) && get()
  },
  *'an object in an array in a `Map`'(value) {
    const all = new Map([['key', [{ value }, { value }]]])
    yield 'held'
    const [one, other] = all.get('key')!
    yield one!.value === other!.value && one!.value
  },
  *'a key and an element'(value) {
    const [keys, all] = [new Map([[value, 1]]), new Set([value])]
    yield 'held'
    const [element] = all
    yield keys.has(element) && element
  },
  *'a generator in a variable'(value) {
    const inner = hold(value)
    inner.next()
    yield 'held'
    const { value: inside } = inner.next()
    yield inside === value && inside
  },
  *'a generator that is delegated to'(value) {
    yield* hold(value)
  },
  *'an accessor and a hidden property'(value) {
    const box = Object.defineProperty({ get: 0 }, 'get', { get: () => value })
    const hidden = Object.defineProperty({ value: 0 as unknown }, 'value', { value, enumerable: false })
    yield 'held'
    yield box.get === hidden.value && box.get
  },
  *'an instance and an error'(value) {
    const [box, error] = [new Box(value), new Error('why', { cause: value })]
    yield 'held'
    yield box.value === error.cause && error.cause
  },
  *'a loop and its variable'(value) {
    for (const each of [value, value]) {
      yield 'held'
      yield each === value && each
    }
  },
}

function inClone(value: unknown, options: CloneOptions | undefined, by: Hold): unknown {
  const generator = by(value)
  generator.next()
  return clone(generator, options).next().value
}

/** The name by which a policy calls the class of the value. */
function className(value: object): string {
  const prototype = (Object.getPrototypeOf(value) ?? Object.prototype) as object
  const constructor: unknown = Object.getOwnPropertyDescriptor(prototype, 'constructor')?.value
  return typeof constructor === 'function'
    ? constructor.name
    : Object.prototype.toString.call(value).slice(8, -1)
}

const refusal = /^MS1003: cannot clone .+ in .+ \(.*clones\.test\.ts:\d+:\d+\): it holds /

/** What becomes of the example: an answer of the table, or what is wrong with the copy. */
function outcome({ example, change }: Row, options?: CloneOptions, by: Hold = hold): string {
  const [value, before] = [evaluate(example), evaluate(example)]
  let copy: unknown
  try {
    copy = inClone(value, options, by)
  } catch (error) {
    return error instanceof MultishotError && refusal.test(error.message) ? 'refused' : String(error)
  }
  if (copy === value) return 'shared'
  if (Object.getPrototypeOf(copy) !== Object.getPrototypeOf(value)) return 'copied with another prototype'
  if (structure(copy) !== structure(before)) return `copied as ${structure(copy)}`
  new Function('value', change)(copy)
  if (structure(value) !== structure(before)) return 'copied, but the change is seen in the original'
  return isDeepStrictEqual(copy, value) && structure(copy) === structure(value) ? 'not changed' : 'copied'
}

test('the table has rows', () => {
  expect(rows.length).toBeGreaterThan(50)
})

describe.each(rows)('$value', (row) => {
  const value = evaluate(row.example)
  const name = className(Object(value))

  test.skipIf(value === undefined)(`is ${row.answer}`, () => {
    expect(outcome(row)).toBe(row.answer)
  })

  test.skipIf(value === undefined).each(Object.entries(holders))(`is ${row.answer} by %s`, (_by, holder) => {
    expect(outcome(row, { copy: { Box: 'copy' } }, holder)).toBe(row.answer)
  })

  test.skipIf(value === undefined)(`is ${row.copied} where the policy says 'copy'`, () => {
    expect(outcome(row, { copy: { [name]: 'copy' } })).toBe(row.copied)
  })

  // An object in the place of a class has no name that a policy could call it by.
  test.skipIf(value === undefined || row.example.startsWith('Object.create({'))(
    "is shared where the policy says 'share'",
    () => {
      expect(outcome(row, { copy: { [name]: 'share' } })).toBe('shared')
    },
  )

  test.skipIf(value === undefined)("is shared where the policy is 'shallow'", () => {
    expect(outcome(row, { copy: 'shallow' })).toBe('shared')
  })
})
