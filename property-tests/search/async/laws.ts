/**
 * The laws of async programs, against their plain twins. Every law takes both and what they await, so that a new kind
 * of program only has to be generated.
 */
import { expect } from 'vitest'
import { resumeAsync, solve, solveAsync } from 'multishot'
import type { AsyncProgram, AsyncStream, Program, SolveAsyncOptions, Strategy } from 'multishot'
import { observe, observeAsync } from '../observe.ts'

/** A program and its async twin, made anew for each search. */
export interface Twins {
  readonly plain: () => Program<unknown, never>
  readonly awaiting: () => AsyncProgram<unknown, never>
}

interface Bound {
  readonly steps?: number
  readonly solutions?: number
  readonly forks?: number
}

/** What is copied may differ: an async function keeps its frame where it returns what another one will. */
const comparable = ({ values, status }: { values: unknown[]; status: unknown }): unknown => ({
  values,
  status: { ...(status as object), copied: 0, error: String((status as { error?: unknown }).error) },
})

/** With one branch at a time, solutions, their order, errors and counts are those of the plain twin. */
export const assertSameOrder = async (twins: Twins, strategy: Strategy, bound: Bound): Promise<void> => {
  const options = { strategy, ...bound }
  const plain = observe(solve(twins.plain(), options))
  const awaiting = await observeAsync(solveAsync(twins.awaiting(), options))
  expect(comparable(awaiting)).toEqual(comparable(plain))
}

/** However many branches are under way, the solutions are those of the plain twin, each as often, and so are the counts. */
export const assertSameSolutions = async (twins: Twins, options: SolveAsyncOptions): Promise<void> => {
  const plain = solve(twins.plain(), { strategy: options.strategy! })
  const expected = plain.toArray().map(String).toSorted()
  const stream = solveAsync(twins.awaiting(), options)
  expect((await stream.toArray()).map(String).toSorted()).toEqual(expected)
  const { choicePoints, solutions, failures, depth } = plain.status
  expect(stream.status).toMatchObject({ reason: 'exhausted', choicePoints, solutions, failures, depth })
}

/** What bounds have cut into pieces is the whole, each solution as often; with one branch at a time in its order. */
export const assertResumes = async (
  twins: Twins,
  strategy: Strategy,
  concurrency: number,
  bound: Bound,
): Promise<void> => {
  const whole = solve(twins.plain(), { strategy }).toArray()
  const found: unknown[] = []
  let stream: AsyncStream<unknown> = solveAsync(twins.awaiting(), {
    strategy,
    concurrency,
    resumable: true,
    ...bound,
  })
  for (;;) {
    for await (const each of stream) found.push(each)
    if (stream.status.reason === 'exhausted') break
    stream = resumeAsync(stream.status, bound)
  }
  if (concurrency === 1) expect(found).toEqual(whole)
  else expect(found.map(String).toSorted()).toEqual(whole.map(String).toSorted())
}

/** The same without the counts: a `not` looks no further when it knows, and how far it has come by then is chance. */
export const assertSameAnswers = async (
  twins: Twins,
  strategy: Strategy,
  concurrency: number,
): Promise<void> => {
  const expected = solve(twins.plain()).toArray().map(String).toSorted()
  const stream = solveAsync(twins.awaiting(), { strategy, concurrency })
  expect((await stream.toArray()).map(String).toSorted()).toEqual(expected)
  expect(stream.status.reason).toBe('exhausted')
}
