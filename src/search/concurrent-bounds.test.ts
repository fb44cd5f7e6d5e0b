import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import {
  amb,
  beam,
  bestFirst,
  breadthFirst,
  choose,
  depthFirst,
  fair,
  iterativeDeepening,
  limitedDiscrepancy,
  monteCarlo,
  randomRestarts,
  resumeAsync,
  solveAsync,
} from '../index.ts'
import type { SolveAsyncOptions } from '../index.ts'

/** Two letters of four, each choice awaited. */
async function* pairs() {
  const first = yield* amb('a', 'b', 'c', 'd')
  await sleep(0)
  const second = yield* amb('w', 'x', 'y', 'z')
  await sleep(0)
  return first + second
}

const all = ['a', 'b', 'c', 'd'].flatMap((first) => ['w', 'x', 'y', 'z'].map((second) => first + second))

/** What is found in parts, each within bounds that grow, and why the parts but the last one ended. */
async function inParts(options: (part: number) => SolveAsyncOptions, settled: SolveAsyncOptions) {
  const reasons = new Set<string>()
  let stream = solveAsync(pairs, { concurrency: 4, resumable: true, ...settled, ...options(0) })
  const found = await stream.toArray()
  for (let part = 1; stream.status.reason !== 'exhausted'; part++) {
    reasons.add(stream.status.reason)
    stream = resumeAsync(stream.status, options(part))
    found.push(...(await stream.toArray()))
  }
  return { found: found.toSorted(), reasons: [...reasons] }
}

describe.each([depthFirst, breadthFirst, bestFirst(), fair])(
  'with four branches under way, $name',
  (strategy) => {
    const bounds: Record<string, (part: number) => SolveAsyncOptions> = {
      steps: () => ({ steps: 3 }),
      forks: () => ({ forks: 1 }),
      limit: () => ({ solutions: 3 }),
      depth: (part) => ({ depth: part }),
      frontier: (part) => ({ frontier: part }),
      memory: (part) => ({ memory: 40 << part }),
    }
    test.each(Object.entries(bounds))(
      'stops at a bound (%s), and goes on without losing or repeating a branch',
      async (reason, options) => {
        expect(await inParts(options, { strategy })).toEqual({ found: all, reasons: [reason] })
      },
    )

    test('counts no more steps, and one choice more at most, than it may', async () => {
      const few = solveAsync(pairs, { concurrency: 4, steps: 5, strategy })
      await few.toArray()
      expect(few.status).toMatchObject({ reason: 'steps', steps: 5 })
      const narrow = solveAsync(pairs, { concurrency: 4, forks: 2, strategy })
      await narrow.toArray()
      expect(narrow.status).toMatchObject({ reason: 'forks', choicePoints: 3 })
    })
  },
)

/** The most branches that are under way at once, with room for four. */
async function mostUnderWay(options: SolveAsyncOptions): Promise<number> {
  let [now, most] = [0, 0]
  const stream = solveAsync(
    async function* () {
      const n = yield* choose([1, 2, 3, 4, 5, 6])
      now++
      most = Math.max(most, now)
      await sleep(1)
      now--
      return n
    },
    { concurrency: 4, ...options },
  )
  expect((await stream.toArray()).toSorted()).toEqual([1, 2, 3, 4, 5, 6])
  return most
}

test.each([
  iterativeDeepening(),
  beam({ width: 10 }),
  limitedDiscrepancy,
  randomRestarts({ seed: 1 }),
  monteCarlo({ seed: 1, reward: Number }),
])('$name decides by what became of the branch before, and has one under way', async (strategy) => {
  expect(await mostUnderWay({ strategy })).toBe(1)
})

test.each([depthFirst, breadthFirst, bestFirst(), fair])(
  '$name has as many under way as it may',
  async (strategy) => {
    expect(await mostUnderWay({ strategy })).toBe(4)
  },
)
