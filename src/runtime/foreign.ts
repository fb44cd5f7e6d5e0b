// Iterators that are no generators of ours cannot be copied. All clones read one record of what such an
// iterator gave: each element is pulled once, and every clone sees the same sequence.
//
// Law: no clone sees what another does to an element. As long as one reader is left, it gets the elements
// themselves; from the first clone on the record keeps a copy that nobody touches, and each reader gets a
// copy of that. (What it costs: an element is then no longer the same object as one that a variable names.)

import { notAnObject } from './errors.ts'
import type { CopyValue } from './frame.ts'
import { apply, get } from './intrinsics.ts'
import { Reader, sourceOf } from './reader.ts'
import type { Source } from './reader.ts'

export type Result = { readonly done?: unknown; readonly value?: unknown }

/** Something that the iterator gave, linked to what it gave after it. */
export interface Pulled<Item> {
  readonly item: Item
  readonly done: boolean
  next: Pulled<Item> | null
}

/** A foreign iterator, and what of its results is read. */
interface ForeignSource<Item> extends Source {
  readonly nextMethod: unknown
  /** What readers get of a result. */
  readonly open: (result: Result, done: boolean) => Item
}

/** How far one clone has read a foreign iterator. */
export class Reading<Item> extends Reader<ForeignSource<Item>> {
  private last: Pulled<Item> | null

  constructor(source: ForeignSource<Item>, last: Pulled<Item> | null) {
    super(source)
    this.last = last
  }

  /** What comes next, null after the end; `sent` reaches the iterator if no other clone has asked before. */
  next(sent: Sent): Pulled<Item> | null {
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

  protected close(): void {
    closeIterator(this.source.iterator, false)
  }

  protected over(source: ForeignSource<Item>): Reading<Item> {
    return new Reading(source, null)
  }

  protected beside(): Reading<Item> {
    // There must be something that what is pulled next is linked to.
    this.last ??= { item: undefined as never, done: false, next: null }
    return new Reading(this.source, this.last)
  }

  protected get place(): object | null {
    return this.last
  }
}

/** An element that cannot be copied is refused to each reader, when it gets there. */
export function copyOrSame<Item>(item: Item, apart: CopyValue): Item {
  try {
    return apart(item)
  } catch {
    return item
  }
}

/** The first reading of a foreign iterator. */
export function read<Item>(iterator: object, open: ForeignSource<Item>['open']): Reading<Item> {
  const nextMethod: unknown = get(iterator, 'next')
  return new Reading({ ...sourceOf(iterator), nextMethod, open }, null)
}

/** The arguments of a call of `next` and its like: a loop gives none, `yield*` gives what it was sent. */
export type Sent = readonly [] | readonly [unknown]

export const NOTHING_SENT: Sent = []

/** IteratorNext: calls `next` and insists on an object. */
export function callNext(method: unknown, iterator: object, sent: Sent): Result {
  const result: unknown = apply(method as () => unknown, iterator, sent)
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
