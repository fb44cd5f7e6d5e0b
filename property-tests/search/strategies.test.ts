import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  beam,
  iterativeDeepening,
  limitedDiscrepancy,
  monteCarlo,
  randomRestarts,
  amb,
  bestFirst,
  breadthFirst,
  choose,
  cost,
  depthFirst,
  either,
  estimate,
  fair,
  guard,
  solve,
} from 'multishot'
import type { Nondeterminism, Strategy } from 'multishot'
import { withDeadline } from '../deadline.ts'
import { assertAgrees, assertSteady } from './strategy-laws.ts'
import { reference, search, trees } from './trees.ts'
import type { Tree } from './trees.ts'

const strategies: readonly Strategy[] = [
  depthFirst,
  breadthFirst,
  bestFirst(),
  bestFirst({ priority: ({ depth }) => -depth }),
  fair,
  beam({ width: Infinity }),
  limitedDiscrepancy,
  randomRestarts({ seed: 3, unit: 2 }),
  monteCarlo({ seed: 3, reward: Number }),
]
const again = [iterativeDeepening(), iterativeDeepening({ start: 2, next: (depth) => depth * 2 })]

describe.each(strategies)('$name', (strategy) => {
  test('finds the solutions of every finite tree, each as often as it occurs', () => {
    expect(fc.assert(fc.property(trees, (tree) => assertAgrees(strategy, tree)))).toBeUndefined()
  })

  test('finds under a bound the beginning of what it finds without', () => {
    const law = (tree: never, bound: number) => assertSteady(strategy, tree, bound)
    expect(fc.assert(fc.property(trees as never, fc.nat(12), law))).toBeUndefined()
  })
})

describe.each(again)('$name', (strategy) => {
  test('finds the solutions of every finite tree once, however often it starts', () => {
    const law = (tree: Tree): void => {
      const found = solve(search(tree), { strategy }).toArray()
      expect(found.toSorted()).toEqual(reference(tree).solutions.toSorted())
    }
    expect(fc.assert(fc.property(trees, law))).toBeUndefined()
  })
})

test('a beam that misses solutions says so, and finds nothing that is none', () => {
  const law = (tree: Tree, width: number): void => {
    const stream = solve(search(tree), { strategy: beam({ width }) })
    const found = stream.toArray()
    const { solutions } = reference(tree)
    expect(found.length === solutions.length || stream.status.reason === 'pruned').toBe(true)
    for (const each of found) expect(solutions).toContain(each)
  }
  expect(fc.assert(fc.property(trees, fc.integer({ min: 1, max: 3 }), law))).toBeUndefined()
})

test('a beam keeps the best branches of each level only', () => {
  const stream = solve(
    function* () {
      let word = ''
      for (const letters of ['ba', 'ba', 'xy']) {
        const letter: string = yield* choose(letters)
        yield* cost(letter === 'a' ? 1 : 2)
        word += letter
      }
      return word
    },
    { strategy: beam({ width: 1 }) },
  )
  expect(stream.toArray()).toEqual(['aax', 'aay'])
  expect(stream.status.reason).toBe('pruned')
})

function* forever(): Generator<Nondeterminism, never, any> {
  for (;;) yield* amb(0, 0)
}

function* naturals(): Generator<number, never, void> {
  for (let n = 0; ; n++) yield n
}

describe.each([breadthFirst, bestFirst(), fair, ...again])(
  '$name is complete where branching is finite',
  (strategy) => {
    test('a solution beside branches that never end', () => {
      const stream = solve(() => beside(forever), { strategy })
      expect(withDeadline(2000, () => stream.take(3).toArray())).toEqual([1, 2, 2])
    })
  },
)

function* beside(endless: () => Generator<Nondeterminism, never, any>) {
  return yield* either(
    endless,
    function* () {
      return 1
    },
    function* () {
      yield* amb(0, 0)
      return 2
    },
  )
}

test('fair finds what lies behind endlessly many options, whatever the nesting', () => {
  for (const nesting of [0, 1, 2, 3]) {
    const stream = solve(() => triple(nesting), { strategy: fair })
    expect(withDeadline(5000, () => stream.take(1).toArray())).toEqual([[2, 3, 1]])
  }
})

/** Three naturals that are asked for as one conjunction, bracketed in several ways, some beside endless branches. */
function* triple(nesting: number): Generator<Nondeterminism, number[], any> {
  const natural = function* (): Generator<Nondeterminism, number, any> {
    return yield* choose(naturals())
  }
  const pair = function* (): Generator<Nondeterminism, number[], any> {
    return [yield* natural(), yield* natural()]
  }
  const endless = function* (): Generator<Nondeterminism, number, any> {
    return yield* either(forever, natural)
  }
  let numbers: number[]
  if (nesting === 0) numbers = [yield* natural(), yield* natural(), yield* natural()]
  else if (nesting === 1) numbers = [...(yield* pair()), yield* natural()]
  else if (nesting === 2) numbers = [yield* natural(), ...(yield* pair())]
  else numbers = [yield* endless(), yield* endless(), yield* endless()]
  const [a, b, c] = numbers as [number, number, number]
  yield* guard(a === 2 && b === 3 && c === 1)
  return numbers
}

test('best first gives solutions in the order of their costs, with estimates that are not too high too', () => {
  const costs = fc.array(fc.array(fc.nat(9), { minLength: 1, maxLength: 3 }), { maxLength: 4 })
  const law = (levels: number[][], estimated: boolean) => {
    const least = levels.map((_, level) =>
      levels.slice(level).reduce((sum, each) => sum + Math.min(...each), 0),
    )
    const stream = solve(
      function* () {
        let total = 0
        for (const [level, each] of levels.entries()) {
          if (estimated) yield* estimate(least[level]!)
          const chosen: number = yield* choose(each)
          yield* cost(chosen)
          total += chosen
        }
        return total
      },
      { strategy: bestFirst() },
    )
    const found = stream.toArray()
    expect(found).toEqual(found.toSorted((a, b) => a - b))
    expect(found).toHaveLength(levels.reduce((product, each) => product * each.length, 1))
  }
  expect(fc.assert(fc.property(costs, fc.boolean(), law))).toBeUndefined()
})

test('A* by a variable of the program finds the same path with fewer steps', () => {
  const run = (strategy: Strategy) => {
    const stream = solve(() => walk(6), { strategy })
    const [path] = stream.take(1)
    return { path, steps: stream.status.steps }
  }
  const uniform = run(bestFirst())
  const aStar = run(
    bestFirst({ priority: ({ cost: paid, variables }) => paid + Math.abs(6 - Number(variables.at)) }),
  )
  expect(aStar.path).toEqual(uniform.path)
  expect(aStar.steps).toBeLessThan(uniform.steps)
})

test('greedy best first goes for what looks nearest, at any cost, and gives the cheaper way later', () => {
  const roads: Record<string, Record<string, number>> = {
    start: { hill: 1, river: 1 },
    hill: { town: 1 },
    river: { town: 10 },
  }
  const distances: Record<string, number> = { start: 3, hill: 4, river: 1, town: 0 }
  function* road() {
    let at = 'start'
    let way = at
    while (at !== 'town') {
      const next: string = yield* choose(Object.keys(roads[at]!))
      yield* cost(roads[at]![next]!)
      at = next
      way += ` ${at}`
    }
    return way
  }
  // While the cost is paid, `at` is no longer needed.
  const nearest = bestFirst({
    priority: ({ variables: { at, next } }) => distances[String(next ?? at)]!,
  })
  expect(solve(road, { strategy: nearest }).toArray()).toEqual(['start river town', 'start hill town'])
  expect(solve(road, { strategy: bestFirst() }).toArray()).toEqual(['start hill town', 'start river town'])
})

function* walk(to: number) {
  let at = 0
  let path = '0'
  while (at !== to) {
    const step: number = yield* amb(-1, 1)
    at += step
    yield* cost(1)
    path += ` ${at}`
  }
  return path
}
