// Iterators that are no generators of ours cannot be copied. All clones read one record of what such an
// iterator gave: each element is pulled once, and every clone sees the same sequence.
//
// Law: no clone sees what another does to an element. As long as one reader is left, it gets the elements
// themselves; from the first clone on the record keeps a copy that nobody touches, and each reader gets a
// copy of that. (What it costs: an element is then no longer the same object as one that a variable names.)
//
// The iterator is closed once: when a reader wanted to close it and none is left who may still read. Readers
// that are dropped without a word count for ever; `release` is the word.

import { notAnObject } from './errors.ts'
import type { CopyValue } from './frame.ts'
import { cursorOf } from './generator.ts'
import { apply, get } from './intrinsics.ts'
import { Standing } from './standing.ts'

export type Result = { readonly done?: unknown; readonly value?: unknown }

/** Something that the iterator gave, linked to what it gave after it. */
export interface Pulled<Item> {
  readonly item: Item
  readonly done: boolean
  next: Pulled<Item> | null
}

/** A foreign iterator and who reads it. */
interface Source<Item> {
  readonly iterator: object
  readonly nextMethod: unknown
  /** What readers get of a result. */
  readonly open: (result: Result, done: boolean) => Item
  readers: number
  /** It ended, failed or was closed: there is nothing to pull and nothing to close. */
  over: boolean
  /** A reader has left before the end, and somebody has to close the iterator for it. */
  left: boolean
  /** How elements are copied, once there have been several readers. */
  apart: CopyValue | null
}

/** How many iterators have had several readers, and have some. As long as there are none, nobody has to be released. */
let common = 0

export function isAnythingInCommon(): boolean {
  return common > 0
}

/** How far one clone has read a foreign iterator. It goes on in place, so a clone has one for good. */
export class Reading<Item> extends Standing {
  readonly source: Source<Item>
  private last: Pulled<Item> | null
  private reads = true

  constructor(source: Source<Item>, last: Pulled<Item> | null) {
    super()
    this.source = source
    this.last = last
  }

  override get isCounted(): boolean {
    return true
  }

  /** What comes next, null after the end; `sent` reaches the iterator if no other clone has asked before. */
  next(sent: unknown): Pulled<Item> | null {
    const { source, last } = this
    const known = last?.next ?? null
    if (known !== null) return this.goOn(known)
    if (source.over) return null
    // Until the element is here, an error means that the iterator itself is finished: nothing to close.
    source.over = true
    return this.pulled(callNext(source.nextMethod, source.iterator, sent))
  }

  /** Takes a result that the iterator gave to this reader as the next one of all. */
  pulled(result: Result): Pulled<Item> {
    const { source } = this
    const done = Boolean(result.done)
    const pulled = { item: source.open(result, done), done, next: null }
    source.over = done
    const kept = source.readers > 1 ? { ...pulled, item: copyOrSame(pulled.item, source.apart!) } : pulled
    if (this.last !== null) this.last.next = kept
    return this.goOn(kept)
  }

  private goOn(pulled: Pulled<Item>): Pulled<Item> {
    const { readers, apart } = this.source
    this.last = pulled
    if (readers === 1) return pulled
    try {
      return { ...pulled, item: apart!(pulled.item) }
    } catch (error) {
      this.stop()
      throw error
    }
  }

  /** Stops reading before the end. True when nobody is left, so that the caller closes the iterator. */
  leave(): boolean {
    const { source } = this
    source.left = true
    return this.stop() && !source.over
  }

  /** The clone is given up. */
  override release(): void {
    const { source } = this
    if (!this.stop() || source.over || !source.left) return
    source.over = true
    closeIterator(source.iterator, false)
  }

  /** Whether this was the last reader. */
  private stop(): boolean {
    const { source } = this
    if (!this.reads) return false
    this.reads = false
    if (--source.readers > 0) return false
    if (source.apart !== null) common--
    return true
  }

  copy(copy: CopyValue, apart: CopyValue): Reading<Item> {
    const { source } = this
    // A compiled generator is copied like any other value that the frame holds.
    if (cursorOf(source.iterator) !== undefined)
      return new Reading({ ...source, iterator: copy(source.iterator), readers: 1 }, null)
    if (source.apart === null) common++
    source.apart = apart
    source.readers++
    // There must be something that what is pulled next is linked to.
    this.last ??= { item: undefined as never, done: false, next: null }
    return new Reading(source, this.last)
  }
}

/** An element that cannot be copied is refused to each reader, when it gets there. */
function copyOrSame<Item>(item: Item, apart: CopyValue): Item {
  try {
    return apart(item)
  } catch {
    return item
  }
}

/** The first reading of a foreign iterator. */
export function read<Item>(iterator: object, open: Source<Item>['open']): Reading<Item> {
  const nextMethod: unknown = get(iterator, 'next')
  return new Reading({ iterator, nextMethod, open, readers: 1, over: false, left: false, apart: null }, null)
}

/** IteratorNext: calls `next` and insists on an object. */
export function callNext(method: unknown, iterator: object, sent: unknown): Result {
  const result: unknown = apply(method as () => unknown, iterator, [sent])
  if (typeof result !== 'object' && typeof result !== 'function') throw notAnObject('Iterator result', result)
  if (result === null) throw notAnObject('Iterator result', result)
  return result
}

/** IteratorClose. */
export function closeIterator(iterator: object, threw: boolean): void {
  if (!threw) {
    const method: unknown = get(iterator, 'return')
    if (method === undefined || method === null) return
    const result: unknown = apply(method as () => unknown, iterator, [])
    if ((typeof result !== 'object' && typeof result !== 'function') || result === null)
      throw notAnObject('Iterator result', result)
    return
  }
  try {
    const method: unknown = get(iterator, 'return')
    if (method !== undefined && method !== null) apply(method as () => unknown, iterator, [])
  } catch {
    // The error that ended the iteration is the one that counts (ECMAScript, IteratorClose).
  }
}
