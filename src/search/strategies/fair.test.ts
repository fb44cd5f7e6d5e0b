import { describe, expect, test } from 'vitest'
import {
  depthFirst,
  either,
  fail,
  fair,
  guard,
  ifte,
  interleave,
  lazily,
  not,
  once,
  resume,
  solve,
  solveAsync,
  split,
  within,
} from '../../index.ts'
import type { Program } from '../../index.ts'

type Numbers = Program<number, any>
type Asking = Generator<any, number, any>

function* one(): Asking {
  return 1
}

function* nothing(): Generator<any, never, any> {
  return yield* fail()
}

/** 1, 3, 5 and so on, each a choice deeper than the one before. */
function* odds(): Asking {
  return yield* either(one, function* () {
    return 2 + (yield* odds())
  })
}

function* even(n: number): Asking {
  yield* guard(n % 2 === 0)
  return n
}

function* zeroOrOne(): Asking {
  return yield* either(function* () {
    return 0
  }, one)
}

function* oddsFrom(n: number): Asking {
  return n + (yield* odds())
}

/** Endlessly many branches, and all of them fail. */
function* noOdds(): Asking {
  return yield* even(yield* odds())
}

/** One after the other: `second` with each answer of `first`. */
const then = (first: Numbers, second: (n: number) => Asking): Numbers =>
  function* () {
    return yield* second(yield* first())
  }

/**
 * Conjunctions of choices and guards whose first choice leads to endlessly many failures. Under logict's `>>=`, and
 * bracketed like this under its `>>-` as well, they never give anything; its own tests assert so.
 */
const conjunctions: Record<string, Numbers> = {
  'the unfair conjunction, a filter behind two infinite streams': function* () {
    return yield* even(yield* oddsFrom(yield* zeroOrOne()))
  },
  'the fair conjunction that is bracketed to the left': then(then(zeroOrOne, oddsFrom), even),
  'the fair conjunction that is bracketed to the right': then(zeroOrOne, (n) =>
    then(() => oddsFrom(n), even)(),
  ),
  'the composition of the infinite stream and the filter': then(zeroOrOne, function* oddsThenEven(n) {
    const sum = yield* oddsFrom(n)
    return yield* even(sum)
  }),
}

describe.each(Object.entries(conjunctions))('%s', (_name, program) => {
  test('gives the even numbers under fair', () => {
    const found = solve(program, { strategy: fair, steps: 1500 }).take(4).toArray()
    expect(found.toSorted((a, b) => a - b)).toEqual([2, 4, 6, 8])
  })

  test('does so where the program may await', async () => {
    const stream = solveAsync(
      async function* () {
        return yield* program()
      },
      { strategy: fair, steps: 1500 },
    )
    const found = await stream.take(4).toArray()
    expect(found.toSorted((a, b) => a - b)).toEqual([2, 4, 6, 8])
  })

  test('gives nothing depth first, however long one waits', () => {
    const stream = solve(program, { strategy: depthFirst, steps: 1500 })
    expect([stream.toArray(), stream.status.reason]).toEqual([[], 'steps'])
  })
})

describe('under fair', () => {
  const firstOf = (program: Numbers, count = 1): number[] =>
    solve(program, { strategy: fair, steps: 50_000 }).take(count).toArray()

  test('an alternative behind an infinite one is reached without interleave', () => {
    const oddsOrTwo: Numbers = function* () {
      return yield* either(odds, function* () {
        return 2
      })
    }
    expect(firstOf(oddsOrTwo, 200)).toContain(2)
    expect(solve(oddsOrTwo).take(500).toArray()).not.toContain(2)
  })

  test('interleave reaches the others beside one that searches for ever without a success', () => {
    const beside: Numbers = function* () {
      return yield* interleave(noOdds, one, odds)
    }
    expect(firstOf(beside, 4).toSorted()).toEqual([1, 1, 3, 5])
    const stream = solve(beside, { steps: 5000 })
    expect([stream.toArray(), stream.status.reason]).toEqual([[], 'steps'])
  })

  test('once gives what lies behind endlessly many failures, and its caller ends', () => {
    const stream = solve(
      function* () {
        return yield* once(conjunctions['the unfair conjunction, a filter behind two infinite streams']!)
      },
      { strategy: fair },
    )
    expect(stream.toArray()).toEqual([2])
    expect(stream.status.reason).toBe('exhausted')
  })

  test('the condition of ifte succeeds behind a branch that never ends', () => {
    const program: Numbers = function* () {
      return yield* ifte(
        function* () {
          return yield* either(noOdds, one)
        },
        function* (n) {
          return n * 10
        },
        nothing,
      )
    }
    expect(firstOf(program)).toEqual([10])
  })

  test('so does what not denies, and not fails', () => {
    const stream = solve(
      function* () {
        yield* not(function* () {
          return yield* either(noOdds, one)
        })
      },
      { strategy: fair },
    )
    expect([stream.toArray(), stream.status.reason]).toEqual([[], 'exhausted'])
  })

  test('split opens a program whose first branch never ends, and lazily is chosen of one', () => {
    const program: Numbers = function* () {
      const sought = yield* lazily(function* () {
        return yield* either(noOdds, odds)
      })
      const opened = yield* split(sought)
      yield* guard(opened !== undefined && opened.value === 1)
      return yield* opened!.rest()
    }
    expect(firstOf(program)).toEqual([3])
  })

  test('the odd numbers with a divisor, and with ifte those without one', () => {
    function* upTo(most: number): Asking {
      if (most < 3) return yield* fail()
      return yield* either(
        function* () {
          return most
        },
        () => upTo(most - 1),
      )
    }
    const divisorOf = (n: number) =>
      function* (): Asking {
        const d = yield* upTo(n - 1)
        yield* guard(n % d === 0)
        return d
      }
    const divisible: Numbers = function* () {
      const n = yield* odds()
      yield* once(divisorOf(n))
      return n
    }
    expect(firstOf(divisible, 4).toSorted((a, b) => a - b)).toEqual([9, 15, 21, 25])
    const prime: Numbers = function* () {
      const n = 2 + (yield* odds())
      return yield* ifte(divisorOf(n), nothing, function* () {
        return n
      })
    }
    const found = firstOf(prime, 20)
    expect(found).toEqual(expect.arrayContaining([3, 5, 7, 11, 13]))
    expect(found.filter((n) => [2, 3, 5, 7].some((d) => d < n && n % d === 0))).toEqual([])
  })

  test('what has no second answer is searched as far as its bound, says so and goes on from there', () => {
    const oddsOrTwo: Numbers = function* () {
      return yield* even(
        yield* interleave(odds, function* () {
          return 2
        }),
      )
    }
    const stream = solve(oddsOrTwo, { strategy: fair, steps: 1000 })
    expect([stream.toArray(), stream.status.reason]).toEqual([[2], 'steps'])
    const on = resume(stream.status, { steps: 1000 })
    expect([on.toArray(), on.status.reason]).toEqual([[], 'steps'])
    const bounded = solve(
      function* () {
        return yield* within({ steps: 1000 }, oddsOrTwo, function* (reason) {
          return reason
        })
      },
      { strategy: fair },
    )
    expect([bounded.toArray(), bounded.status.reason]).toEqual([[2, 'steps'], 'exhausted'])
  })
})
