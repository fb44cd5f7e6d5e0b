/** The laws of resources in a search: never closed too early, never twice, never too late. */
import { expect } from 'vitest'
import { solve, type SolveOptions, type Stream } from 'multishot'
import { Ledger, reference, search, type Tree } from './resource-trees.ts'

/** How somebody ends a search. */
export interface Stop {
  readonly how: 'exhaust' | 'solutions' | 'steps' | 'close' | 'abort'
  readonly after: number
}

/** Wherever and however a search ends, each value of `open` and of `dup` has been closed once, and none was used before. */
export const assertClosedOnce = (tree: Tree, { how, after }: Stop): Ledger => {
  const ledger = new Ledger()
  const controller = new AbortController()
  const bounds: SolveOptions =
    how === 'solutions' || how === 'steps' ? { [how]: after } : { signal: controller.signal }
  const stream = solve(search(tree, ledger), bounds)
  const finite = how === 'close' || how === 'abort' ? stream.take(after) : stream
  try {
    for (const _ of finite);
  } catch (error) {
    // A tree throws numbers, the ledger errors.
    if (typeof error !== 'number') throw error
  }
  if (how === 'close') stream.close()
  if (how === 'abort') controller.abort()
  expect([...ledger.open]).toEqual([])
  expectEnded(stream)
  return ledger
}

const expectEnded = (stream: Stream<number>): void => {
  try {
    for (const _ of stream);
  } catch (error) {
    if (typeof error !== 'number') throw error
  }
  expect(stream.status.reason).not.toBe('open')
}

/**
 * A shared resource is closed as soon as the last branch below the place where it was opened has ended, and no sooner.
 * `finally` blocks run in the branches that leave them, once, and not in those that fail.
 */
export const assertClosedInTime = (tree: Tree): void => {
  const ledger = new Ledger()
  for (const _ of solve(search(tree, ledger)));
  expect(ledger.log).toEqual(reference(tree))
}
