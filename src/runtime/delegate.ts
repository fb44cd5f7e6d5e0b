// `yield*` to an iterator that is not a frame of ours: the step-by-step protocol of ECMAScript
// ("YieldExpression: yield* AssignmentExpression"), as a frame that stands above the delegating one.
// Result objects of foreign iterators are passed on unopened, as the standard wants.

import { noThrowMethod } from './errors.ts'
import { FORWARDED, NEXT, RETURNED, THROW, UNKNOWN, YIELDED } from './frame.ts'
import type { Cleanness, CopyValue, Frame, Mode } from './frame.ts'
import { cursorOf } from './generator.ts'
import { machine } from './machine.ts'
import {
  builtInPosition,
  callNext,
  closeIterator,
  iteratorMethod,
  openIterator,
  Standing,
} from './position.ts'
import type { Position } from './position.ts'

/** The frame that delegates to `iterable`, above `parent`. */
export function delegateTo(iterable: unknown, parent: Frame): Frame {
  const method = iteratorMethod(iterable)
  const position = builtInPosition(iterable, method)
  if (position !== null) return new Elements(parent, position)
  const iterator = openIterator(iterable, method)
  const nextMethod: unknown = Reflect.get(iterator, 'next')
  return new Delegation(parent, new Reading({ iterator, nextMethod, users: 1 }, nothingPulled()))
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
}

/** A foreign iterator with the number of clones that still use it. */
interface Source {
  readonly iterator: object
  readonly nextMethod: unknown
  users: number
}

/** A result that the iterator gave, linked to the one pulled after it. */
interface Pulled {
  readonly result: { readonly value?: unknown } | undefined
  readonly done: boolean
  next: Pulled | null
}

function nothingPulled(): Pulled {
  return { result: undefined, done: false, next: null }
}

/** How far one clone has read a source. A copy counts as a user, so it is never shared. */
class Reading extends Standing {
  constructor(
    readonly source: Source,
    readonly last: Pulled,
  ) {
    super()
  }
  override get isCounted(): boolean {
    return true
  }
  copy(copy: CopyValue): Reading {
    const { source, last } = this
    // A compiled generator is copied like any other value that the frame holds.
    if (cursorOf(source.iterator) !== undefined) {
      return new Reading({ ...source, iterator: copy(source.iterator), users: 1 }, nothingPulled())
    }
    source.users++
    return new Reading(source, last)
  }
}

class Delegation extends DelegatingFrame {
  constructor(
    parent: Frame | null,
    readonly reading: Reading,
  ) {
    super(parent)
  }

  $step(_frame: Frame, mode: Mode, sent: unknown): Frame | null {
    const { source, last } = this.reading
    if (mode === NEXT) {
      // Another clone may have pulled this element already: every clone sees the same sequence.
      return this.goOn(last.next ?? this.pulled(callNext(source.nextMethod, source.iterator, sent)))
    }
    return mode === THROW ? this.throwInto(source, sent) : this.returnFrom(source, sent)
  }

  /** A clone that throws or returns leaves the iterator to the others; only the last one reaches it. */
  private throwInto(source: Source, error: unknown): Frame | null {
    const method: unknown = Reflect.get(source.iterator, 'throw')
    const shared = source.users > 1
    if (shared) source.users--
    if (method === undefined || method === null) {
      if (!shared) closeIterator(source.iterator, false)
      throw noThrowMethod()
    }
    if (shared) throw error
    return this.goOn(this.pulled(callNext(method, source.iterator, error)))
  }

  private returnFrom(source: Source, value: unknown): Frame | null {
    if (source.users > 1) {
      source.users--
      return this.finish(value)
    }
    const method: unknown = Reflect.get(source.iterator, 'return')
    if (method === undefined || method === null) return this.finish(value)
    return this.goOn(this.pulled(callNext(method, source.iterator, value)))
  }

  private pulled(result: { done?: unknown; value?: unknown }): Pulled {
    return (this.reading.last.next = { result, done: Boolean(result.done), next: null })
  }

  private goOn(pulled: Pulled): Frame | null {
    if (pulled.done) return this.finish(pulled.result!.value)
    machine.signal = FORWARDED
    machine.value = pulled.result
    return new Delegation(this.$parent, new Reading(this.reading.source, pulled))
  }

  private finish(value: unknown): null {
    machine.signal = RETURNED
    machine.value = value
    return null
  }

  $copy(_frame: Frame, copy: CopyValue, parent: Frame | null): Frame {
    return new Delegation(parent, copy(this.reading))
  }
}
