// How a test says that clones are isolated.

import { clone } from '../src/runtime/index.ts'
import { expect } from 'vitest'

/** `make` yields once, then changes what it holds and yields what it sees: each clone must see its own change only. */
export function assertIsolated(make: () => Generator<unknown, unknown, unknown>): unknown {
  const generator = make()
  generator.next()
  const clones = [clone(generator), clone(generator)]
  const seen = [generator, ...clones, clone(clones[0]!)].map((each) => each.next().value)
  for (const value of seen) expect(value).toEqual(seen[0])
  expect(make().next()).toMatchObject({ done: false })
  return seen[0]
}
