// An async iterator over a synchronous one (ECMAScript, "Async-from-Sync Iterator Objects"): each value is awaited.
// Native ones cannot be copied; this one is a position like any other, and a clone has one of its own.

import { closeIterator, callNext, read } from './foreign.ts'
import type { Pulled, Reading, Sent } from './foreign.ts'
import { noThrowMethod } from './errors.ts'
import type { CopyValue } from './frame.ts'
import { get } from './intrinsics.ts'
import type { Listener } from './listener.ts'
import { machine } from './machine.ts'
import { builtInPosition, iteratorMethod, openIterator } from './position.ts'
import type { Position } from './position.ts'
import { Standing } from './standing.ts'

type Settled = Promise<IteratorResult<unknown>>

/** Made for the iteration that calls it, so nobody else does. */
abstract class FromSync extends Standing {
  // The constructor that V8 makes up would iterate its arguments, which a program can see.
  // oxlint-disable-next-line no-useless-constructor -- it is not the same
  constructor() {
    super()
  }
  abstract next(...sent: Sent): Settled
  abstract throw(error: unknown): Settled
  abstract return(...value: Sent): Settled
  abstract override copy(copy: CopyValue): FromSync
}

/** The async iterator over the synchronous iterator of `iterable`; `refused` makes the error where there is none. */
export function fromSync(iterable: unknown, refused: (value: unknown) => TypeError): FromSync {
  const method = iteratorMethod(iterable)
  const position = builtInPosition(iterable, method)
  if (position !== null) return new FromElements(position)
  const iterator = openIterator(iterable, method, refused)
  return new FromIterator(read(iterator, (result) => result.value))
}

/** Over an array, string, Map or Set: nothing to send to, nothing to close. */
class FromElements extends FromSync {
  private position: Position | null

  constructor(position: Position | null) {
    super()
    this.position = position
  }

  async next(): Settled {
    const position = this.position === null ? null : this.position.next()
    this.position = position
    return position === null
      ? { value: await undefined, done: true }
      : { value: await machine.value, done: false }
  }

  // oxlint-disable-next-line typescript/require-await -- what it throws becomes a rejection
  async throw(): Settled {
    throw noThrowMethod()
  }

  // oxlint-disable-next-line typescript/require-await -- the standard does not await the value
  async return(...value: Sent): Settled {
    return { value: value[0], done: true }
  }

  copy(copy: CopyValue): FromSync {
    return new FromElements(copy(this.position))
  }

  describe(to: Listener): void {
    to.fact('awaited elements')
    to.part(this.position)
  }
}

/** Over any other iterator. */
class FromIterator extends FromSync {
  private readonly reading: Reading<unknown>

  constructor(reading: Reading<unknown>) {
    super()
    this.reading = reading
  }

  next(...sent: Sent): Settled {
    return this.settle(() => this.reading.next(sent), true)
  }

  throw(error: unknown): Settled {
    return this.settle(() => {
      const { reading } = this
      const { iterator, readers } = reading.source
      const method: unknown = get(iterator, 'throw')
      if (method === undefined || method === null) {
        if (reading.leave()) closeIterator(iterator, false)
        throw noThrowMethod()
      }
      if (readers === 1) return reading.pulled(callNext(method, iterator, [error]))
      reading.leave()
      throw error
    }, true)
  }

  return(...value: Sent): Settled {
    return this.settle(
      () => {
        const { reading } = this
        const { iterator, readers } = reading.source
        if (readers > 1) {
          reading.leave()
          return null
        }
        const method: unknown = get(iterator, 'return')
        if (method === undefined || method === null) return null
        return reading.pulled(callNext(method, iterator, value))
      },
      false,
      value[0],
    )
  }

  /** AsyncFromSyncIteratorContinuation: the result with its value awaited; without one, the end with `unanswered`. */
  private async settle(pull: () => Pulled<unknown> | null, closes: boolean, unanswered?: unknown): Settled {
    const pulled = pull()
    if (pulled === null) return { value: unanswered, done: true }
    const { item, done } = pulled
    try {
      return { value: await item, done }
    } catch (error) {
      const { reading } = this
      if (closes && !done && reading.leave()) closeIterator(reading.source.iterator, true)
      throw error
    }
  }

  copy(copy: CopyValue): FromSync {
    return new FromIterator(copy(this.reading))
  }

  describe(to: Listener): void {
    to.fact('awaited iterator')
    this.reading.describe(to)
  }
}
