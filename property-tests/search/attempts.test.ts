// A search that goes deep tries the options of its choices in calls of the step, before there is any choice point
// (src/compiler/attempts.ts). Nothing of that is to be seen: not in the solutions, not in what is run, not in the effort,
// and not where a bound stops it or a walker pauses.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { choose, cost, depthFirst, fail, guard, resume, solve } from 'multishot'
import type { Stream } from 'multishot'
import type { Strategy } from 'multishot'

interface Maze {
  readonly width: number
  readonly depth: number
  readonly seed: number
  /** Of this many ways, one is open. */
  readonly rarity: number
  /** A branch ends at a place of this many. */
  readonly ends: number
}

const mazes = fc.record<Maze>({
  width: fc.integer({ min: 1, max: 4 }),
  depth: fc.integer({ min: 1, max: 6 }),
  seed: fc.nat(),
  rarity: fc.integer({ min: 1, max: 3 }),
  ends: fc.integer({ min: 2, max: 9 }),
})

/** Numbers without a pattern. */
function hash(seed: number, place: number): number {
  let h = Math.imul(seed ^ place, 0x45d9f3b)
  h = Math.imul(h ^ (h >>> 16), 0x45d9f3b)
  return (h ^ (h >>> 16)) >>> 0
}

const ways = Array.from({ length: 5 }, (_, width) => Array.from({ length: width }, (_, way) => way))

/** Walks the maze; each place that is looked at goes into `visited`. */
const walk = ({ width, depth, seed, rarity, ends }: Maze, visited: number[]) =>
  function* () {
    let place = 1
    let left = 0
    for (let level = 0; level < depth; level++) {
      const way: number = yield* choose(ways[width]!)
      const next = place * width + way + 1
      visited.push(next)
      if (hash(seed + 2, next) % 17 === 0) return [next, -1]
      yield* guard(hash(seed, next) % rarity === 0)
      if (hash(seed + 3, next) % 17 === 0) return [next, -2]
      // Some branches go on differently, so that a search leaves its calls in many ways.
      if (next % 7 === 3) yield* cost(0)
      if (next % 11 === 5) left += yield* choose([way, { way }.way + 1])
      if (next % 13 === 6) yield* fail()
      place = next
      if (hash(seed + 1, next) % ends === 0) return [place, left]
    }
    return [place, left]
  }

/** The same search by a frontier that does not say that it dives: a point for each choice. */
const stepwise: Strategy = {
  name: 'step by step',
  frontier() {
    const { push, next, ...frontier } = bound(depthFirst.frontier())
    return { push, next, [Symbol.iterator]: frontier[Symbol.iterator] }
  },
}

function bound(frontier: ReturnType<Strategy['frontier']>) {
  return {
    push: frontier.push.bind(frontier),
    next: frontier.next.bind(frontier),
    [Symbol.iterator]: frontier[Symbol.iterator].bind(frontier),
  }
}

const { reason: _, ...noReason } = { reason: '' }
const effort = (stream: Stream<unknown>) => ({ ...stream.status, ...noReason })

test('a search tries what a search with a point for each choice tries, in the same order, with the same effort', () => {
  fc.assert(
    fc.property(mazes, (maze) => {
      const [tried, taken]: number[][] = [[], []]
      const deep = solve(walk(maze, tried!))
      const plain = solve(walk(maze, taken!), { strategy: stepwise })
      expect(deep.toArray()).toEqual(plain.toArray())
      expect(tried).toEqual(taken)
      expect(effort(deep)).toEqual(effort(plain))
    }),
  )
})

test('up to each solution it has tried as much and no more', () => {
  fc.assert(
    fc.property(mazes, fc.nat({ max: 20 }), (maze, count) => {
      const [tried, taken]: number[][] = [[], []]
      const deep = solve(walk(maze, tried!)).take(count)
      const plain = solve(walk(maze, taken!), { strategy: stepwise }).take(count)
      expect(deep.toArray()).toEqual(plain.toArray())
      expect(tried).toEqual(taken)
    }),
  )
})

test('stopped after every few steps and resumed, it finds the same', () => {
  fc.assert(
    fc.property(mazes, fc.integer({ min: 1, max: 40 }), (maze, steps) => {
      const [tried, taken]: number[][] = [[], []]
      const all = solve(walk(maze, taken!)).toArray()
      const found: unknown[] = []
      let stream: Stream<unknown> = solve(walk(maze, tried!), { steps })
      let before = 0
      for (;;) {
        found.push(...stream)
        const { status } = stream
        if (status.reason !== 'steps') break
        expect(status.steps).toBe(before + steps)
        before = status.steps
        stream = resume(status, { steps })
      }
      expect(found).toEqual(all)
      expect(tried).toEqual(taken)
    }),
  )
})
