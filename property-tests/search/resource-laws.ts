/** The laws of resources in a search: never closed too early, never twice, never too late. */
import { expect } from 'vitest'
import {
  MultishotError,
  solve,
  type AsyncStream,
  type SolveAsyncOptions,
  type SolveOptions,
  type Stream,
} from 'multishot'
import { Ledger, reference, search, type Tree } from './resource-trees.ts'

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

/** How somebody ends a search that is waited for: also between two turns of the event loop. */
export interface AsyncStop {
  readonly how: 'exhaust' | 'solutions' | 'steps' | 'break' | 'take' | 'close' | 'abort'
  /** So many solutions, steps, or turns of the event loop. */
  readonly after: number
}

/** The same law where others have their turn meanwhile, by the time at which the stream has ended, or `close` has settled. */
export const assertClosedOnceAsync = async (
  start: (ledger: Ledger, options: SolveAsyncOptions) => AsyncStream<number>,
  { how, after }: AsyncStop,
): Promise<Ledger> => {
  const ledger = new Ledger()
  const controller = new AbortController()
  const bound = how === 'solutions' || how === 'steps' ? { [how]: after } : {}
  const stream = start(ledger, { signal: controller.signal, ...bound })
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

const attempt = async (run: () => Promise<void>): Promise<void> => {
  try {
    await run()
  } catch (error) {
    expectOfTree(error)
  }
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

/** The same tree, in which each end of a branch says how many `try`s are around it. */
export const countingTries = (tree: Tree, tries = 0): Tree => {
  const inside = (child: Tree): Tree => countingTries(child, tries + (tree.tag === 'try' ? 1 : 0))
  if (tree.tag === 'leaf' || tree.tag === 'throw') return { ...tree, value: tries }
  if ('child' in tree) return { ...tree, child: inside(tree.child) }
  return 'children' in tree ? ({ ...tree, children: tree.children.map(inside) } as Tree) : tree
}

/**
 * How many `finally` blocks ran in a search of such a tree, and how many are around the ends of branches that came there
 * without failing. Law: a search of a plain program ran those and no others, whatever has ended it.
 */
export const countFinally = ({ log }: Ledger): { readonly ran: number; readonly due: number } => {
  const numbers = (what: RegExp): number[] =>
    log.flatMap((line) => (what.test(line) ? [Number(line.split(' ')[1])] : []))
  const due = numbers(/^(leaf|throw) /).reduce((sum, tries) => sum + tries, 0)
  return { ran: numbers(/^finally /).length, due }
}
