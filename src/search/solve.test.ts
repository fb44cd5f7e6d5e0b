import { describe, expect, test } from 'vitest'
import { amb, choose, clone, either, fail, guard, solve } from '../index.ts'
import type { Nondeterminism, Program } from '../index.ts'

function* pair() {
  const a = yield* amb(1, 2)
  const b = yield* amb('x', 'y')
  return `${a}${b}`
}

function* sub(from: number) {
  return yield* amb(from, from + 1)
}

describe('the order of solutions', () => {
  test('is that of nested loops', () => {
    expect(solve(pair).toArray()).toEqual(['1x', '1y', '2x', '2y'])
  })

  test('of either is all of the first program, then all of the second', () => {
    const stream = solve(function* () {
      const n = yield* either(
        () => sub(1),
        function* () {
          return 10
        },
        () => sub(20),
      )
      return -n
    })
    expect(stream.toArray()).toEqual([-1, -2, -10, -20, -21])
  })

  test('of one option, of none and of no choice at all', () => {
    expect(solve(() => only(1)).toArray()).toEqual([1])
    expect(solve(() => only()).toArray()).toEqual([])
    expect(
      solve(function* () {
        return 'plain'
      }).toArray(),
    ).toEqual(['plain'])
  })
})

function* only(...options: number[]) {
  return yield* amb(...options)
}

describe('what a choice may be made of', () => {
  test.each([
    ['an array', [1, 2, 3], [1, 2, 3]],
    ['a set', new Set([1, 2]), [1, 2]],
    ['a map', new Map([['a', 1]]), [['a', 1]]],
    ['a string', 'añ𝒳', ['a', 'ñ', '𝒳']],
    ['a typed array', new Uint8Array([7, 8]), [7, 8]],
    ['an iterable', { [Symbol.iterator]: () => [5, 6].values() }, [5, 6]],
    ['nothing', { [Symbol.iterator]: () => [].values() }, []],
  ])('%s', (_name, options, solutions) => {
    const stream = solve(function* () {
      return yield* choose(options as Iterable<unknown>)
    })
    expect(stream.toArray()).toEqual(solutions)
  })

  test('infinitely many, of which only those asked for are drawn', () => {
    let drawn = 0
    const naturals: Iterable<number> = {
      [Symbol.iterator]: () => ({ next: () => ({ value: drawn++, done: false }) }),
    }
    const stream = solve(function* () {
      const n = yield* choose(naturals)
      yield* guard(n % 10 === 0)
      return n
    })
    expect(stream.take(3).toArray()).toEqual([0, 10, 20])
    expect(drawn).toBe(21)
  })
})

function* deep(n: number): Generator<Nondeterminism, number, any> {
  return n === 0 ? yield* fail('bottom') : yield* deep(n - 1)
}

describe('failing', () => {
  test('ends a branch, from however deep', () => {
    const stream = solve(function* () {
      return (yield* amb(true, false)) ? yield* deep(5) : 0
    })
    expect(stream.toArray()).toEqual([0])
    expect(stream.status).toMatchObject({ failures: 1, solutions: 1 })
  })

  test('is no exception', () => {
    const stream = solve(function* () {
      try {
        yield* guard(yield* amb(false, true))
        return 'held'
      } catch {
        return 'caught'
      }
    })
    expect(stream.toArray()).toEqual(['held'])
  })

  test('works when the effect is yielded by hand', () => {
    const stream = solve(function* () {
      const n: number = yield amb(1, 2, 3) as never
      yield guard(n !== 2) as never
      return n
    } as Program<number, never>)
    expect(stream.toArray()).toEqual([1, 3])
    expect(stream.status).toMatchObject({ failures: 1, choicePoints: 1, depth: 1 })
  })
})

test('the status counts steps, choice points, solutions, failures and depth', () => {
  const stream = solve(function* () {
    const n = yield* amb(1, 2, 3)
    yield* guard(n !== 2)
    if (n === 3) yield* amb(1, 2)
    return n
  })
  expect(stream.status).toEqual({
    reason: 'open',
    steps: 0,
    choicePoints: 0,
    solutions: 0,
    failures: 0,
    merged: 0,
    copied: 0,
    depth: 0,
  })
  expect(stream.toArray()).toEqual([1, 3, 3])
  expect(stream.status).toEqual({
    reason: 'exhausted',
    steps: 6,
    choicePoints: 2,
    solutions: 3,
    failures: 1,
    merged: 0,
    copied: 0,
    depth: 2,
  })
})

describe('isolation', () => {
  test('an option belongs to the branch that receives it', () => {
    const options = [{ seen: 0 }, { seen: 0 }]
    const stream = solve(function* () {
      const first = yield* choose(options)
      first.seen++
      const second = yield* choose(options)
      second.seen++
      return second.seen
    })
    expect(stream.toArray()).toEqual([1, 1, 1, 1])
    expect(options).toEqual([{ seen: 0 }, { seen: 0 }])
  })

  test('a consumer who changes a solution changes no other branch', () => {
    const stream = solve(function* () {
      const list: number[] = []
      for (let i = 0; i < 2; i++) list.push(yield* amb(1, 2))
      return list
    })
    const seen: string[] = []
    for (const list of stream) {
      seen.push(list.join())
      list.push(99)
    }
    expect(seen).toEqual(['1,1', '1,2', '2,1', '2,2'])
  })

  test('an alternative closes over the variables of its own branch', () => {
    const stream = solve(function* () {
      let n = 0
      const result = yield* either(
        function* () {
          return ++n
        },
        function* () {
          n += 10
          return yield* amb(n, ++n)
        },
      )
      return [result, n]
    })
    expect(stream.toArray()).toEqual([
      [1, 1],
      [10, 11],
      [11, 11],
    ])
  })
})

describe('searches within searches', () => {
  test('do not disturb each other', () => {
    const stream = solve(function* () {
      const n = yield* amb(1, 2)
      const inner = solve(() => sub(n * 10)).toArray()
      yield* guard(n === 2)
      return inner
    })
    expect(stream.toArray()).toEqual([[20, 21]])
  })

  test('a stream is a choice', () => {
    const inner = solve(pair)
    const stream = solve(function* () {
      return (yield* choose(inner)) + (yield* choose(inner))
    })
    expect(stream.toArray()).toHaveLength(16)
  })

  test('a stream that needs itself is an error', () => {
    const stream: { readonly toArray: () => unknown[] } = solve(function* () {
      yield* amb(1, 2)
      return stream.toArray()
    })
    expect(() => stream.toArray()).toThrow(/^MS3007: a stream was walked while/)
  })

  test('a program driven by hand meets its failures as effects', () => {
    const stream = solve(function* () {
      const driven = failing()
      return (driven.next().value as { tag: string }).tag
    })
    expect(stream.toArray()).toEqual(['fail'])
  })
})

function* failing() {
  yield* fail()
}

test('a generator that has started is searched from where it stands', () => {
  const started = pair()
  started.next()
  started.next(5 as never)
  expect(solve((() => clone(started)) as never).toArray()).toEqual(['5undefined'])
})
