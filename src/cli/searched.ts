// The search that a file's program needs: one that waits, if the program awaits something.

import type { Nondeterminism, Program } from '../program/index.ts'
import { MultishotError } from '../runtime/errors.ts'
import { solve, solveAsync, type AsyncStream, type SolveOptions, type Stream } from '../search/index.ts'

/** Milliseconds between two looks whether a search that waits is to end. */
const PAUSE = 50

/**
 * The solutions. `concurrency` is how many branches may await something at a time, if anybody has said so; `isAborted`
 * tells whether the search is to end.
 */
export function searched(
  program: Program<unknown, Nondeterminism>,
  options: SolveOptions,
  concurrency: number | undefined,
  isAborted: () => boolean,
): Stream<unknown> | AsyncStream<unknown> {
  const signal = {
    get aborted() {
      return isAborted()
    },
  }
  if (concurrency === undefined) {
    try {
      return solve(program, { ...options, signal })
    } catch (error) {
      if (!(error instanceof MultishotError && error.code === 'MS3019')) throw error
    }
  }
  return solveAsync(program, { ...options, concurrency: concurrency ?? 1, signal: heard(isAborted) })
}

/** A signal that is aborted soon after `isAborted` says so, also while nobody looks at it. */
function heard(isAborted: () => boolean): AbortSignal {
  const controller = new AbortController()
  const timer = setInterval(() => {
    if (!isAborted()) return
    clearInterval(timer)
    controller.abort()
  }, PAUSE)
  timer.unref()
  return controller.signal
}
