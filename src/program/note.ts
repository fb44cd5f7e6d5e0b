// Something worth telling those who watch a search. The program goes on as if it were not there.

import { Effect } from '../runtime/effect.ts'

/** Tells whoever traces the search a value under a label. */
export class Note extends Effect<void> {
  readonly tag = 'note'
  readonly label: string
  readonly value: unknown
  constructor(label: string, value: unknown) {
    super()
    this.label = label
    this.value = value
    Object.freeze(this)
  }
}

/**
 * Shows `value` under `label` in traces and search trees; without a trace it does nothing.
 *
 * Law: a program has the same solutions with and without its notes.
 *
 * ```ts
 * import { amb, note, solve } from 'multishot'
 *
 * const heard: unknown[] = []
 * const sums = solve(
 *   function* () {
 *     const sum = (yield* amb(1, 2)) + (yield* amb(10, 20))
 *     yield* note('sum', sum)
 *     return sum
 *   },
 *   { trace: (event) => event.tag === 'note' && heard.push(event.value) },
 * )
 * console.log(sums.toArray(), heard) // → [ 11, 21, 12, 22 ] [ 11, 21, 12, 22 ]
 * ```
 *
 * The value is the branch's own, no copy: it shows what it holds when it is looked at.
 */
export function note(label: string, value: unknown): Note {
  return new Note(label, value)
}
