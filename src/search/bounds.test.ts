import { describe, expect, test } from 'vitest'
import { amb, fail, guard, solve } from '../index.ts'

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

  test.each([{ solutions: -1 }, { steps: NaN }, { time: '5' as never }])('refuses %o', (options) => {
    expect(() => solve(pair, options)).toThrow(/^MS3004: solve's option \w+ must be a number/)
  })
})

function* endless() {
  for (;;) {
    yield* amb(1, 2)
    yield* guard(true)
    if ((yield* amb(1, 2)) === 1) yield* fail()
  }
}
