// What somebody who hears a search knows of each branch, handed on from a branch to those that leave its choice,
// and forgotten when nothing can leave it any more: so memory is that of the open branches, not of all there were. One
// that is cut is kept, because some strategies start again there.

import type { BranchId, TraceEvent } from '../search/index.ts'

type Started = Extract<TraceEvent, { readonly tag: 'option' }>

/** Whether nothing is heard of the branch any more, but what leaves its choice. */
function isLast(event: Exclude<TraceEvent, { readonly tag: 'end' }>): boolean {
  switch (event.tag) {
    case 'fail':
    case 'solution':
    case 'threw':
    case 'merged':
      return true
    case 'answer':
      return event.ends
    default:
      return false
  }
}

export class Lineage<Known> {
  readonly #living: Map<BranchId, Known>
  readonly #sizes = new Map<BranchId, number>()
  readonly #born: (parent: Known, event: Started) => Known

  /** `first` is known of the program itself, `born` of a branch that starts. */
  constructor(first: Known, born: (parent: Known, event: Started) => Known) {
    this.#living = new Map([[0, first]])
    this.#born = born
  }

  /** What is known of the branch that `event` is about, which may then be forgotten. */
  of(event: Exclude<TraceEvent, { readonly tag: 'end' }>): Known {
    const { branch } = event
    if (event.tag === 'option') this.#start(event)
    const known = this.#living.get(branch)!
    if (event.tag === 'choice' && event.size !== undefined) this.#sizes.set(branch, event.size)
    if (isLast(event)) this.#forget(branch)
    return known
  }

  #start(event: Started): void {
    const { branch, parent, index } = event
    this.#living.set(branch, this.#born(this.#living.get(parent)!, event))
    if (index + 1 === this.#sizes.get(parent)) this.#forget(parent)
  }

  /** All but the program itself, where some strategies start again. */
  #forget(branch: BranchId): void {
    if (branch === 0) return
    this.#living.delete(branch)
    this.#sizes.delete(branch)
  }
}
