import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  bestFirst,
  breadthFirst,
  choose,
  depthFirst,
  fair,
  limitedDiscrepancy,
  resume,
  solve,
  solveAsync,
} from 'multishot'
import type { Stream, Strategy } from 'multishot'
import { observe, observeAsync } from './observe.ts'
import { scopedSearch, scopedTrees } from './scoped-trees.ts'
import { search, trees } from './trees.ts'

const strategies: readonly Strategy[] = [depthFirst, breadthFirst, bestFirst(), fair, limitedDiscrepancy]

/** All solutions, in pieces within `bounds`. */
const inPieces = <A>(first: Stream<A>, bounds: { steps?: number; solutions?: number }): A[] => {
  const found: A[] = []
  let stream = first
  for (;;) {
    for (const each of stream) found.push(each)
    if (stream.status.reason === 'exhausted') return found
    stream = resume<A>(stream.status, bounds)
  }
}

const bounds = fc.oneof(
  fc.record({ steps: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ solutions: fc.integer({ min: 1, max: 3 }) }),
)

test.each(strategies)(
  '$name: a search that is resumed at every bound finds what one without bounds finds',
  (strategy) => {
    const law = (tree: never, bound: { steps?: number; solutions?: number }): void => {
      const whole = solve(search(tree), { strategy })
      const all = whole.toArray()
      const first = solve(search(tree), { strategy, ...bound })
      expect(inPieces(first, bound)).toEqual(all)
    }
    expect(fc.assert(fc.property(trees as never, bounds, law))).toBeUndefined()
  },
)

test('so does one that is stopped inside of operators', () => {
  const law = (tree: never, bound: { steps?: number; solutions?: number }): void => {
    const all = solve(scopedSearch(tree)).toArray()
    expect(inPieces(solve(scopedSearch(tree), bound), bound)).toEqual(all)
  }
  expect(fc.assert(fc.property(scopedTrees(false) as never, bounds, law))).toBeUndefined()
})

test('what is open is closed at a bound, and then nothing can be resumed, unless it is to be', () => {
  const closed: number[] = []
  const numbers = {
    [Symbol.iterator]: () => {
      let n = 0
      return {
        next: () => ({ value: n++, done: false }),
        return: () => (closed.push(n), { value: 0, done: true }),
      }
    },
  }
  function* program() {
    return yield* choose(numbers)
  }
  const stream = solve(program, { solutions: 2 })
  expect(stream.toArray()).toEqual([0, 1])
  expect(closed).toEqual([2])
  expect(() => resume(stream.status)).toThrow(/^MS3011/)
  const kept = solve(program, { solutions: 2, resumable: true })
  expect(kept.toArray()).toEqual([0, 1])
  expect(closed).toEqual([2])
  const rest = resume(kept.status, { solutions: 2 })
  expect(rest.toArray()).toEqual([2, 3])
  expect(() => resume(kept.status)).toThrow(/^MS3011/)
  rest.close()
  expect(closed).toEqual([2, 4])
})

test('solveAsync gives what solve gives, to the same status', async () => {
  const law = async (tree: never, slice: number): Promise<void> => {
    expect(await observeAsync(solveAsync(search(tree), { slice }))).toEqual(observe(solve(search(tree))))
  }
  expect(
    await fc.assert(fc.asyncProperty(trees as never, fc.constantFrom(0.01, 8), law), { numRuns: 30 }),
  ).toBeUndefined()
})

test('timers come while solveAsync searches', async () => {
  let ticks = 0
  const timer = setInterval(() => ticks++, 1)
  const busy = solveAsync(
    function* () {
      for (;;) yield* choose([0])
    },
    { time: 200, slice: 5 },
  )
  expect(await busy.toArray()).toEqual([])
  clearInterval(timer)
  expect(busy.status.reason).toBe('time')
  expect(ticks).toBeGreaterThan(2)
})
