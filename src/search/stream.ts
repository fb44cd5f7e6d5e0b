// A lazy list of solutions that remembers what it has computed: it can be walked many times and by many
// consumers, and each solution is computed once, when the first of them gets there.
//
// Law: streams are monads (`of`, `flatMap`) and monoids (`empty`, `concat`); see property-tests/search.
// The cells are `msplit` of Kiselyov, Shan, Friedman & Sabry, "Backtracking, Interleaving, and
// Terminating Monad Transformers" (2005).

import { IMMUTABLE } from '../runtime/immutable.ts'
import { streamNeedsItself } from './errors.ts'
import { addEfforts, bothEnded, graver, NO_EFFORT } from './status.ts'
import type { Effort, Ended, EndReason, Failed, Status } from './status.ts'

/** A stream, opened: its first solution and the rest, or its end. */
export type Cell<A> = Found<A> | Ended | Failed

/** What can be ended for good. */
export interface Closable {
  close(): void
}

export interface Found<A> {
  readonly reason: 'found'
  readonly value: A
  readonly rest: Stream<A>
}

/**
 * Solutions, computed on demand. Iterating gives them in order; the iterator's return value is the
 * status at the end. An error that the program threw is thrown to whoever walks to it, on every walk.
 *
 * ```ts
 * import { amb, solve } from 'multishot'
 *
 * const rolls = solve(function* () {
 *   return (yield* amb(1, 2, 3)) + (yield* amb(1, 2, 3))
 * })
 * const even = rolls.filter((total) => total % 2 === 0)
 * console.log(even.take(2).toArray(), rolls.status.reason, rolls.status.steps) // → [ 2, 4 ] open 5
 * console.log(even.toArray(), rolls.status.reason, rolls.status.steps) // → [ 2, 4, 4, 4, 6 ] exhausted 13
 * ```
 *
 * Memory: what has been computed is kept as long as somebody holds a place before it. So
 * `for (const s of solve(program))` keeps nothing, and a variable that holds the stream keeps everything.
 */
export class Stream<A> implements Iterable<A, Ended> {
  static readonly [IMMUTABLE] = true

  /** The work that lies before this place. */
  readonly effort: Effort
  /** What `close` ends: the search itself and no stream, which would keep what it has found. */
  readonly source: Closable | undefined
  /** Null once `#cell` is there, and while it is being computed. */
  #pull: (() => Cell<A>) | null
  #cell: Cell<A> | null = null

  /** A stream whose first cell `pull` computes, when it is asked for, once; `close` closes `source`. */
  constructor(pull: () => Cell<A>, effort: Effort = NO_EFFORT, source?: Closable) {
    this.#pull = pull
    this.effort = effort
    this.source = source
  }

  /** The stream of these values. `Stream.of(a).flatMap(f) = f(a)`. */
  static of<A>(...values: readonly A[]): Stream<A> {
    return Stream.from(values)
  }

  /** The stream without solutions. `Stream.empty().concat(s) = s`. */
  static empty<A = never>(): Stream<A> {
    return new Stream<A>(() => ended('exhausted', NO_EFFORT))
  }

  /** What `iterable` gives, drawn when asked for, each element once. An iterator is never closed. */
  static from<A>(iterable: Iterable<A>): Stream<A> {
    if (iterable instanceof Stream) return iterable as Stream<A>
    return new Stream(() => drawn(iterable[Symbol.iterator]()))
  }

  /** Opens the stream: this is the one place where anything is computed. Never throws. */
  open(): Cell<A> {
    if (this.#cell !== null) return this.#cell
    const pull = this.#pull
    if (pull === null) return failed(streamNeedsItself(), this.effort)
    this.#pull = null
    try {
      this.#cell = pull()
    } catch (error) {
      this.#cell = failed(error, this.effort)
    }
    return this.#cell
  }

  /** What `open` has given, or null. */
  protected get opened(): Cell<A> | null {
    return this.#cell
  }

  /** From now on somebody else computes what `open` gives. */
  protected begin(): void {
    if (this.#pull === null) throw streamNeedsItself()
    this.#pull = null
  }

  /** What `open` gives, computed by somebody else. */
  protected become(cell: Cell<A>): void {
    this.#cell = cell
  }

  /** Where the part that has been computed ends. Computes nothing. */
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
   * Ends the search that the stream comes from, for everybody who walks it: what has been found stays, what is
   * left is given up, and what its branches have open is closed. Whoever walks on finds the end, with the
   * reason `aborted`.
   *
   * Nobody else says that a search is over which could go on: a loop that is left early may be taken up again.
   *
   * ```ts
   * import { choose, resource, solve } from 'multishot'
   *
   * const numbers = solve(function* () {
   *   yield* resource(() => 'file', () => console.log('closed'), { onFork: 'share' })
   *   return yield* choose([1, 2, 3])
   * })
   * console.log(...numbers.take(1)) // → 1
   * numbers.close() // → closed
   * console.log(numbers.toArray(), numbers.status.reason) // → [ 1 ] aborted
   * ```
   */
  close(): void {
    this.source?.close()
  }

  /** The values of `f`. Law: `s.map(f).map(g) = s.map((x) => g(f(x)))`. */
  map<B>(f: (value: A) => B): Stream<B> {
    return new Stream(
      () => {
        const cell = this.open()
        return cell.reason === 'found' ? found(f(cell.value), cell.rest.map(f)) : cell
      },
      this.effort,
      this.source,
    )
  }

  /**
   * All of `f(a)` for the first `a`, then for the second, and so on; other iterables stand for their stream.
   * Law: associative, with unit `Stream.of`.
   */
  flatMap<B>(f: (value: A) => Iterable<B>): Stream<B> {
    return flattened(this, (value) => Stream.from(f(value)), NO_EFFORT, 'exhausted', null)
  }

  /** Those that `keep` holds for. */
  filter<B extends A>(keep: (value: A) => value is B): Stream<B>
  filter(keep: (value: A) => boolean): Stream<A>
  filter(keep: (value: A) => boolean): Stream<A> {
    return new Stream(
      () => {
        let cell = this.open()
        while (cell.reason === 'found' && !keep(cell.value)) cell = cell.rest.open()
        return cell.reason === 'found' ? found(cell.value, cell.rest.filter(keep)) : cell
      },
      this.effort,
      this.source,
    )
  }

  /** This stream, then `other`. Law: associative, with unit `Stream.empty()`. */
  concat<B>(other: Iterable<B>): Stream<A | B> {
    return new Stream<A | B>(
      () => {
        const cell = this.open()
        switch (cell.reason) {
          case 'found':
            return found(cell.value, cell.rest.concat(other))
          case 'failed':
            return cell
          default:
            return after(cell, Stream.from(other)).open()
        }
      },
      this.effort,
      this.source,
    )
  }

  /** The first `count`, exploring nothing beyond them; ends with `limit` unless the stream is shorter. */
  take(count: number): Stream<A> {
    return new Stream(
      () => {
        if (!(count > 0)) return ended('limit', this.effort)
        const cell = this.open()
        return cell.reason === 'found' ? found(cell.value, cell.rest.take(count - 1)) : cell
      },
      this.effort,
      this.source,
    )
  }

  /**
   * What comes after the first `count`, which are explored when the first one behind them is asked for. Law:
   * `s.take(n).concat(s.skip(n))` has the values of `s`.
   */
  skip(count: number): Stream<A> {
    return new Stream(
      () => {
        let cell = this.open()
        for (let skipped = 0; skipped < count && cell.reason === 'found'; skipped++) cell = cell.rest.open()
        return cell
      },
      this.effort,
      this.source,
    )
  }

  /** All of them. With infinitely many this never returns; `take` some first. */
  toArray(): A[] {
    return [...this]
  }

  [Symbol.iterator](): IterableIterator<A, Ended> {
    return new Walk(this)
  }
}

/** One consumer's place in a stream. It holds nothing that lies before the place, and closes nothing. */
class Walk<A> implements IterableIterator<A, Ended> {
  #rest: Stream<A>
  constructor(stream: Stream<A>) {
    this.#rest = stream
  }
  next(): IteratorResult<A, Ended> {
    const cell = this.#rest.open()
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
  [Symbol.iterator](): this {
    return this
  }
}
// So that a walk has the iterator helpers of its JavaScript engine.
Object.setPrototypeOf(Walk.prototype, Object.getPrototypeOf(Object.getPrototypeOf([].values())))

export function found<A>(value: A, rest: Stream<A>): Found<A> {
  return { reason: 'found', value, rest }
}

export function ended(reason: EndReason, effort: Effort): Ended {
  return { ...effort, reason }
}

export function failed(error: unknown, effort: Effort): Failed {
  return { ...effort, reason: 'failed', error }
}

function drawn<A>(iterator: Iterator<A>): Cell<A> {
  const result = iterator.next()
  return result.done ? ended('exhausted', NO_EFFORT) : found(result.value, new Stream(() => drawn(iterator)))
}

/** `before` has been walked to its end; `stream` goes on from there. */
function after<A>(before: Ended, stream: Stream<A>): Stream<A> {
  if (before.reason === 'exhausted' && before.steps === 0) return stream
  // One behind the other, a thousand streams would otherwise be opened through a thousand others.
  if (stream instanceof Behind) return new Behind<A>(bothEnded(before, stream.before), stream.stream)
  return new Behind(before, stream)
}

/** A stream to whose effort and end that of others before it is added. */
class Behind<A> extends Stream<A> {
  readonly before: Ended
  readonly stream: Stream<A>

  constructor(before: Ended, stream: Stream<A>) {
    super(
      () => {
        const cell = stream.open()
        switch (cell.reason) {
          case 'found':
            return found(cell.value, after(before, cell.rest))
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
 * `outer`. `effort` and `reason` are those of the inner streams that have been walked. A loop, so that
 * any number of empty inner streams needs no stack.
 */
function flattened<A, B>(
  outer: Stream<A>,
  f: (value: A) => Stream<B>,
  effort: Effort,
  reason: EndReason,
  inner: Stream<B> | null,
): Stream<B> {
  const pull = (): Cell<B> => {
    while (true) {
      if (inner !== null) {
        const cell = inner.open()
        if (cell.reason === 'found') return found(cell.value, flattened(outer, f, effort, reason, cell.rest))
        if (cell.reason === 'failed')
          return failed(cell.error, addEfforts(outer.effort, addEfforts(effort, cell)))
        effort = addEfforts(effort, cell)
        reason = graver(reason, cell.reason)
      }
      const cell = outer.open()
      if (cell.reason === 'failed') return failed(cell.error, addEfforts(effort, cell))
      if (cell.reason !== 'found') return ended(graver(reason, cell.reason), addEfforts(effort, cell))
      inner = f(cell.value)
      outer = cell.rest
    }
  }
  const walked = inner === null ? effort : addEfforts(effort, inner.effort)
  return new Stream(pull, addEfforts(outer.effort, walked), outer.source)
}
