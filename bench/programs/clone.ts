// The cost of `clone(g)` for a generator suspended under many levels of `yield*`, with nothing mutable
// in its variables. One clone shares the stack by pointer, so the depth must not be seen.

import { clone } from 'multishot'

/** Suspends once, below `depth` levels of `yield*` none of which is a tail call. */
function* nested(depth: number): Generator<string, number, unknown> {
  if (depth === 0) {
    yield 'at the bottom'
    return 0
  }
  return 1 + (yield* nested(depth - 1))
}

function suspendedUnder(depth: number) {
  const generator = nested(depth)
  generator.next()
  return generator
}

/** How many clones one run makes. */
const clones = 200_000

/** Keeps a few clones reachable, so that making them cannot be optimised away. */
const kept: Generator[] = []

function cloning(depth: number): () => number {
  const generator = suspendedUnder(depth)
  if (clone(generator).next().value !== depth) throw new Error('a clone did not reach the end')
  return () => {
    for (let i = 0; i < clones; i++) kept[i % 64] = clone(generator)
    return clones
  }
}

export const under1 = cloning(1)
export const under100 = cloning(100)
export const under10000 = cloning(10_000)

/** Recursion far deeper than the JavaScript stack. */
export function million(): number | string {
  return suspendedUnder(1_000_000).next().value
}
