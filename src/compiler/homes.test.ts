// Methods and accessors of object literals that capture variables: closures of their own, which still are in
// their place, under their names, and at home in the literal.

import { expect, test } from 'vitest'
import { clone } from '../runtime/index.ts'

const keys: string[] = []
const key = (name: string): string => {
  keys.push(name)
  return name
}

type Made = Record<string, unknown> & { next: () => number; text: () => string }

function* makes(): Generator<() => unknown, void, string> {
  const made: Made[] = []
  for (let i = 0; i < 2; i++)
    made.push({
      text() {
        return `${super.toString()} ${i}`
      },
      get [key('value')]() {
        return i
      },
      set [key('changed')](value: number) {
        i = value
      },
      plain: true,
      next: () => ++i,
      get last() {
        return (() => super.toString())()
      },
    })
  let total = 1
  const beside = {
    first: yield () => 0,
    get total() {
      return total
    },
    [key(yield () => 0)]() {
      return ++total
    },
    get [yield () => 0]() {
      return total
    },
  }
  for (;;)
    yield () => [
      made.map((each) => [each.next(), each.text(), each['value'], each['last'], Object.keys(each).join()]),
      (beside as unknown as { add: () => number }).add(),
      beside.total,
      Reflect.get(beside, 'again'),
      Object.getOwnPropertyDescriptor(beside, 'again')?.get?.name,
      (made[0]!['changed'] = 10),
    ]
}

const object = '[object Object]'
const order = 'text,value,changed,plain,next,last'

test('they see the variables of their iteration and of their clone', () => {
  const original = makes()
  original.next()
  for (const answer of ['first', 'add']) original.next(answer)
  const seen = original.next('again').value!
  expect(keys).toEqual(['value', 'changed', 'value', 'changed', 'add'])
  expect(seen()).toEqual([
    [
      [1, `${object} 1`, 1, object, order],
      [2, `${object} 2`, 2, object, order],
    ],
    2,
    2,
    2,
    'get again',
    10,
  ])
  const copy = clone(original)
  const after = [
    [
      [11, `${object} 11`, 11, object, order],
      [3, `${object} 3`, 3, object, order],
    ],
    3,
    3,
    3,
    'get again',
    10,
  ]
  expect(copy.next('').value!()).toEqual(after)
  expect(original.next('').value!()).toEqual(after)
  expect(keys).toHaveLength(5)
})
