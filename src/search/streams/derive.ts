// Every operator is written once, for streams that compute and for streams that wait. It is a generator
// that asks for cells, `yield* opened(stream)`, and returns the first cell of its own; a `Stream` answers it at
// once, an `AsyncStream` when the cell has arrived.
//
// Law: an operator gives on `AsyncStream.from(s)` what it gives on `s`. A pull runs once, so what it changes
// (a set of keys it has seen) may be shared by all places of one derived stream: each is pulled after the last.

import { Sources } from '../async-source.ts'
import { AsyncStream } from '../async-stream.ts'
import type { AsyncCell } from '../async-stream.ts'
import { NO_EFFORT } from '../status.ts'
import type { Effort, Ended, Failed } from '../status.ts'
import { ended, Stream } from '../stream.ts'
import type { Cell } from '../stream.ts'

/** A stream of either kind. */
export type AnyStream<A> = Stream<A> | AsyncStream<A>

/** A stream of either kind, opened. */
export type AnyCell<A> = AnyFound<A> | Ended | Failed

interface AnyFound<A> {
  readonly reason: 'found'
  readonly value: A
  readonly rest: AnyStream<A>
}

/** What stands beside other streams: an iterable counts as its stream. */
export type Source<A> = Iterable<A> | AsyncStream<A>

/** What a stream or an iterable holds. */
export type ValueOf<S> = S extends Iterable<infer A> ? A : S extends AsyncIterable<infer A> ? A : never

/** What a stream of the kind of `S` may go on with. */
export type Next<S> = IsAsync<S> extends true ? Iterable<unknown> | AsyncIterable<unknown> : Iterable<unknown>

/** A stream of `B`s of the same kind as `S`; async if there is any async stream in the union `S`. */
export type Like<S, B> = IsAsync<S> extends true ? AsyncStream<B> : Stream<B>

/** `A` from a stream that computes, the promise of it from one that waits. */
export type Answer<S, A> = IsAsync<S> extends true ? Promise<A> : A

type IsAsync<S> = [Extract<S, AsyncStream<unknown>>] extends [never] ? false : true

/** A computation that opens streams and comes to a result. */
export type Opening<Result> = Generator<AnyStream<unknown>, Result, AnyCell<unknown>>

export function* opened<A>(stream: AnyStream<A>): Opening<AnyCell<A>> {
  return (yield stream) as AnyCell<A>
}

export function found<A>(value: A, rest: AnyStream<A>): AnyCell<A> {
  return { reason: 'found', value, rest }
}

/**
 * The stream, of the kind of `like`, whose first cell `pull` comes to.
 *
 * The generator functions that `pull` calls are declared once, in their module: a `function*` that is made anew
 * for each cell brings a prototype and a hidden class of its own, which cost thirty times the cell.
 */
export function derive<S extends AnyStream<unknown>, B>(
  like: S,
  pull: () => Opening<AnyCell<B>>,
  effort: Effort = like.effort,
): Like<S, B> {
  const derived: AnyStream<B> =
    like instanceof Stream
      ? new Stream(() => computed(pull()) as Cell<B>, effort, like.source)
      : new AsyncStream(() => awaited(pull()) as Promise<AsyncCell<B>>, effort, like.source)
  return derived as Like<S, B>
}

/** What `opening` comes to, at once or later as the kind of `like` has it. */
export function answer<S extends AnyStream<unknown>, A>(like: S, opening: Opening<A>): Answer<S, A> {
  return (like instanceof Stream ? computed(opening) : attended(like, opening)) as Answer<S, A>
}

/** The streams that `sources` stand for. */
export function streamsOf<A>(sources: readonly Source<A>[]): readonly AnyStream<A>[] {
  return sources.map((source) => (source instanceof AsyncStream ? source : Stream.from(source)))
}

/**
 * Stands for the kind that `streams` are together and for where they come from, and holds none of them: they would keep
 * what they gave.
 */
export function kindOf<S extends AnyStream<unknown>>(...streams: readonly S[]): S {
  const isAsync = streams.some((stream) => stream instanceof AsyncStream)
  return (
    isAsync ? asyncKind(streams.map((stream) => AsyncStream.from<unknown>(stream))) : Stream.empty()
  ) as S
}

function asyncKind(streams: readonly AsyncStream<unknown>[]): AsyncStream<unknown> {
  return new AsyncStream(async () => ended('exhausted', NO_EFFORT), NO_EFFORT, Sources.of(...streams))
}

function computed<Result>(opening: Opening<Result>): Result {
  let step = opening.next()
  while (!step.done) step = opening.next((step.value as Stream<unknown>).open())
  return step.value
}

/** The same for somebody who walks as far as the result. */
async function attended<Result>(like: AsyncStream<unknown>, opening: Opening<Result>): Promise<Result> {
  like.source?.enter()
  try {
    return await awaited(opening)
  } finally {
    await like.source?.leave()
  }
}

async function awaited<Result>(opening: Opening<Result>): Promise<Result> {
  let step = opening.next()
  while (!step.done) step = opening.next(await step.value.open())
  return step.value
}
