import { expect, test } from 'vitest'
import { amb, collect, fail, guard, lazily, not, once, solve, solveAsync } from '../index.ts'
import { complete } from '../../property-tests/search/strategy-laws.ts'

function* coin() {
  return yield* amb(0, 1)
}

test.each(complete)(
  '$name: whoever asks in a branch gets the same answer, each branch its own',
  (strategy) => {
    const stream = solve(
      function* () {
        const first = yield* lazily(coin)
        const second = yield* lazily(coin)
        return [yield* first(), yield* second(), yield* first(), yield* second()].join('')
      },
      { strategy },
    )
    expect(stream.toArray().toSorted()).toEqual(['0000', '0101', '1010', '1111'])
  },
)

test('no choice is made where nobody asks', () => {
  const stream = solve(function* () {
    const never = yield* lazily(function* () {
      return yield* fail()
    })
    if (yield* amb(true, false)) return 'not asked'
    return yield* never()
  })
  expect(stream.toArray()).toEqual(['not asked'])
  expect(stream.status.choicePoints).toBe(1)
})

test('the program runs once in a branch, also through several names and below operators that go on', () => {
  let runs = 0
  const stream = solve(function* () {
    const x = yield* lazily(function* () {
      runs++
      return yield* coin()
    })
    const y = yield* lazily(x)
    const pair = { x, y }
    const seen = yield* once(pair.x)
    yield* guard((yield* y()) === seen)
    return [seen, yield* pair.y()]
  })
  expect(stream.toArray()).toEqual([[0, 0]])
  expect(runs).toBe(1)
})

test('answers that can be changed are the branch’s own', () => {
  const stream = solve(function* () {
    const list = yield* lazily(function* () {
      return ['start']
    })
    ;(yield* list()).push(yield* amb('a', 'b'))
    return (yield* list()).join(' ')
  })
  expect(stream.toArray()).toEqual(['start a', 'start b'])
})

test('what is asked for inside of not and collect is not remembered outside', () => {
  const stream = solve(function* () {
    const x = yield* lazily(coin)
    const all = yield* collect(x)
    yield* not(function* () {
      yield* guard((yield* x()) > 1)
    })
    return [...all, yield* x()]
  })
  expect(stream.toArray()).toEqual([
    [0, 1, 0],
    [0, 1, 1],
  ])
})

test('permutation sort needs only the beginnings of permutations', () => {
  type List = null | { head: number; tail: () => Generator<any, List, any> }
  function* insert(n: number, list: List): Generator<any, List, any> {
    const tail = yield* lazily(function* (): Generator<any, List, any> {
      return list
    })
    if (list === null || (yield* amb(true, false))) return { head: n, tail }
    const rest = yield* lazily(function* (): Generator<any, List, any> {
      return yield* insert(n, yield* list.tail())
    })
    return { head: list.head, tail: rest }
  }
  function* permutation(numbers: number[]): Generator<any, List, any> {
    if (numbers.length === 0) return null
    const [first, ...others] = numbers
    const rest = yield* lazily(() => permutation(others))
    return yield* insert(first!, yield* rest())
  }
  function* sorted(numbers: number[]) {
    const result: number[] = []
    for (let list = yield* permutation(numbers); list !== null; list = yield* list.tail()) {
      yield* guard(result.length === 0 || list.head >= result.at(-1)!)
      result.push(list.head)
    }
    return result
  }
  const numbers = [5, 2, 8, 1, 9, 3]
  const stream = solve(() => sorted(numbers))
  expect(stream.toArray()).toEqual([[1, 2, 3, 5, 8, 9]])
  // Of 720 permutations most are given up after their first two numbers.
  expect(stream.status.steps).toBeLessThan(500)
})

test.each([1, 3])('a program that awaits runs once in a branch, with %d under way', async (concurrency) => {
  let runs = 0
  const toss = async () => {
    runs++
    return await Promise.resolve('tossed')
  }
  const stream = solveAsync(
    async function* () {
      const tossed = yield* lazily(async function* () {
        return `${await toss()} ${yield* coin()}`
      })
      const again = yield* lazily(tossed)
      if (yield* amb(true, false)) return 'nobody looked'
      const pair: [string, string] = [yield* tossed(), yield* again()]
      return pair.join(', ')
    },
    { concurrency },
  )
  const found = await stream.toArray()
  expect(found.toSorted()).toEqual(['nobody looked', 'tossed 0, tossed 0', 'tossed 1, tossed 1'])
  expect(runs).toBe(1)
})

test('refuses what is no program', () => {
  expect(() =>
    solve(function* () {
      return yield* lazily(3 as never)
    }).toArray(),
  ).toThrow(/^MS3107/)
})
