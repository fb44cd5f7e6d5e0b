import { describe, expect, test } from 'vitest'
import {
  amb,
  bestFirst,
  breadthFirst,
  choose,
  collect,
  commit,
  cost,
  count,
  depthFirst,
  fair,
  guard,
  minimize,
  not,
  once,
  scope,
  solve,
  tabled,
} from '../../index.ts'
import { countedSquare } from '../../../testing/counted-square.ts'

type Asking<Answer> = Generator<any, Answer, any>

const strategies = [depthFirst, breadthFirst, bestFirst(), fair]

describe('inside operators', () => {
  test('a table of which only the first answer was taken goes on for others', () => {
    const { square, runs } = countedSquare()
    const found = solve(function* () {
      const first: number = yield* once(() => ask(square))
      return [first, yield* square(2)]
    })
    expect(found.toArray()).toEqual([
      [4, 4],
      [4, 5],
    ])
    expect(runs()).toBe(1)
  })

  function* ask(square: (n: number) => any): Asking<number> {
    return yield* square(2)
  }

  test.each(strategies)('collect, count and not see all answers, with $name', (strategy) => {
    const { square } = countedSquare()
    const found = solve(
      function* () {
        yield* not(function* () {
          yield* guard((yield* square(2)) > 5)
        })
        return [yield* count(() => ask(square)), yield* collect(() => ask(square))]
      },
      { strategy },
    )
    expect(found.toArray()).toEqual([[2, [4, 5]]])
  })

  test('negation of other tables: whoever takes the last coin wins', () => {
    const wins = tabled(function* (coins: number): Asking<number> {
      const left = coins - (yield* amb(1, 2, 3))
      yield* guard(left >= 0)
      yield* not(function* () {
        yield* wins(left)
      })
      return coins
    })
    const lost = solve(function* () {
      const coins = yield* choose([0, 1, 2, 3, 4, 5, 6, 7, 8])
      yield* not(function* () {
        yield* wins(coins)
      })
      return coins
    })
    expect(lost.toArray()).toEqual([0, 4, 8])
  })

  test('negation of its own answers is refused', () => {
    const odd = tabled(function* (n: number): Asking<number> {
      yield* not(function* () {
        yield* odd((n + 1) % 3)
      })
      return n
    })
    expect(() =>
      solve(function* () {
        return yield* odd(0)
      }).toArray(),
    ).toThrow(/^MS3014: .* was asked for its answers in .*operators.test.ts:.*, inside an operator/)
  })

  test('commit reaches no further than its scope', () => {
    const first = tabled(function* (): Asking<number> {
      return yield* scope(function* () {
        const n = yield* amb(1, 2)
        yield* commit()
        return n
      })
    })
    expect(
      solve(function* () {
        return yield* first()
      }).toArray(),
    ).toEqual([1])
    const none = tabled(function* (): Asking<void> {
      yield* commit()
    })
    expect(() =>
      solve(function* () {
        yield* none()
      }).toArray(),
    ).toThrow(/^MS3016: /)
  })

  test('minimize goes by the costs of its own branches', () => {
    const roads = tabled(function* (): Asking<number> {
      const length = yield* amb(5, 3, 4)
      yield* cost(100)
      return length
    })
    const found = solve(function* () {
      return yield* minimize(function* () {
        const length: number = yield* roads()
        yield* cost(length)
        return length
      })
    })
    expect(found.toArray()).toEqual([3])
  })
})
