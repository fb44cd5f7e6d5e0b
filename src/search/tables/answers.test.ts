import { describe, expect, test } from 'vitest'
import { amb, solve, tabled } from '../../index.ts'

describe('of the answers with the same key', () => {
  const sizes = (options: object) =>
    solve(function* () {
      const letters = tabled(
        function* () {
          return yield* amb('b', 'aa', 'bbb', 'a')
        },
        { key: (word: string) => word[0], ...options },
      )
      return yield* letters()
    }).toArray()

  test('the first one counts', () => {
    expect(sizes({})).toEqual(['b', 'aa'])
  })

  test('the least one counts', () => {
    expect(sizes({ min: (word: string) => word.length })).toEqual(['b', 'a'])
  })

  test('the greatest one counts', () => {
    expect(sizes({ max: (word: string) => word.length })).toEqual(['aa', 'bbb'])
  })

  test('what they are joined to counts', () => {
    expect(sizes({ join: (one: string, other: string) => (one + other).slice(0, 4) })).toEqual([
      'bbbb',
      'aaa',
    ])
  })

  test('without a key there is one', () => {
    const least = tabled(
      function* () {
        return yield* amb(3, 1, 2)
      },
      { min: (n) => n },
    )
    expect(
      solve(function* () {
        return yield* least()
      }).toArray(),
    ).toEqual([1])
  })

  test('each must have a number to be compared by', () => {
    const least = tabled(
      function* () {
        return yield* amb('x', 'y')
      },
      { min: (text) => Number(text) },
    )
    expect(() =>
      solve(function* () {
        return yield* least()
      }).toArray(),
    ).toThrow(/^MS3013: .*`min`/)
  })
})
