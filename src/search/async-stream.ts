// The stream whose solutions have to be waited for: like `Stream` in everything else. A pull function supplies
// the cells; whoever walks, and however many do, each cell is pulled once, when the first of them asks.
//
// Law: `AsyncStream.from(s)` walks as `s` does, to the same status, and every method gives on it what the
// method of the same name gives on `s`.

import { IMMUTABLE } from '../runtime/immutable.ts'
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
 * end. An error is thrown to whoever walks to it, on every walk. Walking away closes nothing, for others may
 * still be walking: what is to be stopped is stopped at its source, by a signal.
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
  /** Null once it has been called. */
  #pull: (() => Promise<AsyncCell<A>>) | null
  #opening: Promise<AsyncCell<A>> | null = null
  /** What `#opening` came to. */
  #cell: AsyncCell<A> | null = null

  /** A stream whose first cell `pull` fetches, when it is asked for, once. */
  constructor(pull: () => Promise<AsyncCell<A>>, effort: Effort = NO_EFFORT) {
    this.#pull = pull
    this.effort = effort
  }

  /** The stream of these values. */
  static of<A>(...values: readonly A[]): AsyncStream<A> {
    return AsyncStream.from(Stream.of(...values))
  }

  /** The stream without solutions. */
  static empty<A = never>(): AsyncStream<A> {
    return AsyncStream.from(Stream.empty<A>())
  }

  /** What `source` gives, drawn when asked for, each element once. An iterator is never closed. */
  static from<A>(source: AsyncIterable<A> | Iterable<A>): AsyncStream<A> {
    if (source instanceof AsyncStream) return source as AsyncStream<A>
    if (source instanceof Stream) return awaited(source as Stream<A>)
    if (Symbol.asyncIterator in source) return new AsyncStream(() => drawn(source[Symbol.asyncIterator]()))
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

  /** The values of `f`, which may be promises. */
  map<B>(f: (value: A) => B | PromiseLike<B>): AsyncStream<B> {
    return new AsyncStream(async () => {
      const cell = await this.open()
      return cell.reason === 'found' ? arrived(await f(cell.value), cell.rest.map(f)) : cell
    }, this.effort)
  }

  /**
   * All of `f(a)` for the first `a`, then for the second, and so on; other iterables stand for their stream.
   * Law: associative, with unit `AsyncStream.of`.
   */
  flatMap<B>(f: (value: A) => AsyncIterable<B> | Iterable<B>): AsyncStream<B> {
    return flattened(this, (value) => AsyncStream.from(f(value)), NO_EFFORT, 'exhausted', null)
  }

  /** Those that `keep` holds for. */
  filter<B extends A>(keep: (value: A) => value is B): AsyncStream<B>
  filter(keep: (value: A) => boolean | PromiseLike<boolean>): AsyncStream<A>
  filter(keep: (value: A) => boolean | PromiseLike<boolean>): AsyncStream<A> {
    return new AsyncStream(async () => {
      let cell = await this.open()
      while (cell.reason === 'found' && !(await keep(cell.value))) cell = await cell.rest.open()
      return cell.reason === 'found' ? arrived(cell.value, cell.rest.filter(keep)) : cell
    }, this.effort)
  }

  /** This stream, then `other`, whose first solution is fetched after this stream's end. */
  concat<B>(other: AsyncIterable<B> | Iterable<B>): AsyncStream<A | B> {
    return new AsyncStream<A | B>(async () => {
      const cell = await this.open()
      switch (cell.reason) {
        case 'found':
          return arrived(cell.value, cell.rest.concat(other))
        case 'failed':
          return cell
        default:
          return after(cell, AsyncStream.from(other)).open()
      }
    }, this.effort)
  }

  /** The first `count`, fetching nothing beyond them; ends with `limit` unless the stream is shorter. */
  take(count: number): AsyncStream<A> {
    return new AsyncStream(async () => {
      if (!(count > 0)) return ended('limit', this.effort)
      const cell = await this.open()
      return cell.reason === 'found' ? arrived(cell.value, cell.rest.take(count - 1)) : cell
    }, this.effort)
  }

  /** What comes after the first `count`, which are fetched when the first one behind them is asked for. */
  skip(count: number): AsyncStream<A> {
    return new AsyncStream(async () => {
      let cell = await this.open()
      for (let skipped = 0; skipped < count && cell.reason === 'found'; skipped++)
        cell = await cell.rest.open()
      return cell
    }, this.effort)
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

/** One consumer's place in a stream. */
class AsyncWalk<A> implements AsyncIterableIterator<A, Ended> {
  #rest: AsyncStream<A>
  /** The answer to the last `next`; the next one waits for it, so that calls made at once get one place each. */
  #last: Promise<unknown> = Promise.resolve()

  constructor(stream: AsyncStream<A>) {
    this.#rest = stream
  }

  next(): Promise<IteratorResult<A, Ended>> {
    const answer = this.#last.then(() => this.#step())
    this.#last = answer.catch(() => {})
    return answer
  }

  async #step(): Promise<IteratorResult<A, Ended>> {
    const cell = await this.#rest.open()
    switch (cell.reason) {
      case 'found':
        this.#rest = cell.rest
        return { value: cell.value, done: false }
      case 'failed':
        throw cell.error
      default:
        return { value: cell, done: true }
    }
  }

  [Symbol.asyncIterator](): this {
    return this
  }
}
// So that a walk has the async iterator helpers of its JavaScript engine, once it has any.
const asyncGenerators: object = Object.getPrototypeOf(async function* () {}).prototype
Object.setPrototypeOf(AsyncWalk.prototype, Object.getPrototypeOf(asyncGenerators))

export function arrived<A>(value: A, rest: AsyncStream<A>): AsyncFound<A> {
  return { reason: 'found', value, rest }
}

async function drawn<A>(iterator: AsyncIterator<A>): Promise<AsyncCell<A>> {
  const result = await iterator.next()
  if (result.done) return ended('exhausted', NO_EFFORT)
  return arrived(result.value, new AsyncStream(() => drawn(iterator)))
}

function awaited<A>(stream: Stream<A>): AsyncStream<A> {
  return new AsyncStream(async () => {
    const cell = stream.open()
    return cell.reason === 'found' ? arrived(cell.value, awaited(cell.rest)) : cell
  }, stream.effort)
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
    )
    this.before = before
    this.stream = stream
  }
}

/**
 * What is left of a `flatMap`: the rest of the `inner` stream that is being walked, then `f` of the rest of
 * `outer`. `effort` and `reason` are those of the inner streams that have been walked.
 */
function flattened<A, B>(
  outer: AsyncStream<A>,
  f: (value: A) => AsyncStream<B>,
  effort: Effort,
  reason: EndReason,
  inner: AsyncStream<B> | null,
): AsyncStream<B> {
  const pull = async (): Promise<AsyncCell<B>> => {
    while (true) {
      if (inner !== null) {
        const cell = await inner.open()
        if (cell.reason === 'found')
          return arrived(cell.value, flattened(outer, f, effort, reason, cell.rest))
        if (cell.reason === 'failed')
          return failed(cell.error, addEfforts(outer.effort, addEfforts(effort, cell)))
        effort = addEfforts(effort, cell)
        reason = graver(reason, cell.reason)
      }
      const cell = await outer.open()
      if (cell.reason === 'failed') return failed(cell.error, addEfforts(effort, cell))
      if (cell.reason !== 'found') return ended(graver(reason, cell.reason), addEfforts(effort, cell))
      inner = f(cell.value)
      outer = cell.rest
    }
  }
  const walked = inner === null ? effort : addEfforts(effort, inner.effort)
  return new AsyncStream(pull, addEfforts(outer.effort, walked))
}
