// Searches of every strategy, resumed ones and those of solveAsync: what is seen of them is what they do.

import { describe, expect, test } from 'vitest'
import {
  amb,
  beam,
  breadthFirst,
  collect,
  commit,
  depthFirst,
  fail,
  fair,
  guard,
  iterativeDeepening,
  limitedDiscrepancy,
  monteCarlo,
  MultishotError,
  not,
  randomRestarts,
  resume,
  solve,
  solveAsync,
  type Nondeterminism,
  type Program,
  type TraceEvent,
} from 'multishot'
import { growTree, ports, whyNot } from 'multishot/seeing'
import { tally } from './tree.ts'

type Any = Program<unknown, Nondeterminism>

const sums: Any = function* sums() {
  const x = yield* amb(1, 2)
  const y = yield* amb(3, 4)
  yield* guard(x + y > 4, 'enough')
  return [x, y]
}

const programs: Record<string, Any> = {
  'choices and guards': sums,
  'a scope that finds answers': function* () {
    const found = yield* collect(function* () {
      return yield* amb(1, 2)
    })
    return [found, yield* amb(3, 4)]
  },
  'a scope in which everything fails': function* () {
    const x = yield* amb(1, 2)
    yield* not(function* () {
      return yield* fail('never')
    })
    return [x, yield* amb(3, 4)]
  },
  'a commit': function* () {
    const x = yield* amb(1, 2)
    yield* commit()
    return [x, yield* amb(3, 4), yield* amb(5, 6)]
  },
}

const strategies = [
  depthFirst,
  breadthFirst,
  fair,
  iterativeDeepening(),
  limitedDiscrepancy,
  beam({ width: 2 }),
  monteCarlo({ seed: 1 }),
  randomRestarts({ seed: 2, unit: 2 }),
]

describe.each(strategies)('$name', (strategy) => {
  test.each(Object.keys(programs))('is the same when it is seen: %s', (name) => {
    const program = programs[name]!
    const [lines, solutions]: [string[], unknown[]] = [[], []]
    const { trace: grow, tree } = growTree()
    const { trace: keep, report } = whyNot()
    const say = ports((line) => lines.push(line))
    const trace = (event: TraceEvent): void => {
      if (event.tag === 'solution') solutions.push(event.value)
      for (const each of [grow, keep, say]) each(event)
    }
    const unseen = solve(program, { strategy })
    const seen = solve(program, { strategy, trace })
    expect(seen.toArray()).toEqual(unseen.toArray())
    expect(seen.status).toEqual(unseen.status)
    expect(solutions).toEqual(seen.toArray())
    expect(tally(tree().root).solutions).toBe(solutions.length)
    expect(report()).toMatchObject({ solutions: solutions.length, cut: 0 })
    expect(lines.at(-1)).toBe(`end   ${seen.status.reason}`)
  })
})

test('a search that is resumed is heard by the same trace, and its tree is that of one that was not stopped', () => {
  const { trace: grow, tree } = growTree()
  const { trace: keep, report } = whyNot()
  const whole = growTree()
  solve(sums, { trace: whole.trace }).toArray()
  const first = solve(sums, {
    solutions: 1,
    trace: (event) => {
      grow(event)
      keep(event)
    },
  })
  first.toArray()
  expect([tree().reason, report().cut]).toEqual(['limit', 1])
  resume(first.status).toArray()
  expect(tree()).toEqual(whole.tree())
  expect(report()).toMatchObject({ solutions: 3, cut: 0 })
})

test('a trace for resume is refused by name', () => {
  const stream = solve(sums, { solutions: 1 })
  stream.toArray()
  expect(() => resume(stream.status, { trace: () => {} } as object)).toThrow(MultishotError)
  expect(() => resume(stream.status, { trace: () => {} } as object)).toThrow(/Give `trace` to solve/)
  expect(resume(stream.status).toArray()).toHaveLength(2)
})

test('solveAsync tells what solve tells', async () => {
  const tags = (heard: string[]) => (event: TraceEvent) => heard.push(event.tag)
  const [slices, stretch]: [string[], string[]] = [[], []]
  const found = []
  for await (const each of solveAsync(sums, { trace: tags(slices) })) found.push(each)
  expect(found).toEqual(solve(sums, { trace: tags(stretch) }).toArray())
  expect(slices).toEqual(stretch)
})

test('a search that is seen is not closed while it runs, as one that is not', () => {
  const found = [undefined, () => {}].map((trace) => {
    const stream = solve(function* () {
      const n = yield* amb(1, 2)
      stream.close()
      return n
    }, trace && { trace })
    const numbers: unknown[] = [...stream]
    return numbers
  })
  expect(found[1]).toEqual(found[0])
})
