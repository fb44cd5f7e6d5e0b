// The two ways to copy a suspended computation: `fork` for the search, which copies a stack together
// with the option that is about to be sent to it, and `clone` for a generator that a user holds.

import { AsyncCursor, makeAsyncGenerator } from './async-generator.ts'
import { isClean, isShareable } from './clean.ts'
import { copyStack, copyValue, fillCopies, shareEnclosing } from './copy.ts'
import { requireCursor } from './cursors.ts'
import { forked, forking } from './forking.ts'
import type { Frame } from './frame.ts'
import { Cursor, makeGenerator } from './generator.ts'
import type { MadeBy } from './generator.ts'
import { beginSharing } from './leaving.ts'
import { machine } from './machine.ts'
import { policyOf } from './policy.ts'
import type { CopyPolicy, Policy } from './policy.ts'
import { isPrimitive } from './primitive.ts'
import { explained, requireSuspended } from './refusal.ts'
import { getPrototypeOf, ownKeys } from './intrinsics.ts'
import { beginCopy, endCopy, giveUpCopy, metSoFar } from './undertaking.ts'

/**
 * A private copy of `stack` and of `option`, which are copied as one graph: what they share stays
 * shared. The copy of the option is left in `machine.value`. A stack that holds nothing mutable is
 * returned as it is. Default for `policy`: that of the search that runs.
 */
export function fork(stack: Frame, option: unknown, policy?: Policy): Frame {
  if (isPrimitive(option) && isClean(stack)) {
    machine.value = option
    return stack
  }
  const by = forking
  const outer = beginCopy(policy ?? by.policy)
  try {
    const copy = copyStack(stack)
    const branchOption = copyValue(option)
    fillCopies()
    forked(by, stack, metSoFar())
    // Last, because values that say themselves how they are copied may run generators meanwhile.
    machine.value = branchOption
    return copy
  } catch (error) {
    giveUpCopy()
    throw explained(error, stack)
  } finally {
    endCopy(outer)
  }
}

/**
 * Clones a suspended generator: original and clone both go on from here, independently, and nothing
 * that ran before runs again.
 *
 * Law: for every sequence of inputs, `clone(g)` gives what `g` would have given, and no write made by
 * one is seen by the other. Locals, arrays, plain objects, `Map`, `Set`, typed arrays, `Date`,
 * captured variables and nested generators are isolated, with cycles and aliases kept; primitives,
 * functions of other modules, frozen data, Immutable.js collections and effects are shared.
 *
 * O(1) when the stack holds nothing mutable, whatever its depth. An async generator can be cloned while it is
 * suspended at a `yield`, has not started or has finished, and not while it awaits.
 *
 * @example
 * ```ts
 * import { clone } from 'multishot'
 *
 * function* counter(): Generator<number, never, number> {
 *   let total = 0
 *   for (;;) total += yield total
 * }
 * const g = counter()
 * g.next()
 * g.next(5)
 * const h = clone(g)
 * console.log(g.next(1).value, h.next(10).value) // → 6 15
 * ```
 *
 * `copy` says what becomes of what the variables hold: see `CopyPolicy`.
 *
 * @throws {MultishotError} MS1001 for a generator that was not compiled; MS1003 when a variable holds
 * what cannot be copied (a class instance, a promise, a native generator); MS1004 for an option `copy` that is
 * none; MS1005 for an async generator that awaits.
 * @throws {TypeError} for a generator that is running.
 */
export function clone<T extends AnyIterator>(generator: T, options: CloneOptions = {}): T {
  const cursor = requireCursor(generator, 'the generator to clone')
  const policy = policyOf(options.copy)
  requireSuspended(cursor, 'clone')
  const { stack, maker } = cursor
  beginSharing()
  if ((stack === null || isShareable(stack)) && isBare(generator, maker)) {
    const prototype: object = getPrototypeOf(generator)
    return (
      cursor instanceof AsyncCursor
        ? makeAsyncGenerator(prototype, new AsyncCursor(stack, maker))
        : makeGenerator(prototype, new Cursor(stack, maker))
    ) as T
  }
  const outer = beginCopy(policy)
  try {
    shareEnclosing(maker)
    const copy = copyValue(generator)
    fillCopies()
    return copy
  } catch (error) {
    giveUpCopy()
    throw explained(error, stack)
  } finally {
    endCopy(outer)
  }
}

/** Any generator object: plain or async. */
export type AnyIterator = Iterator<unknown> | AsyncIterator<unknown>

export interface CloneOptions {
  /** What becomes of what the variables hold. Default: `'isolate'`, no write in one clone is seen by another. */
  readonly copy?: CopyPolicy
}

/** Whether the generator has no properties of its own. Asking for all own keys would cost more than the clone. */
function isBare(generator: object, { prototype }: MadeBy): boolean {
  for (const _ in generator) return false
  return getPrototypeOf(generator) === prototype || ownKeys(generator).length === 0
}
