// A frame below a program that has a resource open: whichever way the program ends, the frame is resumed, and
// lets go. It is copied with the stack, so clones need no further bookkeeping.

import { dupNeedsObject } from './errors.ts'
import { ENTERED, RETURNED, THROW } from './frame.ts'
import type { CopyValue, Frame, Mode } from './frame.ts'
import { placeOf } from './function.ts'
import { isDeeplyFrozen } from './frozen.ts'
import { isImmutableClass } from './immutable.ts'
import type { Listener } from './listener.ts'
import { machine } from './machine.ts'
import { OwnFrame } from './own-frame.ts'
import { Acquired, Hold, letGo } from './resource.ts'
import type { Resource } from './resource.ts'
import { Root } from './root.ts'
import { getPrototypeOf } from './intrinsics.ts'

class Holding extends OwnFrame {
  readonly $hold: Hold
  constructor(parent: Frame | null, hold: Hold) {
    super(parent)
    this.$hold = hold
  }
  $step(_frame: Frame, mode: Mode, sent: unknown): null {
    letGo([this.$hold], mode === THROW, sent)
    machine.signal = RETURNED
    machine.value = sent
    return null
  }
  $copy(_frame: Frame, copy: CopyValue, parent: Frame | null): Frame {
    return new Holding(parent, copy(this.$hold))
  }
  $describe(_frame: Frame, to: Listener): void {
    to.fact('holding')
    to.part(this.$hold)
  }
}
Object.assign(Holding.prototype, { $handles: true })

/** Answers `yield* resource(…)` at `frame`: opens it, and puts a hold below all that the program has called. */
export function acquire(resource: Resource<unknown>, frame: Frame): Frame {
  const value = resource.open()
  if (resource.onFork === 'dup' && !hasIdentity(value)) {
    resource.close(value as never)
    throw dupNeedsObject(value)
  }
  const hold = new Hold(new Acquired(resource, value, placeOf(frame)))
  machine.signal = ENTERED
  return new Opened(above(hold, frame), value)
}

/** Only an object that clones do not share anyway can stand for another one in each of them. */
function hasIdentity(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const prototype: object | null = getPrototypeOf(value)
  return !(prototype !== null && isImmutableClass(prototype)) && !isDeeplyFrozen(value)
}

/** The frames of `stack` above a hold, which stands on those that were there before. */
function above(hold: Hold, stack: Frame): Frame {
  const frames: Frame[] = []
  let at: Frame | null = stack
  for (; at !== null && !(at instanceof Holding || at instanceof Root); at = at.$parent) frames.push(at)
  let parent: Frame = new Holding(at, hold)
  for (let frame = frames.pop(); frame !== undefined; frame = frames.pop())
    parent = frame.$copy(frame, same, parent)
  return parent
}

const same: CopyValue = (value) => value

/** Hands the value to the frame that asked. */
class Opened extends OwnFrame {
  readonly value: unknown
  constructor(parent: Frame, value: unknown) {
    super(parent)
    this.value = value
  }
  $step(): null {
    machine.signal = RETURNED
    machine.value = this.value
    return null
  }
  $copy(_frame: Frame, copy: CopyValue, parent: Frame): Frame {
    return new Opened(parent, copy(this.value))
  }
  $describe(_frame: Frame, to: Listener): void {
    to.fact('opened')
    to.part(this.value)
  }
}
