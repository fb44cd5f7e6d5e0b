// Searching where others must not be kept waiting, and where the program itself waits: the stream of solutions that
// `solve(program, options)` would give, to the same status.
//
// Law: an async program has the solutions that it has without its `await`s, and with one branch at a time
// (`concurrency: 1`, the default) in the same order and with the same effort.

import type { AsyncNondeterminism, AsyncProgram, Program } from '../program/index.ts'
import { advised } from '../runtime/index.ts'
import { arrived, AsyncStream } from './async-stream.ts'
import type { AsyncSource } from './async-source.ts'
import type { AsyncCell } from './async-stream.ts'
import { badConcurrency, optionOfSolve } from './errors.ts'
import type { Exploration } from './explore.ts'
import { endOf, explorationOf, goOn, settled, stoppedAt } from './solve.ts'
import type { SolveOptions } from './solve.ts'
import type { Status } from './status.ts'
import { failed } from './stream.ts'

export interface SolveAsyncOptions extends SolveOptions {
  /**
   * How many branches may be under way at a time, each of them awaiting something. Which one begins next, the strategy
   * decides; one that has begun goes on as soon as what it awaits is there. Strategies that are not `concurrent` have
   * one at a time. Default: 1.
   */
  readonly concurrency?: number
  /** Milliseconds of searching after which timers and other events have a turn. Default: 8. */
  readonly slice?: number
}

/**
 * The solutions of `program`, which may be an `async function*` that awaits whatever it likes: nothing runs until
 * somebody asks, and then in slices, between which timers, input and other searches have their turn. Also who takes one
 * quick solution after the other lets others have one.
 *
 * Law: with the default concurrency the solutions come in the order in which `solve` has those of the program without
 * its `await`s; with a greater one they are the same, as they arrive.
 *
 * ```ts
 * import { choose, guard, solveAsync } from 'multishot'
 *
 * const titleOf = async (page: string) => `The ${page}`
 * const pages = solveAsync(
 *   async function* () {
 *     const page = yield* choose(['lake', 'hill', 'shore'])
 *     const title = await titleOf(page)
 *     yield* guard(title.length > 8, 'long enough')
 *     return title
 *   },
 *   { concurrency: 2 },
 * )
 * for await (const title of pages) console.log(title) // → The shore
 * ```
 *
 * Branches are forked at their choices, never while they await. When a search ends early, those that await something
 * are given up: no code of theirs runs any more, what they have open is closed, and signals that they got of
 * `abortSignal()` are aborted. That is so when a bound stops it (unless it is `resumable`), when it is closed, and when
 * the last one has left who walked its stream: at its end, by `break`, or at the end of a `take`.
 *
 * A single step of the program is not interrupted. `signal` ends the search, also between two slices.
 *
 * @throws {MultishotError} as `solve`; MS3020 for a concurrency that is none. While walking also MS3021 where a tabled
 * function awaits something.
 */
export function solveAsync<Answer>(
  program: AsyncProgram<Answer, AsyncNondeterminism> | Program<Answer, AsyncNondeterminism>,
  options: SolveAsyncOptions = {},
): AsyncStream<Answer> {
  const { concurrency = 1, slice = 8 } = options
  if (!(concurrency === Infinity || (Number.isInteger(concurrency) && concurrency >= 1)))
    throw badConcurrency(concurrency)
  return solutionsOf<Answer>(explorationOf(program, options, { concurrency, slice }))
}

/**
 * Goes on where a bound stopped a search of `solveAsync`, as `resume` does for `solve`. If branches were awaiting
 * something, that takes `resumable: true`: then they have gone on waiting meanwhile.
 *
 * ```ts
 * import { amb, resumeAsync, solveAsync } from 'multishot'
 *
 * const words = solveAsync(
 *   async function* () {
 *     const first = await Promise.resolve(yield* amb('a', 'b'))
 *     return first + (yield* amb('x', 'y'))
 *   },
 *   { solutions: 3 },
 * )
 * console.log(...(await words.toArray()), words.status.reason) // → ax ay bx limit
 * console.log(...(await resumeAsync(words.status).toArray())) // → by
 * ```
 *
 * @throws {MultishotError} as `resume`.
 */
export function resumeAsync<Answer = unknown>(
  status: Status,
  options: Omit<SolveAsyncOptions, (typeof settled)[number] | 'concurrency'> = {},
): AsyncStream<Answer> {
  if ('concurrency' in options) throw optionOfSolve('concurrency')
  const exploration = stoppedAt(status, options)
  return solutionsOf<Answer>(goOn(exploration, status, options, options.slice ?? 8))
}

function solutionsOf<Answer>(exploration: Exploration): AsyncStream<Answer> {
  const source = new Search(exploration)
  const pull = async (): Promise<AsyncCell<Answer>> => {
    try {
      const found = await source.advance()
      if (!found) return endOf(exploration)
    } catch (error) {
      return failed(advised(error), exploration.effort())
    }
    const solution = exploration.takeSolution() as Answer
    return arrived(solution, new AsyncStream(pull, exploration.effort(), source))
  }
  return new AsyncStream(pull, exploration.effort(), source)
}

/** A search as those see it who walk its stream. */
class Search implements AsyncSource {
  private readonly exploration: Exploration
  private walks = 0
  private isPulled = false

  constructor(exploration: Exploration) {
    this.exploration = exploration
  }

  /** Goes on to the next solution. False: there is none, and all is closed. */
  async advance(): Promise<boolean> {
    const { exploration } = this
    this.isPulled = true
    try {
      while (!exploration.advance()) {
        if (exploration.isPaused) await turn()
        else if (exploration.isWaiting) await exploration.landing()
        else {
          await exploration.closed()
          return false
        }
      }
      return true
    } catch (error) {
      await exploration.closed().catch(() => {})
      throw error
    } finally {
      this.isPulled = false
    }
  }

  enter(): void {
    this.walks++
  }

  /** When nobody is left, whatever is under way or open is ended; what is not can go on. */
  async leave(): Promise<void> {
    if (--this.walks > 0) return
    const { exploration } = this
    const isIdle = exploration.isIdle && !this.isPulled
    if (!isIdle && !exploration.isKept) exploration.close()
    // Of a branch that has returned something may be closing still.
    await exploration.closed()
  }

  async close(): Promise<void> {
    this.exploration.close()
    await this.exploration.closed()
  }
}

/** Everything that waits has a turn: promises alone would not let timers come. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === 'function') setImmediate(resolve)
    else setTimeout(resolve, 0)
  })
}
