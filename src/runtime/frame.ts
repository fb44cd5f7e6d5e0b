// A frame is one suspended activation of one generator function: where it stopped and the variables
// that are live there. Frames are never written after they are made (the one memo, `$clean`, only
// records what already holds), which is why a generator can be cloned by sharing its frame.
//
// The compiler emits one constructor per suspension point; `defineFrames` (function.ts) gives each the
// prototype described here. Names start with `$` so that a user's variable can never collide.

import type { Listener } from './listener.ts'

/** How a frame is resumed: with a value, with an error to throw, or with a value to return. */
export const NEXT = 0
export const THROW = 1
export const RETURN = 2
export type Mode = typeof NEXT | typeof THROW | typeof RETURN

/** What a step left in `machine.signal`. */
export const YIELDED = 0
export const ENTERED = 1
export const RETURNED = 2
export const FAILED = 3
/** Like `YIELDED`, but the value is the raw result object of a foreign iterator, passed on unopened. */
export const FORWARDED = 4
/** An async generator awaits the value: whoever drives the stack goes on with what it becomes, or throws why it did not. */
export const AWAITED = 5
export type Signal =
  | typeof YIELDED
  | typeof ENTERED
  | typeof RETURNED
  | typeof FAILED
  | typeof FORWARDED
  | typeof AWAITED

/** Whether a frame and all its parents hold only what no one can change. */
export const UNKNOWN = 0
export const CLEAN = 1
export const DIRTY = 2
/** Like `CLEAN`, but some of it only because the compiler has proved that nobody changes it. */
export const PROVEN = 3
/**
 * One of these, or an even number above 100 that names the policy under which there is nothing to copy (policy.ts):
 * what is odd says that forks share the stack.
 */
export type Cleanness = number

export type CopyValue = <T>(value: T) => T

/**
 * A suspended activation. `$step` runs it to its next suspension and returns the new top frame
 * (`YIELDED`, `FORWARDED`, `ENTERED`, `AWAITED`) or `null` (`RETURNED`, `FAILED`); an error that nothing inside catches is
 * thrown.
 */
export interface Frame {
  $parent: Frame | null
  $clean: Cleanness
  /** The suspension point's number in its function; 0 is the start. */
  readonly $point: number
  /** True when the point stands inside a `try`, a `for-of` or anything else that must see `throw` and `return`. */
  readonly $handles: boolean
  /** The maker whose step runs the frame, where the function is a closure. */
  readonly $maker?: object
  $step(frame: Frame, mode: Mode, sent: unknown): Frame | null
  /** True when `isShared` holds of every slot; false says nothing, then the copy will tell. */
  $probe(frame: Frame, isShared: (value: unknown) => boolean): boolean
  /** Whether there are slots that `$probe` does not ask, because the compiler has proved that nobody changes what they hold. */
  readonly $proven?: boolean
  /** Whether it waits for a function that this file knows, and takes what that returns as it is (leaving.ts). */
  readonly $trusts?: boolean
  /** The same activation below another parent, each slot passed through `copy`. */
  $copy(frame: Frame, copy: CopyValue, parent: Frame | null): Frame
  /** Tells of what the frame consists, its parents left out. */
  $describe(frame: Frame, to: Listener): void
}
