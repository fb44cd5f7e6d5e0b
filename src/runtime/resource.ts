// What a program opens and somebody must close: a file, a socket, a lock. A generator that opens one has a
// hold of it, and so does every clone; who is done, or is given up, lets go.
//
// Law: a resource is closed once, when the last hold of it is let go. `'dup'` gives a clone a resource of its
// own, `'refuse'` no clone at all.

import { Effect } from './effect.ts'
import { dispose } from './disposal.ts'
import type { Place } from './errors.ts'
import type { CopyValue } from './frame.ts'
import { freeze } from './intrinsics.ts'
import type { Listener } from './listener.ts'
import { count, isAnythingCounted, Standing } from './standing.ts'
import { Uncopyable } from './uncopyable.ts'

/** What becomes of a resource when a generator that has it open is copied. */
export type OnFork = 'share' | 'dup' | 'refuse'

/** How a resource is opened and closed. Compiled generators open it themselves; no handler is asked. */
export class Resource<out Value> extends Effect<Value> {
  readonly tag = 'resource'
  readonly open: () => Value
  readonly close: (value: never) => unknown
  readonly onFork: OnFork
  readonly dup: ((value: never) => unknown) | undefined

  constructor(
    open: () => Value,
    close: (value: never) => unknown,
    onFork: OnFork,
    dup: ((value: never) => unknown) | undefined,
  ) {
    super()
    this.open = open
    this.close = close
    this.onFork = onFork
    this.dup = dup
    freeze(this)
  }

  /** Its own, because the machine answers it. */
  override *[Symbol.iterator](): Generator<never, Value, any> {
    return yield this as never
  }

  /** An async generator gets what `open` promised. */
  async *[Symbol.asyncIterator](): AsyncGenerator<never, Awaited<Value>, any> {
    return yield this as never
  }
}

/** One that a branch, or a generator, opens once: who asks again gets the one that is open. */
export class SingleResource<out Value> extends Resource<Value> {}

let acquisitions = 0

/** A resource that has been opened. */
export class Acquired {
  readonly resource: Resource<unknown>
  readonly value: unknown
  /** Where it was opened; a duplicate stands where its original did. */
  readonly place: Place | undefined
  readonly order = ++acquisitions
  holders = 0
  isOpen = true

  constructor(resource: Resource<unknown>, value: unknown, place: Place | undefined) {
    this.resource = resource
    this.value = value
    this.place = place
    if (typeof value === 'object' && value !== null) acquired.set(value, this)
  }

  close(): unknown {
    this.isOpen = false
    return this.resource.close(this.value as never)
  }

  /** What a clone gets that has nothing else of it yet. */
  dup(): Acquired {
    const { resource, value, place } = this
    return new Acquired(resource, resource.dup!(value as never), place)
  }
}

const acquired = new WeakMap<object, Acquired>()

/** The open resource that an object stands for. */
export function acquiredAs(value: object): Acquired | undefined {
  const found = isAnythingCounted() ? acquired.get(value) : undefined
  return found?.isOpen ? found : undefined
}

/** Whoever runs branches: hears of the holds that they get, and lets go of those that they leave behind. */
export interface Holder {
  holds(hold: Hold): void
  letsGo(hold: Hold): void
  /** Something is being closed. A frame may await that, and then gets the error; or its branch is given up before. */
  readonly closes?: ((closing: PromiseLike<unknown>, isAwaited: boolean) => void) | undefined
  /** Something is being opened for a generator that somebody drives; settles when it has come, or never will. */
  readonly opens?: (opening: Promise<void>) => void
  /** Who hears of what async generators get that somebody drives beside the branches. Default: the same. */
  readonly beside?: Holder
}

let holder: Holder | null = null

/** Makes `next` the holder and returns the one before. */
export function holdFor(next: Holder | null): Holder | null {
  const outer = holder
  holder = next
  return outer
}

/** Who is to hear of what an async generator gets that is asked now. */
export function holderBeside(): Holder | null {
  return holder?.beside ?? holder
}

/** What one generator, or one branch, has of a resource. */
export class Hold extends Standing {
  // Private, because what leads from here to others is no part of what a generator reaches.
  readonly #acquired: Acquired
  readonly #holder = holder
  #isLetGo = false

  constructor(acquired: Acquired) {
    super()
    this.#acquired = acquired
    acquired.holders++
    count(1)
    this.#holder?.holds(this)
  }

  /** What is held, if it was opened as `resource`. */
  openedAs(resource: Resource<unknown>): { readonly value: unknown } | undefined {
    return this.#acquired.resource === resource ? this.#acquired : undefined
  }

  /** Greater for what was opened later, which is closed earlier. */
  get order(): number {
    return this.#acquired.order
  }

  override get isCounted(): boolean {
    return true
  }

  override get isOpen(): boolean {
    return !this.#isLetGo
  }

  copy(copy: CopyValue): Hold {
    if (this.#isLetGo) return this
    const { resource, value } = this.#acquired
    if (resource.onFork === 'refuse') throw new Uncopyable(this.#acquired)
    if (resource.onFork === 'share') return new Hold(this.#acquired)
    // The copier may have met the value before, and has its twin.
    return new Hold(acquired.get(copy(value as object))!)
  }

  /** No hold is like another. */
  describe(to: Listener): void {
    to.fact('hold')
    to.common(this)
  }

  /** Lets go where no frame can await what `close` promises; who runs branches may. */
  leave(): void {
    const closing: unknown = this.release()
    if (isPromise(closing)) this.#holder?.closes?.(closing, false)
  }

  /** Lets go where a frame awaits what this gives. */
  leaveAwaited(): unknown {
    const closing: unknown = this.release()
    if (isPromise(closing)) this.#holder?.closes?.(closing, true)
    return closing
  }

  /** Lets go, once; the last one closes, and gives what `close` gave. */
  override release(): unknown {
    if (this.#isLetGo) return undefined
    this.#isLetGo = true
    this.#holder?.letsGo(this)
    count(-1)
    return --this.#acquired.holders === 0 ? this.#acquired.close() : undefined
  }
}

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return (
    typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function'
  )
}

/**
 * What is being opened: `open` has promised it. Who is given up meanwhile will never have it, so it is closed when it
 * comes.
 */
export class Coming extends Standing {
  readonly #resource: Resource<unknown>
  readonly #promised: unknown
  readonly #holder = holder
  #isExpected = true
  #tell: (() => void) | null = null

  constructor(resource: Resource<unknown>, promised: unknown) {
    super()
    this.#resource = resource
    this.#promised = promised
    count(1)
    this.#holder?.opens?.(new Promise((resolve) => (this.#tell = resolve)))
  }

  override get isCounted(): boolean {
    return true
  }

  override get isOpen(): boolean {
    return this.#isExpected
  }

  /** It has come, or never will. */
  arrived(): void {
    this.#isExpected = false
    count(-1)
    this.#tell?.()
  }

  override release(): void {
    if (!this.#isExpected) return
    this.arrived()
    const closing = this.#close()
    if (this.#holder?.closes === undefined) closing.catch(() => {})
    else this.#holder.closes(closing, false)
  }

  async #close(): Promise<void> {
    let value: unknown
    try {
      value = await this.#promised
    } catch {
      return
    }
    await this.#resource.close(value as never)
  }

  copy(): never {
    throw new Error('invariant: what awaits is not copied')
  }

  describe(): never {
    throw new Error('invariant: what awaits is not described')
  }
}

/**
 * Lets go of all, what was opened last first. An error of one does not keep the others open; `error` is on its
 * way already if something `failed`.
 */
export function letGo(holds: Iterable<Hold>, failed = false, error?: unknown): void {
  const ordered = [...holds].toSorted((one, other) => one.order - other.order)
  let resources: Parameters<typeof dispose>[0] = null
  for (const hold of ordered) resources = { value: hold, dispose: hold.leave, awaits: false, next: resources }
  dispose(resources, failed, error)
}
