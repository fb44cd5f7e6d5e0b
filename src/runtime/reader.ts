// Who reads an iterator that cannot be copied. Clones read it together and count: it is closed once, when a reader
// wanted to close it and none is left who may still read. Readers that are dropped without a word count for ever;
// `release` is the word.

import { anyCursorOf } from './cursors.ts'
import type { CopyValue } from './frame.ts'
import type { Listener } from './listener.ts'
import { count, Standing } from './standing.ts'

/** An iterator and who reads it. */
export interface Source {
  readonly iterator: object
  readers: number
  /** It ended, failed or was closed: there is nothing to pull and nothing to close. */
  over: boolean
  /** A reader has left before the end, and somebody has to close the iterator for it. */
  left: boolean
  /** How elements are copied, once there have been several readers. */
  apart: CopyValue | null
}

export function sourceOf(iterator: object): Source {
  return { iterator, readers: 1, over: false, left: false, apart: null }
}

/** One reader. It goes on in place, so a clone has one for good. */
export abstract class Reader<Of extends Source> extends Standing {
  readonly source: Of
  private reads = true

  constructor(source: Of) {
    super()
    this.source = source
  }

  override get isCounted(): boolean {
    return true
  }

  /** Whoever reads alone is missed by nobody. */
  override get isOpen(): boolean {
    return this.reads && this.source.apart !== null
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
    this.close()
  }

  /** Whether this was the last reader. */
  protected stop(): boolean {
    const { source } = this
    if (!this.reads) return false
    this.reads = false
    if (--source.readers > 0) return false
    if (source.apart !== null) count(-1)
    return true
  }

  /** What the runtime knows how to copy is copied like any other value that the frame holds. */
  private get isOurs(): boolean {
    const { iterator } = this.source
    return anyCursorOf(iterator) !== undefined || iterator instanceof Standing
  }

  copy(copy: CopyValue, apart: CopyValue): Reader<Of> {
    const { source } = this
    if (this.isOurs) return this.over({ ...source, iterator: copy(source.iterator), readers: 1 })
    if (source.apart === null) count(1)
    source.apart = apart
    source.readers++
    return this.beside()
  }

  /** Of an iterator that is ours what it holds; of any other that it is this one, read up to here. */
  describe(to: Listener): void {
    const { source, reads, isOurs } = this
    to.fact('reading')
    to.fact(isOurs)
    to.fact(reads)
    to.fact(source.over)
    to.fact(source.left)
    if (isOurs) to.part(source.iterator)
    else to.foreign(source.iterator, this.place)
  }

  /** What a foreign iterator gave last, as far as this reader has come. */
  protected abstract get place(): object | null

  /** Closes the iterator for readers that are gone. */
  protected abstract close(): void

  /** The same place in another iterator. */
  protected abstract over(source: Of): Reader<Of>

  /** Another reader at the same place. */
  protected abstract beside(): Reader<Of>
}
