// What a proof of the compiler rests on and only the running program can tell: that what comes from outside at one
// place (an argument of a native caller, the answer to an effect) is nothing that could be changed. The place looks
// at what arrives. Mostly it is a number or a string; the first time it is not, the proofs that rest on the place
// are given up, and the frames made from then on are asked like all others.
//
// Law: what was shared before stays rightly shared. The objects in it were complete before the other arrived, so
// they do not lead to it.

import { closureOf } from './closure.ts'
import { isDeeplyFrozen } from './frozen.ts'
import { isImmutableClass } from './immutable.ts'
import { getPrototypeOf } from './intrinsics.ts'
import { isMarked } from './share.ts'

export class Assumption {
  holds = true
  /** What is done when it turns out wrong. */
  readonly consequences: (() => void)[] = []
}

export function assume(): Assumption {
  return new Assumption()
}

/** Has `consequence` follow as soon as one of the assumptions is wrong. */
export function dependOn(assumptions: readonly Assumption[] | undefined, consequence: () => void): void {
  if (assumptions === undefined) return
  for (let i = 0; i < assumptions.length; i++) {
    const { consequences } = assumptions[i]!
    consequences[consequences.length] = consequence
  }
}

/** `value`, which has arrived at the place that `assumption` is about. */
export function expect<T>(assumption: Assumption, value: T): T {
  if ((typeof value === 'object' && value !== null) || typeof value === 'function') look(assumption, value)
  return value
}

function look(assumption: Assumption, value: object): void {
  anyArrived = true
  if (isUnchanging(value)) return
  markStranger(value)
  if (!assumption.holds) return
  assumption.holds = false
  const { consequences } = assumption
  for (let i = 0; i < consequences.length; i++) consequences[i]!()
}

/** Whether all clones share `value`, whoever holds it. */
function isUnchanging(value: object): boolean {
  if (typeof value === 'function') return closureOf(value) === undefined
  if (isMarked(value)) return true
  const prototype: object | null = getPrototypeOf(value)
  return (prototype !== null && isImmutableClass(prototype)) || isDeeplyFrozen(value)
}

/** Whether any object has come from outside, changing or not. */
export let anyArrived = false

const strangers = new WeakSet<object>()

/** Remembers that `value` came from outside: it leaves again as the one that it is. */
export function markStranger(value: object): void {
  anyArrived = true
  strangers.add(value)
}

export function isStranger(value: object): boolean {
  return strangers.has(value)
}
