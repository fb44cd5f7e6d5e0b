// A search that lets others have their turn: the event loop goes on beside it.
//
// Law: `solveAsync(program, options)` gives what `solve(program, options)` gives, to the same status.

import type { Nondeterminism, Program } from '../program/index.ts'
import { arrived, AsyncStream } from './async-stream.ts'
import type { AsyncCell } from './async-stream.ts'
import { endOf, explorationOf } from './solve.ts'
import type { SolveOptions } from './solve.ts'
import { failed } from './stream.ts'

export interface SolveAsyncOptions extends SolveOptions {
  /** Milliseconds of searching after which timers and other events have a turn. Default: 8. */
  readonly slice?: number
}

/**
 * The solutions of `program`, for those who must not block: nothing runs until somebody asks, and then in slices,
 * between which timers, input and other searches have their turn. Also who takes one quick solution after the other
 * lets others have one.
 *
 * ```ts
 * import { choose, guard, solveAsync } from 'multishot'
 *
 * const squares = solveAsync(function* () {
 *   const n = yield* choose([1, 2, 3, 4, 5, 6, 7, 8, 9])
 *   yield* guard(Number.isInteger(Math.sqrt(n)))
 *   return n
 * })
 * for await (const n of squares) console.log(n)
 * // → 1
 * // → 4
 * // → 9
 * ```
 *
 * A single step of the program is not interrupted. `signal` ends the search, also between two slices.
 *
 * @throws {MultishotError} as `solve`.
 */
export function solveAsync<Answer>(
  program: Program<Answer, Nondeterminism>,
  options: SolveAsyncOptions = {},
): AsyncStream<Answer> {
  const exploration = explorationOf(program, { ...options, slice: options.slice ?? 8 })
  const pull = async (): Promise<AsyncCell<Answer>> => {
    try {
      while (!exploration.advance()) {
        if (!exploration.isPaused) return endOf(exploration)
        await turn()
      }
    } catch (error) {
      return failed(error, exploration.effort())
    }
    const solution = exploration.solution as Answer
    exploration.solution = undefined
    return arrived(solution, new AsyncStream(pull, exploration.effort()))
  }
  return new AsyncStream(pull)
}

/** Everything that waits has a turn: promises alone would not let timers come. */
function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0))
}
