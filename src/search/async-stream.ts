// The stream whose solutions have to be waited for: like `Stream` in everything else. A pull function supplies
// the cells; whoever walks, and however many do, each cell is pulled once, when the first of them asks.
//
// Law: `AsyncStream.from(s)` walks as `s` does, to the same status, and every method gives on it what the
// method of the same name gives on `s`.

import { IMMUTABLE } from '../runtime/immutable.ts'
import { Computing, Sources } from './async-source.ts'
import type { AsyncSource } from './async-source.ts'
import { AsyncWalk } from './async-walk.ts'
import { addEfforts, bothEnded, graver, NO_EFFORT } from './status.ts'
import type { Effort, Ended, EndReason, Failed, Status } from './status.ts'
import { ended, failed, Stream } from './stream.ts'

/** An async stream, opened: its first solution and the rest, or its end. */
export type AsyncCell<A> = AsyncFound<A> | Ended | Failed

export interface AsyncFound<A> {
  readonly reason: 'found'
  readonly value: A
  readonly rest: AsyncStream<A>
}

/**
 * Solutions that arrive. `for await` gives them in order; the iterator's return value is the status at the
 * end. An error is thrown to whoever walks to it, on every walk. Like a `Stream` it may be walked many times, by
 * several at once, and fetches each solution once.
 *
 * ```ts
 * import { AsyncStream } from 'multishot'
 *
 * const sizeOf = async (page: string) => page.length
 * const pages = AsyncStream.of('home', 'about', 'help')
 * const small = pages.filter(async (page) => (await sizeOf(page)) < 5)
 * console.log(await small.take(2).toArray(), small.status.reason) // → [ 'home', 'help' ] open
 * for await (const page of small.take(1)) console.log(page) // → home
 * ```
 *
 * Memory: what has arrived is kept as long as somebody holds a place before it.
 *
 * Not promised: that a stream whose next solution waits for itself is found out; it waits for ever.
 */
export class AsyncStream<A> implements AsyncIterable<A, Ended> {
  static readonly [IMMUTABLE] = true

  /** The work that lies before this place. */
  readonly effort: Effort
  /** What `close` ends, and what hears of walks. */
  readonly source: AsyncSource | undefined
  /** Null once it has been called. */
  #pull: (() => Promise<AsyncCell<A>>) | null
  #opening: Promise<AsyncCell<A>> | null = null
  /** What `#opening` came to. */
  #cell: AsyncCell<A> | null = null

  /** A stream whose first cell `pull` fetches, when it is asked for, once; `source` hears who walks. */
  constructor(pull: () => Promise<AsyncCell<A>>, effort: Effort = NO_EFFORT, source?: AsyncSource) {
    this.#pull = pull
    this.effort = effort
    this.source = source
  }

  /** The stream of these values. */
  static of<A>(...values: readonly A[]): AsyncStream<A> {
    return AsyncStream.from(Stream.of(...values))
  }

  /** The stream without solutions. */
  static empty<A = never>(): AsyncStream<A> {
    return AsyncStream.from(Stream.empty<A>())
  }

  /** What `source` gives, drawn when asked for, each element once. Only `close` closes its iterator. */
  static from<A>(source: AsyncIterable<A> | Iterable<A>): AsyncStream<A> {
    if (source instanceof AsyncStream) return source as AsyncStream<A>
    if (source instanceof Stream) return awaited(source as Stream<A>)
    if (Symbol.asyncIterator in source) return new Drawing(source).stream()
    return awaited(Stream.from(source))
  }

  /** Opens the stream: this is the one place where anything is fetched. Never rejects. */
  open(): Promise<AsyncCell<A>> {
    if (this.#opening === null) {
      const pull = this.#pull!
      this.#pull = null
      this.#opening = this.#fetch(pull)
    }
    return this.#opening
  }

  async #fetch(pull: () => Promise<AsyncCell<A>>): Promise<AsyncCell<A>> {
    let cell: AsyncCell<A>
    try {
      cell = await pull()
    } catch (error) {
      cell = failed(error, this.effort)
    }
    this.#cell = cell
    return cell
  }

  /** Where the part that has arrived ends. Fetches nothing. */
  get status(): Status {
    let cell = this.#cell
    let { effort } = this
    while (cell?.reason === 'found') {
      effort = cell.rest.effort
      cell = cell.rest.#cell
    }
    return cell ?? { ...effort, reason: 'open' }
  }

  /**
   * Ends what the stream comes from, for everybody who walks it: what has arrived stays, branches that await
   * something are given up, what is open is closed, and whoever walks on finds the end, with the reason `aborted`.
   * Settles when all is closed, also what a `close` has promised.
   *
   * A search is ended like this by itself if something is open or under way when the last one leaves who walked it, by
   * `break` or at the end of a `take`; one that was given `resumable: true` is not.
   *
   * ```ts
   * import { choose, resource, solveAsync } from 'multishot'
   *
   * const numbers = solveAsync(async function* () {
   *   yield* resource(async () => 'file', async () => console.log('closed'), { onFork: 'share' })
   *   return yield* choose([1, 2, 3])
   * })
   * for await (const n of numbers) {
   *   console.log(n) // → 1
   *   break // → closed
   * }
   * console.log(await numbers.toArray(), numbers.status.reason) // → [ 1 ] aborted
   * ```
   */
  async close(): Promise<void> {
    await this.source?.close()
  }

  /** The values of `f`, which may be promises. */
  map<B>(f: (value: A) => B | PromiseLike<B>): AsyncStream<B> {
    return this.#derived(async () => {
      const cell = await this.open()
      return cell.reason === 'found' ? arrived(await f(cell.value), cell.rest.map(f)) : cell
    })
  }

  /** A stream that comes from the same source. */
  #derived<B>(pull: () => Promise<AsyncCell<B>>): AsyncStream<B> {
    return new AsyncStream(pull, this.effort, this.source)
  }

  /**
   * All of `f(a)` for the first `a`, then for the second, and so on; other iterables stand for their stream.
   * Law: associative, with unit `AsyncStream.of`.
   */
  flatMap<B>(f: (value: A) => AsyncIterable<B> | Iterable<B>): AsyncStream<B> {
    const sources = new Sources(this.source)
    return flattened(this, (value) => AsyncStream.from(f(value)), NO_EFFORT, 'exhausted', null, sources)
  }

  /** Those that `keep` holds for. */
  filter<B extends A>(keep: (value: A) => value is B): AsyncStream<B>
  filter(keep: (value: A) => boolean | PromiseLike<boolean>): AsyncStream<A>
  filter(keep: (value: A) => boolean | PromiseLike<boolean>): AsyncStream<A> {
    return this.#derived(async () => {
      let cell = await this.open()
      while (cell.reason === 'found' && !(await keep(cell.value))) cell = await cell.rest.open()
      return cell.reason === 'found' ? arrived(cell.value, cell.rest.filter(keep)) : cell
    })
  }

  /** This stream, then `other`, whose first solution is fetched after this stream's end. */
  concat<B>(other: AsyncIterable<B> | Iterable<B>): AsyncStream<A | B> {
    const stream = AsyncStream.from(other)
    return joined(this, stream, Sources.of(this, stream))
  }

  /** The first `count`, fetching nothing beyond them; ends with `limit` unless the stream is shorter. */
  take(count: number): AsyncStream<A> {
    return this.#derived(async () => {
      if (!(count > 0)) return ended('limit', this.effort)
      const cell = await this.open()
      return cell.reason === 'found' ? arrived(cell.value, cell.rest.take(count - 1)) : cell
    })
  }

  /** What comes after the first `count`, which are fetched when the first one behind them is asked for. */
  skip(count: number): AsyncStream<A> {
    return this.#derived(async () => {
      let cell = await this.open()
      for (let skipped = 0; skipped < count && cell.reason === 'found'; skipped++)
        cell = await cell.rest.open()
      return cell
    })
  }

  /** All of them. With infinitely many this never settles; `take` some first. */
  async toArray(): Promise<A[]> {
    const values: A[] = []
    for await (const value of this) values.push(value)
    return values
  }

  [Symbol.asyncIterator](): AsyncIterableIterator<A, Ended> {
    return new AsyncWalk(this)
  }
}

export function arrived<A>(value: A, rest: AsyncStream<A>): AsyncFound<A> {
  return { reason: 'found', value, rest }
}

/** What is drawn from an async iterable. Whoever walks away leaves the iterator to the others. */
class Drawing<A> implements AsyncSource {
  private readonly iterable: AsyncIterable<A>
  private iterator: AsyncIterator<A> | null = null
  private isOver = false

  constructor(iterable: AsyncIterable<A>) {
    this.iterable = iterable
  }

  stream(): AsyncStream<A> {
    return new AsyncStream(() => this.draw(), NO_EFFORT, this)
  }

  private async draw(): Promise<AsyncCell<A>> {
    if (this.isOver) return ended('aborted', NO_EFFORT)
    this.iterator ??= this.iterable[Symbol.asyncIterator]()
    const result = await this.iterator.next()
    if (!result.done) return arrived(result.value, this.stream())
    const wasClosed = this.isOver
    this.isOver = true
    return ended(wasClosed ? 'aborted' : 'exhausted', NO_EFFORT)
  }

  enter(): void {}
  async leave(): Promise<void> {}

  async close(): Promise<void> {
    if (this.isOver) return
    this.isOver = true
    await this.iterator?.return?.()
  }
}

function awaited<A>(stream: Stream<A>): AsyncStream<A> {
  const source = stream.source && new Computing(stream.source)
  const from = (place: Stream<A>): AsyncStream<A> =>
    new AsyncStream(
      async () => {
        const cell = place.open()
        return cell.reason === 'found' ? arrived(cell.value, from(cell.rest)) : cell
      },
      place.effort,
      source,
    )
  return from(stream)
}

/** `first`, then `second`. */
function joined<A, B>(
  first: AsyncStream<A>,
  second: AsyncStream<B>,
  source: AsyncSource | undefined,
): AsyncStream<A | B> {
  return new AsyncStream<A | B>(
    async () => {
      const cell = await first.open()
      switch (cell.reason) {
        case 'found':
          return arrived(cell.value, joined(cell.rest, second, source))
        case 'failed':
          return cell
        default:
          return after(cell, second).open()
      }
    },
    first.effort,
    source,
  )
}

/** `before` has been walked to its end; `stream` goes on from there. */
function after<A>(before: Ended, stream: AsyncStream<A>): AsyncStream<A> {
  if (before.reason === 'exhausted' && before.steps === 0) return stream
  // One behind the other, a thousand streams would otherwise be waited for through a thousand others.
  if (stream instanceof Behind) return new Behind<A>(bothEnded(before, stream.before), stream.stream)
  return new Behind(before, stream)
}

/** A stream to whose effort and end that of others before it is added. */
class Behind<A> extends AsyncStream<A> {
  readonly before: Ended
  readonly stream: AsyncStream<A>

  constructor(before: Ended, stream: AsyncStream<A>) {
    super(
      async () => {
        const cell = await stream.open()
        switch (cell.reason) {
          case 'found':
            return arrived(cell.value, after(before, cell.rest))
          case 'failed':
            return failed(cell.error, addEfforts(before, cell))
          default:
            return bothEnded(before, cell)
        }
      },
      addEfforts(before, stream.effort),
      stream.source,
    )
    this.before = before
    this.stream = stream
  }
}

/**
 * What is left of a `flatMap`: the rest of the `inner` stream that is being walked, then `f` of the rest of
 * `outer`. `effort` and `reason` are those of the inner streams that have been walked; `sources` are that of the outer
 * and of the inner stream.
 */
function flattened<A, B>(
  outer: AsyncStream<A>,
  f: (value: A) => AsyncStream<B>,
  effort: Effort,
  reason: EndReason,
  inner: AsyncStream<B> | null,
  sources: Sources,
): AsyncStream<B> {
  const pull = async (): Promise<AsyncCell<B>> => {
    while (true) {
      if (inner !== null) {
        const cell = await inner.open()
        if (cell.reason === 'found')
          return arrived(cell.value, flattened(outer, f, effort, reason, cell.rest, sources))
        if (cell.reason === 'failed')
          return failed(cell.error, addEfforts(outer.effort, addEfforts(effort, cell)))
        effort = addEfforts(effort, cell)
        reason = graver(reason, cell.reason)
        if (inner.source !== outer.source) await sources.delete(inner.source)
      }
      const cell = await outer.open()
      if (cell.reason === 'failed') return failed(cell.error, addEfforts(effort, cell))
      if (cell.reason !== 'found') return ended(graver(reason, cell.reason), addEfforts(effort, cell))
      inner = f(cell.value)
      sources.add(inner.source)
      outer = cell.rest
    }
  }
  const walked = inner === null ? effort : addEfforts(effort, inner.effort)
  return new AsyncStream(pull, addEfforts(outer.effort, walked), sources)
}
