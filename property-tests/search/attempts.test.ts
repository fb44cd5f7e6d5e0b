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
  /** Each branch marks its way in a table of its own, so that stacks are forked. */
  readonly marks: boolean
}

const mazes = fc.record<Maze>({
  width: fc.integer({ min: 1, max: 4 }),
  depth: fc.integer({ min: 1, max: 6 }),
  seed: fc.nat(),
  rarity: fc.integer({ min: 1, max: 3 }),
  ends: fc.integer({ min: 2, max: 9 }),
  marks: fc.boolean(),
})

/** Numbers without a pattern. */
function hash(seed: number, place: number): number {
  let h = Math.imul(seed ^ place, 0x45d9f3b)
  h = Math.imul(h ^ (h >>> 16), 0x45d9f3b)
  return (h ^ (h >>> 16)) >>> 0
}

const ways = Array.from({ length: 5 }, (_, width) => Array.from({ length: width }, (_, way) => way))

/** Walks the maze; each place that is looked at goes into `visited`, and one too many of them is an error. */
const walk = ({ width, depth, seed, rarity, ends, marks }: Maze, visited: number[], most = Infinity) =>
  function* () {
    const marked: number[][] | null = marks ? [[], []] : null
    let place = 1
    let left = 0
    for (let level = 0; level < depth; level++) {
      const way: number = yield* choose(ways[width]!)
      const next = place * width + way + 1
      visited.push(next)
      marked?.[next % 2]!.push(next)
      if (visited.length > most) throw new Error(`more than ${most} places`)
      if (hash(seed + 2, next) % 17 === 0) return [next, -1]
      yield* guard(hash(seed, next) % rarity === 0)
      if (hash(seed + 3, next) % 17 === 0) return [next, -2]
      // Some branches go on differently, so that a search leaves its calls in many ways.
      if (next % 7 === 3) yield* cost(0)
      if (next % 11 === 5) left += yield* choose([way, { way }.way + 1])
      if (next % 13 === 6) yield* fail()
      place = next
      if (hash(seed + 1, next) % ends === 0) return [place, left, marked]
    }
    return [place, left, marked]
  }

/** What a branch has marked that has come to `place`. */
function way({ width }: Maze, place: number): number[][] {
  const marked: number[][] = [[], []]
  for (let at = place; at > 1; at = Math.floor((at - 1) / width)) marked[at % 2]!.unshift(at)
  return marked
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

test('a branch has what it has marked itself, and nothing of others', () => {
  fc.assert(
    fc.property(mazes, (maze) => {
      const found = [...solve(walk({ ...maze, marks: true }, []))].filter(([, , marked]) =>
        Array.isArray(marked),
      )
      expect(found.map(([, , marked]) => marked)).toEqual(found.map(([place]) => way(maze, place as number)))
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

/** Every place of a stream that has been walked: what was found there, the effort up to it, and how it ended. */
function places(stream: Stream<unknown>): unknown[] {
  const all: unknown[] = []
  for (let cell = stream.open(); ; cell = cell.rest.open()) {
    if (cell.reason !== 'found') return [...all, cell]
    all.push([cell.value, { ...cell.rest.effort }])
  }
}

/** What `all` gives, or the error that it throws. */
function outcome(all: () => unknown): unknown {
  try {
    return all()
  } catch (error) {
    return error
  }
}

test('all solutions asked for at once are found as one after the other: in order, with the same effort at each', () => {
  const law = (maze: Maze, walked: number, solutions: number | undefined, most: number | undefined) => {
    const options = solutions === undefined ? {} : { solutions }
    const [expected, visited]: number[][] = [[], []]
    const oneByOne = solve<unknown>(walk(maze, expected!, most), options)
    const atOnce = solve<unknown>(walk(maze, visited!, most), options)
    const found = places(oneByOne)
    for (let place = atOnce, i = 0; i < walked; i++) {
      const cell = place.open()
      if (cell.reason !== 'found') break
      place = cell.rest
    }
    expect(outcome(() => atOnce.toArray())).toEqual(outcome(() => [...oneByOne]))
    expect(places(atOnce)).toEqual(found)
    expect(visited).toEqual(expected)
    expect(atOnce.status).toEqual(oneByOne.status)
  }
  const few = fc.option(fc.nat(6), { nil: undefined })
  const late = fc.option(fc.nat(200), { nil: undefined, freq: 2 })
  const property = fc.property(mazes, fc.nat(3), few, late, law)
  expect(fc.assert(property, { numRuns: 1000 })).toBeUndefined()
})
