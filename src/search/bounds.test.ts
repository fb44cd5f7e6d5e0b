import { describe, expect, test } from 'vitest'
import {
  amb,
  bestFirst,
  breadthFirst,
  collect,
  depthFirst,
  either,
  fail,
  fair,
  guard,
  interleave,
  not,
  resume,
  solve,
  tabled,
} from '../index.ts'
import type { Strategy } from '../index.ts'

function* pair() {
  const a = yield* amb(1, 2)
  const b = yield* amb('x', 'y')
  return `${a}${b}`
}

describe('bounds', () => {
  test('solutions: ends with limit and explores nothing beyond the last', () => {
    let runs = 0
    const stream = solve(
      function* () {
        const n = yield* amb(1, 2, 3)
        runs++
        return n
      },
      { solutions: 2 },
    )
    expect(stream.toArray()).toEqual([1, 2])
    expect(runs).toBe(2)
    expect(stream.status).toMatchObject({ reason: 'limit', solutions: 2 })
  })

  test('solutions: as many as there are is exhausted', () => {
    const stream = solve(pair, { solutions: 4 })
    expect(stream.toArray()).toHaveLength(4)
    expect(stream.status.reason).toBe('exhausted')
    expect(solve(pair, { solutions: 0 }).status.reason).toBe('open')
    const none = solve(pair, { solutions: 0 })
    expect(none.toArray()).toEqual([])
    expect(none.status).toMatchObject({ reason: 'limit', steps: 0 })
  })

  test('steps: are never exceeded', () => {
    for (let steps = 0; steps < 7; steps++) {
      const stream = solve(pair, { steps })
      stream.toArray()
      expect(stream.status).toMatchObject({ reason: 'steps', steps })
    }
    const enough = solve(pair, { steps: 7 })
    expect(enough.toArray()).toHaveLength(4)
    expect(enough.status).toMatchObject({ reason: 'exhausted', steps: 7 })
  })

  test('time: is that of the clock given, and the consumer’s own does not count', () => {
    let now = 0
    const stream = solve(
      function* () {
        for (;;) {
          const found = yield* amb(true, false)
          now += 10
          if (found) return now
        }
      },
      { time: 35, clock: () => now },
    )
    const seen: number[] = []
    for (const time of stream) {
      seen.push(time)
      now += 1000
    }
    expect(seen).toEqual([10, 1030])
    expect(stream.status.reason).toBe('time')
  })

  test('time: is looked at soon even when steps are slow', () => {
    let now = 0
    const stream = solve(
      function* () {
        for (;;) {
          yield* amb(1, 2)
          now += 100
        }
      },
      { time: 1000, clock: () => now },
    )
    expect(stream.toArray()).toEqual([])
    expect(stream.status).toMatchObject({ reason: 'time', steps: 11 })
  })

  test('forks: ends at the first choice that is too many', () => {
    for (let forks = 0; forks < 3; forks++) {
      const stream = solve(pair, { forks })
      stream.toArray()
      expect(stream.status).toMatchObject({ reason: 'forks', choicePoints: forks + 1 })
    }
    const enough = solve(pair, { forks: 3 })
    expect(enough.toArray()).toHaveLength(4)
    expect(enough.status).toMatchObject({ reason: 'exhausted', choicePoints: 3 })
  })

  test('depth: deeper branches wait, all others are explored', () => {
    const stream = solve(() => oneOf<unknown>(endless, pair), { depth: 2, strategy: depthFirst })
    expect(stream.toArray()).toEqual([])
    expect(stream.status.reason).toBe('depth')
    const rest = resume(stream.status, { depth: 3 })
    expect(rest.toArray().toSorted()).toEqual(['1x', '1y', '2x', '2y'])
    expect(rest.status.reason).toBe('depth')
    const enough = solve(pair, { depth: 2 })
    expect(enough.toArray()).toHaveLength(4)
    expect(enough.status.reason).toBe('exhausted')
  })

  test('depth: an operator waits for what is too deep, and concludes nothing', () => {
    function* deep() {
      for (let i = 0; i < 5; i++) yield* amb(0)
      return 1
    }
    for (const strategy of [depthFirst, breadthFirst, bestFirst(), fair]) {
      const stream = solve(
        () =>
          oneOf(
            function* () {
              yield* not(deep)
              return 'none'
            },
            function* () {
              return `all ${yield* collect(() => oneOf<unknown>(deep, pair))}`
            },
            function* () {
              return yield* interleave(deep, pair)
            },
          ),
        { depth: 4, strategy },
      )
      expect(stream.toArray().toSorted()).toEqual(['1x', '1y', '2x', '2y'])
      expect(stream.status.reason).toBe('depth')
      const rest = resume(stream.status, { depth: 9 })
      expect(rest.toArray().toSorted()).toEqual([1, 'all 1x,1y,2x,2y,1'])
      expect(rest.status.reason).toBe('exhausted')
    }
  })

  test('depth: a table is not complete while branches are held back', () => {
    const naturals = tabled(function* (): Generator<any, number, any> {
      let n = 0
      while (yield* amb(false, true)) n++
      return n
    })
    const stream = solve(
      function* () {
        return yield* naturals()
      },
      { depth: 3 },
    )
    expect(stream.toArray()).toEqual([0, 1, 2])
    expect(stream.status.reason).toBe('depth')
    const rest = resume(stream.status, { depth: 5 })
    expect(rest.toArray()).toEqual([3, 4])
    expect(rest.status.reason).toBe('depth')
  })

  test('frontier: ends when more points wait', () => {
    const stream = solve(endless, { frontier: 50, strategy: breadthFirst })
    expect(stream.toArray()).toEqual([])
    expect(stream.status.reason).toBe('frontier')
    expect(stream.status.choicePoints).toBeGreaterThan(50)
    // Depth first no more points wait than a branch has choices.
    const deep = solve(endless, { frontier: 50, steps: 5000, strategy: depthFirst })
    deep.toArray()
    expect(deep.status.reason).toBe('frontier')
    expect(deep.status.depth).toBeGreaterThanOrEqual(50)
    const flat = solve(
      function* () {
        for (let i = 0; i < 5000; i++) if ((yield* amb(1, 2)) === 1) yield* fail()
        return 'end'
      },
      { frontier: 3 },
    )
    expect(flat.toArray()).toEqual(['end'])
  })

  test('memory: ends when the waiting branches hold too much', () => {
    function* hoarder(): Generator<any, number, any> {
      const hoard: number[][] = []
      for (;;) {
        hoard.push(Array<number>(100).fill(yield* amb(1, 2)))
        if (hoard.length === Infinity) return 1
      }
    }
    const stream = solve(hoarder, { memory: 1e6, steps: 1000 })
    expect(stream.toArray()).toEqual([])
    expect(stream.status.reason).toBe('memory')
    // What branches share is counted once.
    const shared = Object.freeze(Array.from({ length: 20_000 }, (_, n) => n))
    const numbers = solve(
      function* () {
        let sum = 0
        for (let i = 0; i < 8; i++) sum += shared[yield* amb(0, 1)]!
        return shared.length + sum
      },
      { memory: 1e6, strategy: breadthFirst },
    )
    expect(new Set(numbers).size).toBe(9)
    expect(numbers.status.reason).toBe('exhausted')
  })

  test('frontier and depth cannot be bounded later on, unless they have been from the start', () => {
    const stream = solve(pair, { steps: 2 })
    stream.toArray()
    expect(() => resume(stream.status, { depth: 3 })).toThrow(/^MS3023.*depth: Infinity/)
    const ready = solve(pair, { steps: 2, depth: Infinity })
    ready.toArray()
    const rest = resume(ready.status, { depth: 1 })
    // What waits already is not too deep.
    expect([...rest, rest.status.reason]).toEqual(['1x', '1y', 'depth'])
  })

  test('signal: stops before the next solution', () => {
    const controller = new AbortController()
    const stream = solve(pair, { signal: controller.signal })
    const walk = stream[Symbol.iterator]()
    expect(walk.next().value).toBe('1x')
    controller.abort()
    expect(walk.next()).toMatchObject({ done: true, value: { reason: 'aborted', solutions: 1 } })
    expect(stream.toArray()).toEqual(['1x'])
  })

  test('signal: stops a search without solutions', () => {
    let looks = 0
    const signal = {
      get aborted() {
        return ++looks > 20
      },
    }
    const stream = solve(endless, { signal })
    expect(stream.toArray()).toEqual([])
    expect(stream.status.reason).toBe('aborted')
  })

  test('progress is heard now and then', () => {
    const heard: number[] = []
    solve(endless, { steps: 5000, progress: ({ steps }) => heard.push(steps) }).toArray()
    expect(heard.length).toBeGreaterThan(4)
    expect(heard).toEqual(heard.toSorted((a, b) => a - b))
  })

  test.each([
    { solutions: -1 },
    { steps: NaN },
    { time: '5' as never },
    { forks: -1 },
    { depth: '3' as never },
    { frontier: NaN },
    { memory: -5 },
  ])('refuses %o', (options) => {
    expect(() => solve(pair, options)).toThrow(/^MS3004: solve's option \w+ must be a number/)
  })

  test('refuses a strategy that is none, or that was not called', () => {
    const solving = (strategy: unknown) => () => solve(pair, { strategy: strategy as Strategy })
    expect(solving(bestFirst)).toThrow(/^MS3026: .*got a function\. Call it: `bestFirst\(\)`\.$/)
    expect(solving('depth first')).toThrow(/^MS3026: .*got "depth first"\. Give one, such as `depthFirst`/)
    expect(solving(null)).toThrow(/^MS3026: .*got null/)
  })
})

function* endless() {
  for (;;) {
    yield* amb(1, 2)
    yield* guard(true)
    if ((yield* amb(1, 2)) === 1) yield* fail()
  }
}

function* oneOf<A>(...programs: (() => Generator<any, A, any>)[]): Generator<any, A, any> {
  return yield* either(...programs)
}
