// What the forks of the search that runs go by, and what they have copied. A search says it when it starts to run
// and takes it back when it pauses, as it does with the machine's scheduler: so neither frames nor choice points
// carry it.

import type { Frame } from './frame.ts'
import type { Graph } from './graph.ts'
import { ISOLATE } from './policy.ts'
import type { Policy } from './policy.ts'

/** The forks of one search, which owns this. */
export interface Forking {
  readonly policy: Policy
  /** Objects copied so far. */
  copied: number
  /** Hears of each copy that is not made by a template, with the stack that it was made of. Null: nobody does. */
  readonly heard: ((stack: Frame, graph: Graph) => void) | null
}

/** What forks outside of all searches go by. */
const outside: Forking = { policy: ISOLATE, copied: 0, heard: null }

/** What forks go by now. */
export let forking = outside

/** Whether a search runs, also where its branch drives generators of its own. */
export function isSearching(): boolean {
  return forking !== outside
}

/** From now on forks go by `next`. Returns what they went by. */
export function forkBy(next: Forking): Forking {
  const before = forking
  forking = next
  return before
}

/** A copy has been made of `stack`. */
export function forked(by: Forking, stack: Frame, graph: Graph): void {
  by.copied += graph.made
  if (by.heard !== null && graph.made > 0) by.heard(stack, graph)
}
