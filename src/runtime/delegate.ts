// `yield*` to an iterator that is not a frame of ours: the step-by-step protocol of ECMAScript
// ("YieldExpression: yield* AssignmentExpression"), as a frame that stands above the delegating one.
// Result objects of foreign iterators are passed on unopened, as the standard wants.

import { noThrowMethod, notDelegable } from './errors.ts'
import { FORWARDED, NEXT, RETURNED, THROW, UNKNOWN, YIELDED } from './frame.ts'
import type { Cleanness, CopyValue, Frame, Mode } from './frame.ts'
import { callNext, closeIterator, read } from './foreign.ts'
import type { Pulled, Reading, Result } from './foreign.ts'
import type { Listener } from './listener.ts'
import { machine } from './machine.ts'
import { builtInPosition, iteratorMethod, openIterator } from './position.ts'
import type { Position } from './position.ts'
import { get } from './intrinsics.ts'

/** The frame that delegates to `iterable`, above `parent`. */
export function delegateTo(iterable: unknown, parent: Frame): Frame {
  if (iterable === undefined || iterable === null) throw notDelegable(iterable)
  const method = iteratorMethod(iterable)
  const position = builtInPosition(iterable, method)
  if (position !== null) return delegateFrom(position, parent)
  if (typeof method !== 'function') throw notDelegable(iterable)
  return delegateToIterator(openIterator(iterable, method), parent)
}

/** The frame that delegates to elements from `position` on, above `parent`. */
export function delegateFrom(position: Position, parent: Frame | null): Frame {
  return new Elements(parent, position)
}

/** The frame that delegates to an iterator, above `parent`. */
export function delegateToIterator(iterator: object, parent: Frame | null): Frame {
  return new Delegation(
    parent,
    read(iterator, (result) => result),
  )
}

abstract class DelegatingFrame implements Frame {
  $parent: Frame | null
  $clean: Cleanness
  declare readonly $point: 0
  declare readonly $handles: true
  constructor(parent: Frame | null) {
    this.$parent = parent
    this.$clean = UNKNOWN
  }
  $probe(): boolean {
    return false
  }
  abstract $step(frame: Frame, mode: Mode, sent: unknown): Frame | null
  abstract $copy(frame: Frame, copy: CopyValue, parent: Frame | null): Frame
  abstract $describe(frame: Frame, to: Listener): void
}
Object.assign(DelegatingFrame.prototype, { $point: 0, $handles: true })

/** Over an array, string, Map or Set: nothing to send to, nothing to close. */
class Elements extends DelegatingFrame {
  constructor(
    parent: Frame | null,
    readonly position: Position,
  ) {
    super(parent)
  }
  $step(_frame: Frame, mode: Mode, sent: unknown): Frame | null {
    if (mode === THROW) throw noThrowMethod()
    const position = mode === NEXT ? this.position.next() : null
    if (position === null) {
      machine.signal = RETURNED
      machine.value = mode === NEXT ? undefined : sent
      return null
    }
    machine.signal = YIELDED
    return new Elements(this.$parent, position)
  }
  $copy(_frame: Frame, copy: CopyValue, parent: Frame | null): Frame {
    const position = copy(this.position)
    return position === this.position && parent === this.$parent ? this : new Elements(parent, position)
  }
  $describe(_frame: Frame, to: Listener): void {
    to.fact('elements')
    to.part(this.position)
  }
}

class Delegation extends DelegatingFrame {
  constructor(
    parent: Frame | null,
    readonly reading: Reading<Result>,
  ) {
    super(parent)
  }

  $step(_frame: Frame, mode: Mode, sent: unknown): Frame | null {
    if (mode === NEXT) return this.goOn(this.reading.next([sent]))
    return mode === THROW ? this.throwInto(sent) : this.returnFrom(sent)
  }

  /** A clone that throws or returns leaves the iterator to the others; only the last one reaches it. */
  private throwInto(error: unknown): Frame | null {
    const { reading } = this
    const { iterator, readers } = reading.source
    const method: unknown = get(iterator, 'throw')
    if (method === undefined || method === null) {
      if (reading.leave()) closeIterator(iterator, false)
      throw noThrowMethod()
    }
    if (readers === 1) return this.goOn(reading.pulled(callNext(method, iterator, [error])))
    reading.leave()
    throw error
  }

  private returnFrom(value: unknown): Frame | null {
    const { reading } = this
    const { iterator, readers } = reading.source
    if (readers > 1) {
      reading.leave()
      return this.finish(value)
    }
    const method: unknown = get(iterator, 'return')
    if (method === undefined || method === null) return this.finish(value)
    return this.goOn(reading.pulled(callNext(method, iterator, [value])))
  }

  private goOn(pulled: Pulled<Result> | null): Frame | null {
    if (pulled === null) return this.finish(undefined)
    if (pulled.done) return this.finish(pulled.item.value)
    machine.signal = FORWARDED
    machine.value = pulled.item
    return new Delegation(this.$parent, this.reading)
  }

  private finish(value: unknown): null {
    machine.signal = RETURNED
    machine.value = value
    return null
  }

  $copy(_frame: Frame, copy: CopyValue, parent: Frame | null): Frame {
    return new Delegation(parent, copy(this.reading))
  }

  $describe(_frame: Frame, to: Listener): void {
    to.fact('delegation')
    this.reading.describe(to)
  }
}
