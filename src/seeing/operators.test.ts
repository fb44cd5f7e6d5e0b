// Operators, merging and strategies that leave branches out: what becomes of each branch is seen, and none stays open.

import { describe, expect, test } from 'vitest'
import {
  amb,
  beam,
  bestFirst,
  breadthFirst,
  collect,
  commit,
  cost,
  count,
  depthFirst,
  Effect,
  either,
  fair,
  forall,
  guard,
  ifte,
  interleave,
  iterativeDeepening,
  limitedDiscrepancy,
  minimize,
  monteCarlo,
  not,
  once,
  randomRestarts,
  scope,
  solve,
  tabled,
  type Nondeterminism,
  type Program,
  type SolveOptions,
} from 'multishot'
import { growTree, ports, treeToMermaid, whyNot, whyNotText, type TreeNode } from 'multishot/seeing'
import { tally } from './tree.ts'

type Any = Program<unknown, Nondeterminism>

const small = function* () {
  return yield* amb(1, 2, 3)
}
const reachable = tabled(function* (from: string): Generator<Nondeterminism, string> {
  return yield* either(
    function* () {
      return yield* amb(...(from === 'a' ? ['b'] : ['a']))
    },
    function* () {
      const middle = yield* reachable(from)
      return yield* amb(...(middle === 'a' ? ['b'] : ['a']))
    },
  )
})

const programs: Record<string, Any> = {
  once: () => within(() => once(small)),
  collect: () => within(() => collect(small)),
  count: () => within(() => count(small)),
  not: () => within(() => not(small)),
  forall: () => within((x) => forall(small, (n) => n > x)),
  scope: () =>
    within(() =>
      scope(function* () {
        const n = yield* small()
        yield* guard(n > 1, 'n is large')
        yield* commit()
        return n
      }),
    ),
  ifte: () =>
    within(() =>
      ifte(
        small,
        function* (n) {
          return n + (yield* amb(10, 20))
        },
        function* () {
          return 0
        },
      ),
    ),
  interleave: () => within(() => interleave(small, small)),
  minimize: () =>
    within(() =>
      minimize(function* () {
        const n = yield* amb(3, 1, 2)
        yield* cost(n)
        return n
      }),
    ),
  'once in collect': () => within(() => collect(() => within(() => once(small)))),
}

/** Two branches, each of which asks. */
function* within(ask: (x: number) => Effect<unknown>): Generator<any, unknown> {
  const x = yield* amb(0, 1)
  return [x, yield* ask(x)]
}

const tabling: Any = function* () {
  return yield* reachable('a')
}

function seen(program: Any, options: SolveOptions) {
  const { trace: grow, tree } = growTree()
  const { trace: keep, report } = whyNot()
  /** Without places and variables. */
  const lines: string[] = []
  const say = ports((line) => lines.push(line.replaceAll(/(?<=\S) {3}\S.*/g, '')))
  const stream = solve(program, {
    ...options,
    trace(event) {
      for (const each of [grow, keep, say]) each(event)
    },
  })
  stream.toArray()
  return { tree: tree(), report: report(), lines, status: stream.status }
}

function nodesOf(root: TreeNode): readonly TreeNode[] {
  return [root, ...root.children.flatMap(nodesOf)]
}

const strategies = [
  depthFirst,
  breadthFirst,
  bestFirst(),
  fair,
  beam({ width: 1 }),
  iterativeDeepening(),
  limitedDiscrepancy,
  monteCarlo({ seed: 1 }),
  randomRestarts({ seed: 2, unit: 2 }),
]

/** What a branch came to that is done with. */
const isOver = ({ fate, untried }: TreeNode): boolean => fate !== 'open' || untried !== undefined

describe.each(strategies)('$name', (strategy) => {
  test.each(Object.keys(programs))('of %s no branch stays open', (name) => {
    const { tree } = seen(programs[name]!, { strategy })
    expect(nodesOf(tree.root).filter((node) => !isOver(node))).toEqual([])
  })
})

test.each([depthFirst, breadthFirst, bestFirst(), fair])(
  'of tabled functions no branch stays open (%o)',
  (strategy) => {
    const { tree } = seen(tabling, { strategy })
    expect(nodesOf(tree.root).filter((node) => !isOver(node))).toEqual([])
  },
)

test('branches inside of an operator stand below the one that asked, with their answers', () => {
  const outline = ({ taken, fate, text, children }: TreeNode): readonly unknown[] => [
    `${taken} ${fate} ${text}`.trim(),
    ...children.map(outline),
  ]
  const { tree } = seen(function* () {
    const all = yield* collect(small)
    yield* guard(all.length > 3, 'there are many')
  }, {})
  expect(outline(tree.root)).toEqual([
    'failed there are many',
    ['collect choice', ['1 answer 1'], ['2 answer 2'], ['3 answer 3']],
  ])
})

test('lines tell when an operator is entered, answered, and gives up what is left', () => {
  const { lines } = seen(function* () {
    return yield* once(small)
  }, {})
  expect(lines).toEqual([
    'enter once',
    'call    3 options',
    'exit      1',
    'leave     once with 1',
    'cut     2 options given up',
    'found     1',
    'end',
  ])
})

test('a program that `not` or `forall` refuse has failed for that reason', () => {
  const { report } = seen(function* () {
    const x = yield* amb(0, 1, 2)
    yield* forall(small, (n) => n > x)
    yield* not(small)
  }, {})
  expect(report.causes.map(({ reason, branches }) => [reason, branches])).toEqual([
    ['forall', 2],
    ['not', 1],
  ])
})

const walk: Any = function* () {
  let at = 0
  for (let step = 0; step < 4; step++) at = yield* amb(at, at + 1)
  return at
}

/** The longer way is met first. */
const detour: Any = function* () {
  for (let at = 0; at < 3;) {
    const to: number = yield* amb(at + 1, at + 2)
    yield* cost(to === at + 1 ? 3 : 1)
    at = to
  }
}

describe('merging', () => {
  test.each([depthFirst, breadthFirst, bestFirst(), fair, beam({ width: 9 })])(
    'each branch that was dropped is seen, and which one goes on instead (%o)',
    (strategy) => {
      for (const program of [walk, detour]) {
        const started = new Set([0])
        const gone: number[] = []
        const { status } = solve(program, {
          strategy,
          merge: true,
          trace(event) {
            if (event.tag === 'option') started.add(event.branch)
            if (event.tag === 'merged') gone.push(event.branch)
            if (event.tag === 'merged') expect(started).toContain(event.into)
          },
        })
        expect(status.reason).toBe('open')
        const { tree, status: end } = seen(program, { strategy, merge: true })
        expect(end.merged).toBeGreaterThan(0)
        expect(tally(tree.root).merged).toBe(end.merged)
        expect(nodesOf(tree.root).filter((node) => !isOver(node))).toEqual([])
      }
    },
  )

  test('reports, drawings and lines say so', () => {
    const { tree, report, lines } = seen(walk, { merge: true })
    expect(whyNotText(report)).toEqual([
      '0 branches failed, 8 came to a solution, 3 to a state where another had been.',
    ])
    expect(treeToMermaid(tree)).toContain('merged, another branch was here')
    expect(lines.filter((line) => line.startsWith('merge'))).toHaveLength(3)
  })
})
