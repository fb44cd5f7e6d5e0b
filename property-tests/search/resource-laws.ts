/** The laws of resources in a search: never closed too early, never twice, never too late. */
import { expect } from 'vitest'
import {
  MultishotError,
  solve,
  solveAsync,
  type AsyncStream,
  type SolveOptions,
  type Stream,
} from 'multishot'
import { asyncResourceSearch, Clock, type Pause } from './async/twin.ts'
import { Ledger, reference, search, type Tree } from './resource-trees.ts'

/** How somebody ends a search of an async program: also while it awaits something. */
export interface AsyncStop {
  readonly how: 'exhaust' | 'solutions' | 'steps' | 'break' | 'take' | 'close' | 'abort'
  /** So many solutions, steps, or turns of the event loop. */
  readonly after: number
  readonly concurrency: number
}

/** The same law for its async twin, by the time at which its stream has ended, or `close` has settled. */
export const assertAsyncClosedOnce = async (
  tree: Tree,
  pauses: readonly Pause[],
  { how, after, concurrency }: AsyncStop,
): Promise<Ledger> => {
  const ledger = new Ledger()
  const controller = new AbortController()
  const bound = how === 'solutions' || how === 'steps' ? { [how]: after } : {}
  const options = { concurrency, signal: controller.signal, ...bound }
  const stream = solveAsync(asyncResourceSearch(tree, ledger, new Clock(pauses)), options)
  const isLate = how === 'close' || how === 'abort'
  const walk = attempt(() => walkAsync(how === 'take' ? stream.take(after) : stream, how, after))
  if (isLate) {
    for (let turn = 0; turn < after; turn++) await new Promise(setImmediate)
    if (how === 'abort') controller.abort()
    await attempt(() => stream.close())
  }
  await walk
  expect([...ledger.open]).toEqual([])
  await attempt(() => walkAsync(stream, 'exhaust', Infinity))
  expect(stream.status.reason).not.toBe('open')
  expect([...ledger.open]).toEqual([])
  return ledger
}

const walkAsync = async (stream: AsyncStream<number>, how: string, after: number): Promise<void> => {
  let count = 0
  for await (const _ of stream) if (how === 'break' && ++count >= after) break
}

/** A tree throws numbers, the ledger errors. */
const attempt = async (run: () => Promise<void>): Promise<void> => {
  try {
    await run()
  } catch (error) {
    if (typeof error !== 'number') throw error
  }
}

/** How somebody ends a search. */
export interface Stop {
  readonly how: 'exhaust' | 'solutions' | 'steps' | 'close' | 'abort'
  readonly after: number
}

const boundsOf = ({ how, after }: Stop, { signal }: AbortController): SolveOptions =>
  how === 'solutions' || how === 'steps' ? { [how]: after } : { signal }

/** Wherever and however a search ends, each value of `open` and of `dup` has been closed once, and none was used before. */
export const assertClosedOnce = (tree: Tree, { how, after }: Stop, options: SolveOptions = {}): Ledger => {
  const ledger = new Ledger()
  const controller = new AbortController()
  const bounds = boundsOf({ how, after }, controller)
  const stream = solve(search(tree, ledger), { ...bounds, ...options })
  const finite = how === 'close' || how === 'abort' ? stream.take(after) : stream
  try {
    for (const _ of finite);
  } catch (error) {
    expectOfTree(error)
  }
  if (how === 'close') stream.close()
  if (how === 'abort') controller.abort()
  expect([...ledger.open]).toEqual([])
  expectEnded(stream)
  return ledger
}

/**
 * A tree throws numbers, the ledger errors. A sub-program that stands apart is refused duplicates of what the branch
 * around it has open; then too all must be closed.
 */
const expectOfTree = (error: unknown): void => {
  const isRefused = error instanceof MultishotError && error.code === 'MS1021'
  if (typeof error !== 'number' && !isRefused) throw error
}

/** The same where the search lets others have their turn. An abort may come between two of its slices. */
export const assertClosedOnceAsync = async (
  tree: Tree,
  { how, after }: Stop,
  options: SolveOptions = {},
): Promise<Ledger> => {
  const ledger = new Ledger()
  const controller = new AbortController()
  const bounds = boundsOf({ how, after }, controller)
  const stream = solveAsync(search(tree, ledger), { ...bounds, ...options, slice: 0 })
  let left = how === 'close' || how === 'abort' ? after : Infinity
  if (how === 'close') setTimeout(() => controller.abort(), 0)
  try {
    if (left > 0)
      for await (const _ of stream) {
        left -= 1
        if (left === 0) break
      }
  } catch (error) {
    expectOfTree(error)
  }
  if (how === 'close' || how === 'abort') controller.abort()
  expect([...ledger.open]).toEqual([])
  return ledger
}

const expectEnded = (stream: Stream<number>): void => {
  try {
    for (const _ of stream);
  } catch (error) {
    expectOfTree(error)
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
