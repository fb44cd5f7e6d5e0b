import { List } from 'immutable'
import { describe, expect, test } from 'vitest'
import {
  amb,
  bestFirst,
  breadthFirst,
  depthFirst,
  either,
  fail,
  fair,
  guard,
  resource,
  resume,
  solve,
  tabled,
} from '../../index.ts'
import { countedSquare } from '../../../testing/counted-square.ts'

type Asking<Answer> = Generator<any, Answer, any>

const strategies = [depthFirst, breadthFirst, bestFirst(), fair]

describe('a tabled function', () => {
  test.each(strategies)('runs once for equal arguments, whoever asks, with $name', (strategy) => {
    const { square, runs } = countedSquare()
    const sums = solve(
      function* () {
        const n: number = yield* amb(2, 3, 2)
        return ((yield* square(n)) as number) + ((yield* square(2)) as number)
      },
      { strategy },
    )
    expect(sums.toArray().toSorted((a, b) => a - b)).toEqual([8, 8, 9, 9, 9, 9, 10, 10, 13, 14, 14, 15])
    expect(runs()).toBe(2)
  })

  test('compares arguments by what they hold', () => {
    let runs = 0
    const total = tabled(function* (numbers: Iterable<number>, { times }: { times: number }): Asking<number> {
      runs++
      return [...numbers].reduce((a, b) => a + b, 0) * times
    })
    const found = solve(function* () {
      const numbers = yield* amb<Iterable<number>[]>([1, 2], [1, 2], List([1, 2]), List([1, 2]))
      return yield* total(numbers, { times: 2 })
    })
    expect(found.toArray()).toEqual([6, 6, 6, 6])
    expect(runs).toBe(2)
  })

  test('refuses arguments that nothing equals', () => {
    const size = tabled(function* (set: Set<number>): Asking<number> {
      return set.size
    })
    expect(() =>
      solve(function* () {
        return yield* size(new Set())
      }).toArray(),
    ).toThrow(/^MS3015: argument 1 of a tabled function is an instance of Set/)
  })

  test('gives each branch its own copy of an answer, and has its own copy of the arguments', () => {
    const grown = tabled(function* (numbers: number[]): Asking<number[]> {
      numbers.push(yield* amb(8, 9))
      return numbers
    })
    const found = solve(function* () {
      const numbers = [1]
      const answer: number[] = yield* grown(numbers)
      answer.push(yield* amb(0, 1))
      return [numbers, answer, yield* grown([1])]
    })
    expect(found.toArray()).toEqual(
      [8, 9].flatMap((n) => [0, 1].flatMap((last) => [8, 9].map((m) => [[1], [1, n, last], [1, m]]))),
    )
  })

  test('gives an answer once, also one that is found on several ways', () => {
    const parity = tabled(function* (): Asking<{ even: boolean }> {
      return { even: (yield* amb(1, 2, 3, 4)) % 2 === 0 }
    })
    expect(
      solve(function* () {
        return yield* parity()
      }).toArray(),
    ).toEqual([{ even: false }, { even: true }])
  })

  test('has no answer if its body has none', () => {
    const none = tabled(function* (): Asking<number> {
      return yield* none()
    })
    const found = solve(function* () {
      return yield* either(
        () => empty(),
        function* () {
          return 'other'
        },
      )
    })
    function* empty(): Asking<number> {
      return (yield* none()) + (yield* none())
    }
    expect(found.toArray()).toEqual(['other'])
    expect(found.status).toMatchObject({ reason: 'exhausted', solutions: 1 })
  })

  test.each(strategies)('gives answers as soon as they are found, with $name', (strategy) => {
    const naturals = tabled(function* (): Asking<number> {
      return (yield* amb(true, false)) ? 0 : 1 + (yield* naturals())
    })
    const found = solve(
      function* () {
        return yield* naturals()
      },
      { strategy },
    )
    expect(found.take(20).toArray()).toEqual(Array.from({ length: 20 }, (_, n) => n))
  })

  test('stops at the bounds of the search, in the middle of a table', () => {
    const naturals = tabled(function* (): Asking<number> {
      return (yield* amb(true, false)) ? 0 : 1 + (yield* naturals())
    })
    const found = solve(
      function* () {
        yield* guard((yield* naturals()) < 0)
      },
      { steps: 1000 },
    )
    expect(found.toArray()).toEqual([])
    expect(found.status).toMatchObject({ reason: 'steps', steps: 1000 })
  })

  test('is resumed where a bound stopped the search, and found by branches that merge', () => {
    const { square } = countedSquare()
    const program = function* () {
      const n = yield* amb(1, 2, 1)
      return yield* square(n + (yield* amb(0, 1)))
    }
    const [plain, merged] = [solve(program), solve(program, { merge: true })]
    expect(new Set(merged)).toEqual(new Set(plain))
    const parts: number[] = []
    let part = solve(program, { steps: 3 })
    for (let steps = 6; part.status.reason !== 'exhausted'; steps += 3) {
      parts.push(...part)
      if (part.status.reason === 'steps') part = resume(part.status, { steps })
    }
    expect(parts).toEqual(plain.toArray())
  })

  test('remembers nothing of calls by the inner name of its body, which has no table', () => {
    let runs = 0
    const count = tabled(function* inner(n: number): Asking<number> {
      runs++
      return n === 0 ? 0 : 1 + (yield* inner(n - 1))
    })
    const found = solve(function* () {
      return [yield* count(3), yield* count(2), yield* count(3)]
    })
    expect(found.toArray()).toEqual([[3, 2, 3]])
    expect(runs).toBe(4 + 3)
    const endless = tabled(function* inner(): Asking<number> {
      return (yield* amb(true, false)) ? yield* inner() : 0
    })
    const stopped = solve(
      function* () {
        return yield* endless()
      },
      { steps: 1000 },
    )
    expect([stopped.toArray(), stopped.status.reason]).toEqual([[], 'steps'])
  })

  test('is found by several searches, each with its own tables', () => {
    const { square, runs } = countedSquare()
    const program = function* () {
      return yield* square(3)
    }
    expect([solve(program).toArray(), solve(program).toArray()]).toEqual([
      [9, 10],
      [9, 10],
    ])
    expect(runs()).toBe(2)
  })

  test('goes on where two searches are walked in turns', () => {
    const { square } = countedSquare()
    const program = function* () {
      return yield* square(3)
    }
    const [one, other] = [solve(program), solve(program)]
    expect([one.take(1).toArray(), other.toArray(), one.toArray()]).toEqual([[9], [9, 10], [9, 10]])
  })

  test('nests as deep as the heap allows', () => {
    const fibonacci = tabled(function* (n: number): Asking<bigint> {
      return n < 2 ? BigInt(n) : (yield* fibonacci(n - 1)) + (yield* fibonacci(n - 2))
    })
    expect(
      solve(function* () {
        return yield* fibonacci(300)
      }).toArray(),
    ).toEqual([222232244629420445529739893505090668888700505904n].map(() => fibonacciOf(300)))
  })
})

function fibonacciOf(n: number): bigint {
  let [a, b] = [0n, 1n]
  for (let i = 0; i < n; i++) [a, b] = [b, a + b]
  return a
}

describe('an error in a tabled function', () => {
  test('comes to all who ask, after the answers', () => {
    let runs = 0
    const broken = tabled(function* (): Asking<number> {
      runs++
      if (yield* amb(false, true)) throw new RangeError('broken')
      return 1
    })
    const found = solve(function* () {
      const who = yield* amb('a', 'b')
      try {
        return who + (yield* broken())
      } catch (error) {
        return `${who}: ${(error as Error).message}`
      }
    })
    expect(found.toArray()).toEqual(['a1', 'a: broken', 'b1', 'b: broken'])
    expect(runs).toBe(1)
  })

  test('comes out of functions that need each other', () => {
    const one: () => any = tabled(function* (): Asking<number> {
      return (yield* amb(true, false)) ? yield* other() : 1
    })
    const other: () => any = tabled(function* (): Asking<number> {
      const n: number = yield* one()
      if (n === 1) throw new RangeError('other')
      return n
    })
    const found = solve(function* () {
      try {
        return yield* one()
      } catch (error) {
        return (error as Error).message
      }
    })
    expect(new Set(found)).toContain('other')
  })
})

test('what a branch of a tabled function opened is closed when it has answered', () => {
  const log: string[] = []
  const read = tabled(function* (name: string): Asking<string> {
    const file: string = yield* resource(
      () => (log.push(`open ${name}`), name),
      () => log.push(`close ${name}`),
      {
        onFork: 'share',
      },
    )
    return file + (yield* amb(1, 2))
  })
  const found = solve(function* () {
    const text: string = yield* read('f')
    log.push(text)
    return text
  })
  expect(found.toArray()).toEqual(['f1', 'f2'])
  expect(log.filter((line) => /open|close/.test(line))).toEqual(['open f', 'close f'])
})

test('strategies that say that they decide by the way of a branch are refused', () => {
  const { square } = countedSquare()
  const program = function* () {
    return (yield* square(1)) as number
  }
  const byTheWay = { ...depthFirst, merges: false }
  expect(() => solve(program, { strategy: byTheWay }).toArray()).toThrow(/^MS3017: the strategy /)
})

describe('tabled refuses', () => {
  test.each([
    [5, {}, /^MS3108: tabled\(body, options\) needs a generator function, got 5/],
    [
      function* () {},
      { min: 5 },
      /^MS3110: The option `min` of tabled must be a function of answers, but it is 5/,
    ],
    [function* () {}, { keep: -1 }, /^MS3110: The option `keep`/],
    [function* () {}, { lasting: 1 }, /^MS3110: The option `lasting`/],
    [
      function* () {},
      { min: Number, max: Number },
      /^MS3110: The option `max` of tabled must be left out beside min/,
    ],
  ])('%s with %o', (body, options, message) => {
    expect(() => tabled(body as never, options as never)).toThrow(message)
  })

  test('a function that uses variables of the branch that calls it', () => {
    const program = function* () {
      const n = yield* amb(1, 2)
      const more = tabled(function* () {
        return n + (yield* amb(1, 2))
      })
      return yield* more()
    }
    expect(() => solve(program).toArray()).toThrow(/^MS3109: .* Move it out of the program/)
    expect(() => solve(program, { trace: () => {} }).toArray()).toThrow(/^MS3109/)
  })
})

test('a generator function around may have tabled functions for its searches', () => {
  function* outer(): Generator<never, number[], unknown> {
    let most = 3
    const below = tabled(function* (n: number): Asking<number> {
      return n >= most
        ? yield* fail()
        : yield* either(
            function* () {
              return n
            },
            () => next(n),
          )
    })
    function* next(n: number): Asking<number> {
      return yield* below(n + 1)
    }
    most++
    return solve(function* () {
      return yield* below(0)
    }).toArray()
  }
  expect(outer().next().value).toEqual([0, 1, 2, 3])
})

describe('complete tables', () => {
  test('are kept for later searches if they are to last', () => {
    let runs = 0
    const slow = tabled(
      function* (n: number) {
        runs++
        return yield* amb(n, n + 1)
      },
      { lasting: true },
    )
    const program = () =>
      solve(function* () {
        return yield* slow(1)
      })
    expect([program().take(1).toArray(), runs]).toEqual([[1], 1])
    expect([program().toArray(), runs]).toEqual([[1, 2], 2])
    expect([program().toArray(), runs]).toEqual([[1, 2], 2])
  })

  test('are given up when more are there than are to be kept, the one first that was not asked for longest', () => {
    const runs: number[] = []
    const slow = tabled(
      function* (n: number): Asking<number> {
        runs.push(n)
        return yield* amb(n)
      },
      { keep: 2 },
    )
    const found = solve(function* () {
      const sum: number[] = []
      for (const n of [1, 2, 1, 3, 1, 2]) sum.push(yield* slow(n))
      return sum
    })
    expect(found.toArray()).toEqual([[1, 2, 1, 3, 1, 2]])
    expect(runs).toEqual([1, 2, 3, 2])
  })
})
