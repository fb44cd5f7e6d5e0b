// How the forks of a search copy, from its options.

import { copiedOf, policyOf } from '../runtime/index.ts'
import type { Copied, CopyPolicy, Forking, Frame } from '../runtime/index.ts'
import { badBound, notAListener } from './errors.ts'

export interface CopyOptions {
  /**
   * What becomes of what the variables hold when branches part. Default: `'isolate'`, no branch sees what another one
   * changes.
   */
  readonly copy?: CopyPolicy
  /**
   * Hears of each choice at which a fork copies more than `copiesAbove` values: once, before its first branch goes on.
   * Default: nobody does, and it costs nothing.
   */
  readonly copies?: (copied: Copied) => void
  /** How many values may be copied unheard: elements, entries, properties, bytes. Default: 1000. */
  readonly copiesAbove?: number
}

/** Values that a fork may copy before it is worth a word. */
const WORTH_A_WORD = 1000

export function forkingOf({ copy, copies, copiesAbove = WORTH_A_WORD }: CopyOptions): Forking {
  if (typeof copiesAbove !== 'number' || !(copiesAbove >= 0)) throw badBound('copiesAbove', copiesAbove)
  if (copies !== undefined && typeof copies !== 'function') throw notAListener('copies', copies)
  const heard = copies === undefined ? null : once(copies, copiesAbove)
  return { policy: policyOf(copy), copied: 0, heard }
}

/** All forks of a choice are of one stack. */
function once(copies: (copied: Copied) => void, above: number): NonNullable<Forking['heard']> {
  const known = new WeakSet<Frame>()
  return (stack, graph) => {
    if (known.has(stack)) return
    known.add(stack)
    const copied = copiedOf(stack, graph)
    if (copied.values > above) copies(copied)
  }
}
