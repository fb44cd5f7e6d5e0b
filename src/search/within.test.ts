import { describe, expect, test } from 'vitest'
import {
  amb,
  collect,
  depthFirst,
  either,
  fail,
  fair,
  iterativeDeepening,
  not,
  once,
  solve,
  within,
} from '../index.ts'
import type { Budget } from '../index.ts'

/** 0, 1, 2 …, the next one behind one more choice. */
function* naturals(): Generator<any, number, any> {
  for (let n = 0; ; n++) if (yield* amb(true, false)) return n
}

function* cut(reason: string) {
  return reason
}

const bounded = (budget: Budget) =>
  solve(function* () {
    return yield* within(budget, naturals, cut)
  })

describe('within', () => {
  test.each<[Budget, unknown[]]>([
    [{ solutions: 3 }, [0, 1, 2, 'limit']],
    [{ steps: 6 }, [0, 1, 2, 'steps']],
    [{ forks: 3 }, [0, 1, 2, 'forks']],
    [{ depth: 3 }, [0, 1, 2, 'depth']],
    [{ steps: 0 }, ['steps']],
    [{ depth: 5, forks: 2 }, [0, 1, 'forks']],
  ])('%o: answers as they are found, and then which bound was reached', (budget, answers) => {
    const stream = bounded(budget)
    expect(stream.take(9).toArray()).toEqual(answers)
    expect(stream.status.reason).toBe('exhausted')
  })

  test('frontier, memory and time', () => {
    function* wide(): Generator<any, never, any> {
      for (;;) yield* amb(1, 2)
    }
    const reasons = (budget: Budget) =>
      solve(
        function* () {
          return yield* within(budget, wide, cut)
        },
        { strategy: fair, steps: 100_000 },
      ).toArray()
    expect(reasons({ frontier: 30 })).toEqual(['frontier'])
    expect(reasons({ memory: 20_000 })).toEqual(['memory'])
    let now = 0
    const timed = solve(
      function* () {
        return yield* within({ time: 50 }, wide, cut)
      },
      { clock: () => now++, steps: 100_000 },
    )
    expect(timed.toArray()).toEqual(['time'])
  })

  test('an empty budget changes nothing', () => {
    expect(bounded({}).take(4).toArray()).toEqual([0, 1, 2, 3])
    const pair = function* () {
      return [yield* amb(1, 2), yield* amb(3, 4)]
    }
    const same = solve(function* () {
      return yield* within({}, pair, cut)
    })
    expect(same.toArray()).toEqual(solve(pair).toArray())
  })

  test('without another program the other branches are given up, and the status says so', () => {
    const stream = solve(function* () {
      return yield* within({ forks: 2 }, naturals)
    })
    expect(stream.toArray()).toEqual([0, 1])
    expect(stream.status.reason).toBe('pruned')
  })

  test('what the program did is seen by its answers and not by what goes on instead', () => {
    const stream = solve(function* () {
      const log = ['start']
      const answer = yield* within(
        { forks: 2 },
        function* () {
          log.push('inside')
          return yield* naturals()
        },
        cut,
      )
      return [answer, ...log].join(' ')
    })
    expect(stream.toArray()).toEqual(['0 start inside', '1 start inside', 'forks start'])
  })

  test('budgets nest: each counts what happens inside', () => {
    const inner = function* () {
      const from: number = yield* amb(10, 20, 30)
      const n: number = yield* within({ forks: 2 }, naturals)
      return from + n
    }
    const stream = solve(function* () {
      return yield* within({ forks: 8 }, inner, cut)
    })
    expect(stream.toArray()).toEqual([10, 11, 20, 21, 30, 'forks'])
  })

  test('depth: an operator inside does not conclude anything from what is too deep', () => {
    for (const strategy of [depthFirst, fair, iterativeDeepening()]) {
      const stream = solve(
        function* () {
          yield* amb(0)
          return yield* within(
            { depth: 2 },
            function* () {
              yield* not(function* () {
                yield* amb(0)
                yield* amb(0)
                return yield* amb(0)
              })
              return 'none'
            },
            cut,
          )
        },
        { strategy },
      )
      expect(stream.toArray()).toEqual(['depth'])
    }
  })

  test('composes with other operators', () => {
    const stream = solve(function* () {
      const few = yield* collect(function* () {
        return yield* within({ forks: 3 }, naturals)
      })
      const first = yield* once(function* () {
        return yield* within({ steps: 50 }, never, cut)
      })
      return [...few, first]
    })
    expect(stream.toArray()).toEqual([[0, 1, 2, 'steps']])
    function* never(): Generator<any, never, any> {
      for (;;)
        yield* either(
          function* () {},
          function* () {
            yield* fail()
          },
        )
    }
  })

  test('errors come out where the operator stands, and the other branches go on', () => {
    const stream = solve(function* () {
      try {
        return yield* within(
          { forks: 5 },
          function* () {
            const n = yield* amb(1, 2, 3)
            if (n === 2) throw new RangeError('two')
            return n
          },
          cut,
        )
      } catch (error) {
        return (error as Error).message
      }
    })
    expect(stream.toArray()).toEqual([1, 'two', 3])
  })

  test.each([
    [() => within(3 as never, naturals), /^MS3111/],
    [() => within({ hops: 3 } as never, naturals), /^MS3112.*`hops`.*solutions, steps/],
    [() => within({ steps: -1 }, naturals), /^MS3113.*`steps`/],
    [() => within({ steps: 1 }, 5 as never), /^MS3107/],
    [() => within({ steps: 1 }, naturals, 5 as never), /^MS3107/],
  ])('refuses what is no budget or no program: %o', (make, message) => {
    expect(make).toThrow(message)
  })
})
