// Iterators that the branches of a search read together are closed once, when no branch is left that may read on.

import { expect, test } from 'vitest'
import { amb, fail, guard, resume, solve } from '../index.ts'

test('a branch that fails no longer reads an iterator that it had in common with others', () => {
  const closed: string[] = []
  const letters = new Set('abc').values()
  const iterable = {
    [Symbol.iterator]: () => ({
      next: () => letters.next(),
      return: () => (closed.push('closed'), { done: true, value: undefined }),
    }),
  }
  const stream = solve(function* () {
    for (const letter of iterable) {
      const n = yield* amb(1, 2, 3)
      if (n === 1) return letter
      yield* guard(n === 3)
      yield* fail()
    }
    return '?'
  })
  expect(stream.toArray()).toEqual(['a'])
  expect(closed).toEqual(['closed'])
})

test('a search that reads an iterator in several branches is closed after a bound, and the iterator is', () => {
  const closed: string[] = []
  const letters = {
    [Symbol.iterator]: () => ({
      n: 0,
      next() {
        return { value: this.n++, done: false }
      },
      return: () => (closed.push('closed'), { done: true, value: 0 }),
    }),
  }
  const stream = solve(
    function* () {
      for (const letter of letters) {
        const n = yield* amb(1, 2, 3)
        return letter + n
      }
      return -1
    },
    { solutions: 2 },
  )
  expect(stream.toArray()).toEqual([1, 2])
  expect(closed).toEqual(['closed'])
  expect(() => resume(stream.status)).toThrow(/^MS3011/)
})
