// The copies of frames. A frame that holds nothing to copy stands for its own copy, and remembers it.

import { isClean } from './clean.ts'
import { CLEAN, DIRTY, PROVEN } from './frame.ts'
import type { CopyValue, Frame } from './frame.ts'
import { copies, policy } from './undertaking.ts'

/** The copy of a stack that is copied together with other things. */
export function copyFrames(stack: Frame, copy: CopyValue): Frame {
  if (isKnownClean(stack)) return stack
  if (stack.$parent === null || isKnownClean(stack.$parent)) return copyAbove(stack, stack.$parent, copy)
  const frames: Frame[] = []
  let below: Frame | null = stack
  while (below !== null && !isKnownClean(below)) {
    frames.push(below)
    below = below.$parent
  }
  // From the bottom up, because a frame is made with its parent.
  let parent: Frame | null = below
  for (let i = frames.length - 1; i >= 0; i--) {
    parent = copyAbove(frames[i]!, parent, copy)
  }
  return parent!
}

function isKnownClean(stack: Frame): boolean {
  return stack.$clean === CLEAN || stack.$clean === policy.clean
}

/**
 * The copy of a frame above its copied parent; the frame itself if nothing changed. It is known to be clean
 * from then on only where all below is, because what stands below a clean frame is never asked again.
 */
function copyAbove(frame: Frame, parent: Frame | null, copy: CopyValue): Frame {
  if (isClean(frame) && frame.$clean === CLEAN) return frame
  const before = copies
  const copied = frame.$copy(frame, copy, parent)
  if (copied === frame) return frame
  if (copies === before && parent === frame.$parent) {
    if (parent === null || isKnownClean(parent)) frame.$clean = policy.clean
    return frame
  }
  if (frame.$clean !== PROVEN) frame.$clean = DIRTY
  return copied
}
