/**
 * The laws of depth-first search, against the recursive reference. Every law takes the tree, so that a new
 * kind of node only has to be generated.
 */
import { expect } from 'vitest'
import { solve, type TraceEvent } from 'multishot'
import { reference, search, type Tree } from './trees.ts'

/** A search and a count of the nodes that its branches came to. */
const counted = (tree: Tree) => {
  const counter = { visited: 0 }
  return { counter, stream: solve(search(tree, () => counter.visited++)) }
}

/** The solutions are those of plain recursion, in its order, and so are the counts. */
export const assertDepthFirstOrder = (tree: Tree): void => {
  const { solutions, failures } = reference(tree)
  const stream = solve(search(tree))
  expect(stream.toArray()).toEqual(solutions)
  expect(stream.status).toMatchObject({ reason: 'exhausted', solutions: solutions.length, failures })
}

/** Taking k solutions comes to exactly the nodes that recursion needs for k. */
export const assertLazy = (tree: Tree): void => {
  const { visits } = reference(tree)
  for (let k = 0; k <= visits.length; k++) {
    const { counter, stream } = counted(tree)
    expect(stream.take(k).toArray()).toHaveLength(k)
    expect(counter.visited).toBe(k === 0 ? 0 : visits[k - 1])
  }
}

/** Every walk gives the same, and only the first one computes. */
export const assertPersistent = (tree: Tree): void => {
  const { counter, stream } = counted(tree)
  const first = stream.toArray()
  const { visited } = counter
  expect(stream.toArray()).toEqual(first)
  expect(stream.map((value) => value).toArray()).toEqual(first)
  expect(counter.visited).toBe(visited)
}

/** Two walks in turns see what one walk sees, whoever is ahead. */
export const assertWalksIndependent = (tree: Tree, turns: readonly boolean[]): void => {
  const stream = solve(search(tree))
  const walks = [stream[Symbol.iterator](), stream[Symbol.iterator]()] as const
  const seen: [number[], number[]] = [[], []]
  for (const turn of turns) {
    const { value, done } = walks[Number(turn) as 0 | 1].next()
    if (!done) seen[Number(turn) as 0 | 1].push(value)
  }
  const { solutions } = reference(tree)
  for (const each of seen) expect(each).toEqual(solutions.slice(0, each.length))
}

/** Whatever the bound, what is found is a beginning of all solutions; with `exhausted` it is all of them. */
export const assertBounded = (tree: Tree, bound: number): void => {
  const { solutions } = reference(tree)
  for (const options of [{ steps: bound }, { solutions: bound }]) {
    const stream = solve(search(tree), options)
    const found = stream.toArray()
    const { status } = stream
    expect(found).toEqual(solutions.slice(0, found.length))
    if (status.reason === 'exhausted') expect(found).toEqual(solutions)
    else expect(status.reason).toBe('steps' in options ? 'steps' : 'limit')
    if (options.steps !== undefined) expect(status.steps).toBeLessThanOrEqual(bound)
    if (options.solutions !== undefined) expect(found.length).toBeLessThanOrEqual(bound)
  }
}

/** A traced search is the same search, its events add up to its effort, and every branch that starts is told an end. */
export const assertTraced = (tree: Tree, bound: number): void => {
  const options = { steps: bound }
  const events: TraceEvent[] = []
  const untraced = solve(search(tree), options)
  const traced = solve(search(tree), { ...options, trace: (event) => events.push(event) })
  expect(traced.toArray()).toEqual(untraced.toArray())
  expect(traced.status).toEqual(untraced.status)

  const of = (tag: TraceEvent['tag']) => events.filter((event) => event.tag === tag)
  const { choicePoints, failures, solutions } = traced.status
  expect([of('choice'), of('fail'), of('solution')].map(({ length }) => length)).toEqual([
    choicePoints,
    failures,
    solutions,
  ])

  const branches = (...tags: TraceEvent['tag'][]) =>
    new Set(tags.flatMap(of).map((event) => 'branch' in event && event.branch))
  const started = bound === 0 ? new Set() : new Set([0, ...branches('option')])
  expect(branches('choice', 'fail', 'solution')).toEqual(started)
  expect(events.at(-1)).toMatchObject({ tag: 'end', reason: traced.status.reason })
}
