// The static part of a compiled generator function, as the compiler describes it: one row per suspension
// point. Copying, comparing, reading and writing frames all go by these rows.

import type { Frame } from './frame.ts'

export type Step = Frame['$step']

/**
 * One suspension point as the compiler describes it: the constructor of its frame, its position, and the names
 * of its slots in the order of the constructor's parameters after the parent: first those that may hold
 * something mutable, then those that clones share whatever they hold. Behind a colon stands the user's name
 * for it, where that is another.
 */
export type PointRow = readonly [
  frame: FrameConstructor,
  line: number,
  column: number,
  copied: string,
  shared?: string,
  handles?: 0 | 1,
]

export type FrameConstructor = new (parent: Frame | null, ...slots: readonly unknown[]) => Frame

/** The static part of a generator function. `step` is null where it closes over variables: then each maker has its own. */
export class Code {
  constructor(
    readonly name: string,
    readonly file: string,
    readonly step: Step | null,
    readonly points: readonly PointRow[],
    /** Its name among those of its file, and a fingerprint of its source. */
    readonly label: string,
  ) {}
}
