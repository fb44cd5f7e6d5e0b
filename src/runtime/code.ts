// The static part of a compiled generator function, as the compiler describes it. Copying, comparing, reading and
// writing frames all go by these rows.

import type { Assumption } from './assumption.ts'
import type { Frame } from './frame.ts'
import { words } from './intrinsics.ts'

export type Step = Frame['$step']

/**
 * The frames of some suspension points, as the compiler describes them: their constructor, and the names of their
 * slots in the order of its parameters: first those that may hold something mutable, then those that clones
 * share whatever they hold. Behind a colon stands the user's name for it, where that is another.
 *
 * `proven` are those of the first that hold what nobody changes, as the compiler has proved on `assumptions`: they
 * are copied only with others.
 */
export type ShapeRow = readonly [
  frame: FrameConstructor,
  copied: string,
  shared?: string,
  proven?: string,
  assumptions?: readonly Assumption[],
]

/**
 * One suspension point: which shape its frames have, where it stands, and the sum of its traits; then in
 * pairs, from and to, which slots hold nothing there because their variables are dead.
 */
export type PointRow = readonly [
  shape: number,
  line: number,
  column: number,
  traits?: number,
  ...dead: readonly number[],
]

/** A point sees `throw` and `return`. */
export const HANDLES = 1
/** A point waits for what a function of the same file returns. */
export const TRUSTS = 2

/** Where the traits stand in a row, and where the pairs begin. */
export const TRAITS = 3
export const FIRST_DEAD = 4

/** Whether a slot, by its number, holds nothing at a point. */
export function isDead(point: PointRow, slot: number): boolean {
  for (let at = FIRST_DEAD; at < point.length; at += 2)
    if (slot >= point[at]! && slot < point[at + 1]!) return true
  return false
}

/** Takes the parent, the number of the point where several share the shape, and the slots. */
export type FrameConstructor = new (parent: Frame | null, ...slots: readonly unknown[]) => Frame

/** The static part of a generator function. `step` is null where it closes over variables: then each maker has its own. */
export class Code {
  /** The first function that was made of it, where all that are do the same. */
  declared: Function | null = null

  constructor(
    readonly name: string,
    readonly file: string,
    readonly step: Step | null,
    readonly shapes: readonly ShapeRow[],
    readonly points: readonly PointRow[],
    /** Its name among those of its file, and a fingerprint of its source. */
    readonly label: string,
    /** The source that its points stand in; another than `file` where that was compiled by somebody before. */
    readonly source: string,
  ) {}
}

/** The names of slots, without those that they have to the user. */
export function namesIn(text: string): readonly string[] {
  const slots = words(text, ' ')
  const names: string[] = []
  for (let i = 0; i < slots.length; i++) names[i] = words(slots[i]!, ':')[0]!
  return names
}

/**
 * The rows of numbers in `text`, with a bar between two of them. They name their shape if there is more than one, and
 * their traits if there are any: what follows stands in pairs.
 */
export function pointsIn(text: string, shapes: number): readonly PointRow[] {
  const rows = words(text, '|')
  const points: PointRow[] = []
  for (let i = 0; i < rows.length; i++) {
    const numbers = words(rows[i]!, ' ')
    const row: number[] = shapes > 1 ? [] : [0]
    const hasTraits = (row.length + numbers.length) % 2 === FIRST_DEAD % 2
    for (let j = 0; j < numbers.length; j++) {
      if (row.length === TRAITS && !hasTraits) row[TRAITS] = 0
      row[row.length] = +numbers[j]!
    }
    points[i] = row as unknown as PointRow
  }
  return points
}

/** How a frame of `code` at `point` is made: its parent, its point where several share the shape, and the slots. */
export function slotsOf(
  { shapes, points }: Code,
  point: number,
): {
  readonly make: FrameConstructor
  readonly copied: readonly string[]
  readonly shared: readonly string[]
  readonly hasPoint: boolean
} {
  const shape = points[point]![0]
  const [make, copied, shared = ''] = shapes[shape]!
  const hasPoint = points.filter((row) => row[0] === shape).length > 1
  return { make, copied: namesIn(copied), shared: namesIn(shared), hasPoint }
}
