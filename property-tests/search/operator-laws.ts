/**
 * The laws of the operators on streams, against arrays: what is given, how the stream ends, what is consumed,
 * and that walking again changes nothing. Each law takes any operator, so that a new one only has to be listed.
 */
import { expect } from 'vitest'
import { AsyncStream, Stream } from 'multishot'
import { observe, observeAsync } from './observe.ts'

export type Operator<B = unknown> = (source: Stream<number>) => Stream<B>
export type AsyncOperator<B = unknown> = (source: AsyncStream<number>) => AsyncStream<B>

/** The values are those that `reference` makes of the source's, and the status is the source's own. */
export const assertLikeArray = <B>(
  source: Stream<number>,
  operator: Operator<B>,
  reference: (values: readonly number[]) => readonly B[],
): void => {
  const { values, status } = observe(source)
  expect(observe(operator(source))).toEqual({ values: reference(values), status })
}

/** On a stream that has to be waited for it gives the same, to the same status. */
export const assertAsyncAgrees = async <B>(
  source: Stream<number>,
  operator: Operator<B>,
  asyncOperator: AsyncOperator<B>,
): Promise<void> => {
  expect(await observeAsync(asyncOperator(AsyncStream.from(source)))).toEqual(observe(operator(source)))
}

/** Nothing is consumed before somebody walks, and for k values `consumes(k)` of the numbers from 0. */
export const assertConsumes = (operator: Operator, consumes: (k: number) => number, most: number): void => {
  for (let k = 0; k <= most; k++) {
    const { counter, naturals } = countedNaturals()
    const derived = operator(naturals)
    expect(counter.drawn).toBe(0)
    expect(derived.take(k).toArray()).toHaveLength(k)
    expect(counter.drawn).toBe(k === 0 ? 0 : consumes(k))
  }
}

/** On a stream that has to be waited for it consumes as much. */
export const assertAsyncConsumes = async (
  operator: AsyncOperator,
  consumes: (k: number) => number,
  most: number,
): Promise<void> => {
  for (let k = 0; k <= most; k++) {
    const { counter, naturals } = countedNaturals()
    const derived = operator(AsyncStream.from(naturals))
    expect(counter.drawn).toBe(0)
    expect(await derived.take(k).toArray()).toHaveLength(k)
    expect(counter.drawn).toBe(k === 0 ? 0 : consumes(k))
  }
}

/** Walkers in any turns see what one walker sees, and the source is computed once. */
export const assertWalksAgree = (
  source: Stream<number>,
  operator: Operator,
  turns: readonly boolean[],
): void => {
  let calls = 0
  const derived = operator(source.map((value) => (calls++, value)))
  const walks = [derived[Symbol.iterator](), derived[Symbol.iterator]()] as const
  const seen: [unknown[], unknown[]] = [[], []]
  for (const turn of turns) {
    try {
      const { value, done } = walks[Number(turn) as 0 | 1].next()
      if (!done) seen[Number(turn) as 0 | 1].push(value)
    } catch (error) {
      expect(error).toBeInstanceOf(RangeError)
    }
  }
  const all = observe(derived)
  const callsOfAll = calls
  expect(observe(derived)).toEqual(all)
  expect(calls).toBe(callsOfAll)
  for (const each of seen) expect(each).toEqual(all.values.slice(0, each.length))
}

/** Two walkers of an async stream, each asking at once for all it will see. */
export const assertAsyncWalksAgree = async (
  source: Stream<number>,
  operator: AsyncOperator,
  most: number,
): Promise<void> => {
  const derived = operator(AsyncStream.from(source))
  const walk = async (): Promise<unknown[]> => {
    const walking = derived[Symbol.asyncIterator]()
    const answers = await Promise.allSettled(Array.from({ length: most }, () => walking.next()))
    return answers.flatMap((each) =>
      each.status === 'fulfilled' && !each.value.done ? [each.value.value] : [],
    )
  }
  const [one, other] = await Promise.all([walk(), walk()])
  expect(one).toEqual(other)
  expect(one).toEqual((await observeAsync(derived)).values.slice(0, most))
}

/** The numbers from 0, and how many of them have been drawn. */
export const countedNaturals = (): { counter: { drawn: number }; naturals: Stream<number> } => {
  const counter = { drawn: 0 }
  const naturals = Stream.from<number>({
    [Symbol.iterator]: () => ({ next: () => ({ value: counter.drawn++, done: false }) }),
  })
  return { counter, naturals }
}
