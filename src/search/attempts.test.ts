import { expect, test } from 'vitest'
import { amb, choose, cost, fail, guard, solve, solveAsync } from 'multishot'
import type { Strategy } from 'multishot'
import type { ChoicePoint } from './choice-point.ts'

const digits = [1, 2, 3, 4, 5]

test('options that fail at once count as steps of a choice that was met', () => {
  const stream = solve(function* () {
    const digit = yield* choose(digits)
    yield* guard(digit > 5)
    return digit
  })
  expect(stream.toArray()).toEqual([])
  expect(stream.status).toMatchObject({ steps: 6, choicePoints: 1, failures: 5, depth: 1 })
})

test('an option that throws has been taken, and the ones before it have failed', () => {
  const tried: number[] = []
  const stream = solve(function* () {
    const digit = yield* choose(digits)
    tried.push(digit)
    if (digit === 3) throw new Error('three')
    yield* guard(digit > 5)
    return digit
  })
  expect(() => stream.toArray()).toThrow('three')
  expect(tried).toEqual([1, 2, 3])
  expect(stream.status).toMatchObject({ reason: 'failed', steps: 4, choicePoints: 1, failures: 2 })
})

test('an error below a choice that the caller catches leaves the other options', () => {
  function* inner() {
    const digit = yield* choose(digits)
    if (digit === 3) throw new Error('three')
    yield* guard(digit > 1)
    return digit
  }
  const stream = solve(function* () {
    try {
      return yield* inner()
    } catch (error) {
      return (error as Error).message
    }
  })
  expect(stream.toArray()).toEqual([2, 'three', 4, 5])
})

test('each option finds the variables as they were at the choice', () => {
  const stream = solve(function* () {
    let sum = 0
    while (sum < 6) {
      sum += yield* amb(1, 3, 5)
      if (sum % 2 === 0) yield* fail()
      sum++
      yield* guard(sum < 8)
    }
    return sum
  })
  const plain: number[] = []
  const search = (sum: number): void => {
    if (sum >= 6) return void plain.push(sum)
    for (const option of [1, 3, 5]) {
      const next = sum + option
      if (next % 2 !== 0 && next + 1 < 8) search(next + 1)
    }
  }
  search(0)
  expect(stream.toArray()).toEqual(plain)
})

test('a branch that returns before its guard leaves the other options', () => {
  const stream = solve(function* () {
    const one = yield* choose(digits)
    if (one === 2) return 'early'
    yield* guard(one > 3)
    return `late ${one}`
  })
  expect(stream.toArray()).toEqual(['early', 'late 4', 'late 5'])
})

test('the depth counts a choice whose last option alone did not fail', () => {
  const stream = solve(function* () {
    const one = yield* choose(digits)
    yield* guard(one === 5)
    const other = yield* choose(digits)
    yield* guard(other === 5)
    return one + (yield* amb(1, 2)) + other
  })
  expect(stream.toArray()).toEqual([11, 12])
  expect(stream.status).toMatchObject({ depth: 3, choicePoints: 3, solutions: 2, failures: 8, steps: 13 })
})

test('a bound on the steps is kept in the middle of a choice', () => {
  for (let steps = 0; steps <= 6; steps++) {
    const stream = solve(
      function* () {
        const digit = yield* choose(digits)
        yield* guard(digit > 4)
        return digit
      },
      { steps },
    )
    expect(stream.toArray()).toEqual(steps === 6 ? [5] : [])
    expect(stream.status).toMatchObject({ steps, reason: steps === 6 ? 'exhausted' : 'steps' })
  }
})

test('a strategy that does not dive decides after every option', () => {
  const breadthFirst: Strategy = {
    name: 'breadth-first',
    frontier() {
      const points: ChoicePoint[] = []
      return {
        push: (point) => void points.push(point),
        next() {
          while (points[0]?.spent) points.shift()
          return points[0] ?? null
        },
        [Symbol.iterator]: () => points.filter(({ spent }) => !spent).values(),
      }
    },
  }
  const visited: number[] = []
  const stream = solve(
    function* () {
      let path = 0
      for (let i = 0; i < 2; i++) {
        const digit = yield* amb(1, 2, 3)
        visited.push(path * 10 + digit)
        yield* guard(digit !== 2)
        path = path * 10 + digit
      }
      return path
    },
    { strategy: breadthFirst },
  )
  expect(stream.toArray()).toEqual([11, 13, 31, 33])
  expect(visited).toEqual([1, 2, 3, 11, 12, 13, 31, 32, 33])
})

test('a branch may be deeper than any JavaScript stack', () => {
  const stream = solve(function* () {
    let sum = 0
    for (let depth = 0; depth < 50_000; depth++) {
      const digit = yield* choose(digits)
      yield* guard(digit > 3)
      sum += digit
    }
    return sum
  })
  expect([...stream.take(3)]).toEqual([200_000, 200_001, 200_001])
  expect(stream.status.depth).toBe(50_000)
})

test('a search inside a guard is a search of its own', () => {
  const isSum = (sum: number) =>
    solve(function* () {
      const one = yield* choose(digits)
      const other = yield* choose(digits)
      yield* guard(one < other && one + other === sum)
      return one
    }).toArray().length > 0
  const stream = solve(function* () {
    const one = yield* choose(digits)
    yield* guard(isSum(one))
    const other = yield* choose(digits)
    yield* guard(isSum(one + other))
    return [one, other]
  })
  const sums = digits.filter((one) => one > 2)
  expect(stream.toArray()).toEqual(
    sums.flatMap((one) => digits.filter((other) => one + other < 10).map((other) => [one, other])),
  )
})

test('a search goes on after an error in another one, which it has caught', () => {
  const attempt = (digit: number): number => {
    try {
      return [
        ...solve(function* () {
          const one = yield* choose(digits)
          yield* guard(one > 1)
          const other = yield* choose(digits)
          if (one * other === digit * 2) throw new Error('twice')
          yield* guard(other > 9)
          return other
        }),
      ].length
    } catch {
      return -1
    }
  }
  const stream = solve(function* () {
    const one = yield* choose(digits)
    yield* guard(one > 1 && attempt(one) < 0)
    return one
  })
  expect(stream.toArray()).toEqual([2, 3, 4, 5])
})

test('a branch that awaits something keeps its depth and cost, whatever is tried meanwhile', async () => {
  const stream = solveAsync(async function* () {
    yield* cost(1)
    const one = yield* choose(digits)
    yield* guard(one > 2)
    // Later branches go on earlier, and deeper.
    for (let turn = 0; turn < 6 - one; turn++) await Promise.resolve()
    yield* cost(one)
    for (let level = 3; level < one; level++) yield* guard((yield* choose(digits)) === 1)
    await Promise.resolve()
    return yield* amb(one)
  })
  expect((await stream.toArray()).toSorted()).toEqual([3, 4, 5])
  expect(stream.status).toMatchObject({ depth: 4, solutions: 3 })
})
