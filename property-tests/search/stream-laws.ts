/**
 * The laws of streams as a functor, monad and MonadPlus. Equal means equal for every consumer: the same
 * values, then the same end with the same effort, or the same error.
 *
 * Source: Wadler, "Comprehending Monads" (1990); Hinze, "Deriving Backtracking Monad Transformers" (2000).
 */
import { expect } from 'vitest'
import { Stream } from 'multishot'
import { observe } from './observe.ts'

type Function<A, B = A> = (value: A) => B
type Arrow<A> = Function<A, Stream<A>>

const assertSame = <A>(one: Stream<A>, other: Stream<A>): void => {
  expect(observe(one)).toEqual(observe(other))
}

export const assertFunctor = <A>(s: Stream<A>, f: Function<A>, g: Function<A>): void => {
  assertSame(
    s.map((value) => value),
    s,
  )
  assertSame(
    s.map(f).map(g),
    s.map((value) => g(f(value))),
  )
  assertSame(
    s.map(f),
    s.flatMap((value) => Stream.of(f(value))),
  )
}

export const assertMonad = <A>(a: A, s: Stream<A>, f: Arrow<A>, g: Arrow<A>): void => {
  assertSame(Stream.of(a).flatMap(f), f(a))
  assertSame(
    s.flatMap((value) => Stream.of(value)),
    s,
  )
  assertSame(
    s.flatMap(f).flatMap(g),
    s.flatMap((value) => f(value).flatMap(g)),
  )
}

/** `concat` is a monoid, `empty` a left zero, and `flatMap` distributes over `concat` from the right. */
export const assertMonadPlus = <A>(a: Stream<A>, b: Stream<A>, c: Stream<A>, f: Arrow<A>): void => {
  assertSame(Stream.empty<A>().concat(a), a)
  assertSame(a.concat(Stream.empty<A>()), a)
  assertSame(a.concat(b).concat(c), a.concat(b.concat(c)))
  assertSame(Stream.empty<A>().flatMap(f), Stream.empty())
  assertSame(a.concat(b).flatMap(f), a.flatMap(f).concat(b.flatMap(f)))
}

/** From the left it distributes as bags only: the values are the same, each as often. */
export const assertLeftDistributionOfBags = <A>(s: Stream<A>, f: Arrow<A>, g: Arrow<A>): void => {
  const bag = (stream: Stream<A>): A[] => observe(stream).values.toSorted()
  const each = s.flatMap((value) => f(value).concat(g(value)))
  // An error ends the one before it can end the other.
  const isWhole = [s, each].every((stream) => (observe(stream), stream.status.reason !== 'failed'))
  if (isWhole) expect(bag(each)).toEqual(bag(s.flatMap(f).concat(s.flatMap(g))))
}

export const assertFilter = <A>(s: Stream<A>, keep: Function<A, boolean>): void => {
  assertSame(
    s.filter(keep),
    s.flatMap((value) => (keep(value) ? Stream.of(value) : Stream.empty<A>())),
  )
}

/** `take` is `slice`, and taking twice is taking the fewer. */
export const assertTake = <A>(s: Stream<A>, m: number, n: number): void => {
  const { values } = observe(s)
  expect(observe(s.take(m))).toMatchObject({ values: values.slice(0, m) })
  expect(observe(s.take(m).take(n))).toMatchObject({ values: values.slice(0, Math.min(m, n)) })
}

/** `skip` is what `take` leaves, skipping twice is skipping both, and the end is that of the whole stream. */
export const assertSkip = <A>(s: Stream<A>, m: number, n: number): void => {
  const { values, status } = observe(s)
  expect(observe(s.skip(m))).toEqual({ values: values.slice(m), status })
  assertSame(s.skip(m).skip(n), s.skip(m + n))
}

/** However a stream is put together, its first k values compute no more than k values of its source. */
export const assertLazy = (derive: Function<Stream<number>>, length: number): void => {
  for (let k = 0; k <= length; k++) {
    let computed = 0
    const source = Stream.from({
      [Symbol.iterator]: () => ({
        next: () =>
          computed < length ? { value: computed++, done: false } : { value: undefined, done: true },
      }),
    } as Iterable<number>)
    expect(derive(source).take(k).toArray()).toHaveLength(k)
    expect(computed).toBe(k)
  }
}
