// Where a `for await` or a `yield*` of an async generator stands in what it iterates. What the iterator gives has
// to be awaited, so an iteration calls it and says what to await; the frame awaits, and tells what came of it.
//
// Of a foreign iterator all clones read one record (foreign.ts): it is asked once for each element, and every clone
// sees the same sequence.

import { fromSync } from './async-from-sync.ts'
import { noThrowMethod, notAFunction, notAnObject, notDelegable, notIterable } from './errors.ts'
import { copyOrSame, NOTHING_SENT } from './foreign.ts'
import type { Result, Sent } from './foreign.ts'
import { NEXT, THROW } from './frame.ts'
import type { Mode } from './frame.ts'
import { apply, get } from './intrinsics.ts'
import type { Listener } from './listener.ts'
import { machine } from './machine.ts'
import { Reader, sourceOf } from './reader.ts'
import type { Source } from './reader.ts'

/** What the iterator gave for one call, linked to what it gave for the next. */
interface Given {
  /** To be awaited. */
  readonly promise: unknown
  /** What became of it, once a reader has seen that. */
  settled: { readonly value: unknown; readonly done: boolean } | null
  next: Given | null
}

interface AsyncSource extends Source {
  readonly nextMethod: unknown
}

/** What `yield*` does with an awaited result: pass it on, go on behind the `yield*`, or return from the generator. */
export const PASSES = 0
export const ENDS = 1
export const LEAVES = 2
export type Outcome = typeof PASSES | typeof ENDS | typeof LEAVES

/** What is awaited: a result, the result of `return`, the value of a `return` that nobody took, the end of an iterator. */
type Expected = 'result' | 'last' | 'value' | 'closing'

export class AsyncIteration extends Reader<AsyncSource> {
  private last: Given
  private expected: Expected = 'result'

  constructor(source: AsyncSource, last: Given) {
    super(source)
    this.last = last
  }

  /** `for await`: asks for the next element. */
  next(): unknown {
    return this.ask(NOTHING_SENT)
  }

  /** `for await`: whether the awaited result is the last one; otherwise the element is left in `machine.value`. */
  ended(result: unknown): boolean {
    return this.receive(result, false)
  }

  /** Ends a `for await` early: whether there is something to await, which is left in `machine.value`. */
  closes(threw: boolean): boolean {
    if (!this.leave()) return false
    const { iterator } = this.source
    try {
      const method: unknown = get(iterator, 'return')
      if (method === undefined || method === null) return false
      machine.value = apply(method as () => unknown, iterator, [])
      return true
    } catch (error) {
      // The error that ended the iteration is the one that counts (ECMAScript, AsyncIteratorClose).
      if (threw) return false
      throw error
    }
  }

  /** `yield*`: hands on how the generator was resumed, and gives what to await. */
  resume(mode: Mode, sent: unknown): unknown {
    this.expected = 'result'
    if (mode === NEXT) return this.ask([sent])
    return mode === THROW ? this.throwInto(sent) : this.returnFrom(sent)
  }

  /** `yield*`: what the awaited result means; its value is left in `machine.value`. */
  received(result: unknown): Outcome {
    const { expected } = this
    if (expected === 'value') {
      machine.value = result
      return LEAVES
    }
    if (expected === 'closing') {
      closed(result)
      throw noThrowMethod()
    }
    if (!this.receive(result, true)) return PASSES
    return expected === 'last' ? LEAVES : ENDS
  }

  /** A clone that throws or returns leaves the iterator to the others; only the last one reaches it. */
  private throwInto(error: unknown): unknown {
    const { iterator, readers } = this.source
    const method: unknown = get(iterator, 'throw')
    if (method === undefined || method === null) {
      if (!this.closes(false)) throw noThrowMethod()
      this.expected = 'closing'
      return machine.value
    }
    if (readers === 1) return this.give(apply(method as () => unknown, iterator, [error]))
    this.leave()
    throw error
  }

  private returnFrom(value: unknown): unknown {
    const { iterator, readers } = this.source
    this.expected = 'value'
    if (readers > 1) {
      this.leave()
      return value
    }
    const method: unknown = get(iterator, 'return')
    if (method === undefined || method === null) return value
    this.expected = 'last'
    return this.give(apply(method as () => unknown, iterator, [value]))
  }

  /** `sent` reaches the iterator if no other clone has asked before. */
  private ask(sent: Sent): unknown {
    const { source, last } = this
    if (last.next !== null) {
      this.last = last.next
      return this.last.promise
    }
    if (source.over) return { value: undefined, done: true }
    // Until the element is here, an error means that the iterator itself is finished: nothing to close.
    source.over = true
    return this.give(apply(source.nextMethod as () => unknown, source.iterator, sent))
  }

  private give(promise: unknown): unknown {
    this.last = this.last.next = { promise, settled: null, next: null }
    return promise
  }

  /** Whether the result is the last one; only `yield*` wants its value then. */
  private receive(result: unknown, wantsLast: boolean): boolean {
    const { source, last } = this
    last.settled ??= this.open(result, wantsLast)
    const { value, done } = last.settled
    source.over = done
    if (source.readers === 1) {
      machine.value = value
      return done
    }
    try {
      machine.value = source.apart!(value)
    } catch (error) {
      this.stop()
      throw error
    }
    return done
  }

  private open(result: unknown, wantsLast: boolean): { value: unknown; done: boolean } {
    if (!isObject(result)) throw notAnObject('Iterator result', result)
    const { source } = this
    const done = Boolean((result as Result).done)
    const value = done && !wantsLast ? undefined : (result as Result).value
    return { value: source.readers > 1 ? copyOrSame(value, source.apart!) : value, done }
  }

  override describe(to: Listener): void {
    to.fact('async iteration')
    to.fact(this.expected)
    super.describe(to)
  }

  protected get place(): object | null {
    return this.last
  }

  protected close(): void {
    this.closes(false)
  }

  protected over(source: AsyncSource): AsyncIteration {
    return new AsyncIteration(source, nothing())
  }

  protected beside(): AsyncIteration {
    return new AsyncIteration(this.source, this.last)
  }
}

/** What an iterator gave that has not been asked. */
function nothing(): Given {
  return { promise: undefined, settled: null, next: null }
}

/** Checks the awaited result of `return`, where the iteration has ended early without an error. */
export function closed(result: unknown): void {
  if (!isObject(result)) throw notAnObject('Iterator result', result)
}

function isObject(value: unknown): boolean {
  return (typeof value === 'object' && value !== null) || typeof value === 'function'
}

/** GetIterator with async: that of the value itself, or one over its synchronous iterator. */
export function iterateAsync(iterable: unknown, refused = notIterable): AsyncIteration {
  if (iterable === undefined || iterable === null) throw refused(iterable)
  const method: unknown = (iterable as AsyncIterable<unknown>)[Symbol.asyncIterator]
  const iterator =
    method === undefined || method === null ? fromSync(iterable, refused) : open(iterable, method)
  const nextMethod: unknown = get(iterator, 'next')
  return new AsyncIteration({ ...sourceOf(iterator), nextMethod }, nothing())
}

/** The same for `yield*`. */
export function iterateDelegated(iterable: unknown): AsyncIteration {
  return iterateAsync(iterable, notDelegable)
}

function open(iterable: unknown, method: unknown): object {
  if (typeof method !== 'function') throw notAFunction('The property [Symbol.asyncIterator] of the iterable')
  const iterator: unknown = apply(method, iterable, [])
  if (!isObject(iterator)) throw notAnObject('Result of the Symbol.asyncIterator method', iterator)
  return iterator as object
}
