// A frame below a program that has a resource open: whichever way the program ends, the frame is resumed, and
// lets go. It is copied with the stack, so clones need no further bookkeeping.

import { Disposal } from './disposal.ts'
import { dupNeedsObject } from './errors.ts'
import { AWAITED, ENTERED, RETURNED, THROW } from './frame.ts'
import type { CopyValue, Frame, Mode } from './frame.ts'
import { placeOf } from './function.ts'
import { isDeeplyFrozen } from './frozen.ts'
import { isImmutableClass } from './immutable.ts'
import type { Listener } from './listener.ts'
import { machine } from './machine.ts'
import { OwnFrame } from './own-frame.ts'
import { Acquired, Coming, Hold, letGo, SingleResource } from './resource.ts'
import type { Resource } from './resource.ts'
import { Root } from './root.ts'
import { getPrototypeOf } from './intrinsics.ts'

class Holding extends OwnFrame {
  readonly $hold: Hold
  constructor(parent: Frame | null, hold: Hold) {
    super(parent)
    this.$hold = hold
  }
  $step(_frame: Frame, mode: Mode, sent: unknown): Frame | null {
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

/** Below an async generator: what `close` promises is awaited. */
class AsyncHolding extends Holding {
  override $step(_frame: Frame, mode: Mode, sent: unknown): Frame | null {
    const hold = this.$hold
    const held = { value: hold, dispose: hold.leaveAwaited, awaits: true, next: null }
    return closing(new Disposal(held, mode === THROW, sent), this.$parent, sent)
  }
  override $copy(_frame: Frame, copy: CopyValue, parent: Frame | null): Frame {
    return new AsyncHolding(parent, copy(this.$hold))
  }
}
Object.assign(AsyncHolding.prototype, { $handles: true })

function closing(disposal: Disposal, parent: Frame | null, result: unknown): Frame | null {
  if (disposal.awaits()) {
    machine.signal = AWAITED
    return new Closing(parent, disposal, result)
  }
  disposal.end()
  machine.signal = RETURNED
  machine.value = result
  return null
}

/** Awaits what `close` promised. While it does there are no clones. */
class Closing extends OwnFrame {
  readonly disposal: Disposal
  readonly result: unknown
  constructor(parent: Frame | null, disposal: Disposal, result: unknown) {
    super(parent)
    this.disposal = disposal
    this.result = result
  }
  $step(_frame: Frame, mode: Mode, sent: unknown): Frame | null {
    this.disposal.settled(mode, sent)
    return closing(this.disposal, this.$parent, this.result)
  }
  $copy(): never {
    throw new Error('invariant: what awaits is not copied')
  }
  $describe(): never {
    throw new Error('invariant: what awaits is not described')
  }
}
Object.assign(Closing.prototype, { $handles: true })

/** Answers `yield* resource(…)` at `frame`: opens it, and puts a hold below all that the program has called. */
export function acquire(resource: Resource<unknown>, frame: Frame): Frame {
  return again(resource, frame) ?? opened(resource, resource.open(), frame, Holding)
}

/** The same for an async generator: what `open` promises is awaited. */
export function acquireAsync(resource: Resource<unknown>, frame: Frame): Frame {
  const open = again(resource, frame)
  if (open !== null) return open
  const promised: unknown = resource.open()
  machine.value = promised
  machine.signal = AWAITED
  return new Opening(frame, resource, new Coming(resource, promised))
}

/** Hands over what is open already, where it is to be opened once. */
function again(resource: Resource<unknown>, frame: Frame): Frame | null {
  if (!(resource instanceof SingleResource)) return null
  for (let below: Frame | null = frame; below !== null; below = below.$parent) {
    const held = below instanceof Holding ? below.$hold.openedAs(resource) : undefined
    if (held === undefined) continue
    machine.signal = ENTERED
    return new Opened(frame, held.value)
  }
  return null
}

function opened(resource: Resource<unknown>, value: unknown, frame: Frame, below: typeof Holding): Frame {
  if (resource.onFork === 'dup' && !hasIdentity(value)) {
    resource.close(value as never)
    throw dupNeedsObject(value)
  }
  const hold = new Hold(new Acquired(resource, value, placeOf(frame)))
  machine.signal = ENTERED
  return new Opened(
    above((parent) => new below(parent, hold), frame),
    value,
  )
}

/** Only an object that clones do not share anyway can stand for another one in each of them. */
function hasIdentity(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const prototype: object | null = getPrototypeOf(value)
  return !(prototype !== null && isImmutableClass(prototype)) && !isDeeplyFrozen(value)
}

/** The frames of `stack` above a new one, which stands on those of the runtime that were there before. */
function above(makeBelow: (parent: Frame | null) => Frame, stack: Frame): Frame {
  const frames: Frame[] = []
  let at: Frame | null = stack
  for (; at !== null && !(at instanceof Holding || at instanceof Root); at = at.$parent) frames.push(at)
  let parent = makeBelow(at)
  for (let frame = frames.pop(); frame !== undefined; frame = frames.pop())
    parent = frame.$copy(frame, same, parent)
  return parent
}

const same: CopyValue = (value) => value

/** Awaits what `open` promised. An error goes to the frame that asked. */
class Opening extends OwnFrame {
  readonly resource: Resource<unknown>
  readonly coming: Coming
  constructor(parent: Frame, resource: Resource<unknown>, coming: Coming) {
    super(parent)
    this.resource = resource
    this.coming = coming
  }
  $step(_frame: Frame, mode: Mode, sent: unknown): Frame {
    this.coming.arrived()
    if (mode === THROW) throw sent
    return opened(this.resource, sent, this.$parent!, AsyncHolding)
  }
  $copy(): never {
    throw new Error('invariant: what awaits is not copied')
  }
  $describe(): never {
    throw new Error('invariant: what awaits is not described')
  }
}
Object.assign(Opening.prototype, { $handles: true })

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
  $copy(): never {
    throw new Error('invariant: what has just been opened is handed over before anything else')
  }
  $describe(): never {
    throw new Error('invariant: what has just been opened is handed over before anything else')
  }
}
