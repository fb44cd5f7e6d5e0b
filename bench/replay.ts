// The peer without a build step: search by replaying native generators, as immutagen and burrido do. A
// native generator cannot be copied, so every option but the first of a choice is reached by running the
// program from its start and answering each earlier question again.
//
// It is written as well as we can: a branch goes on with its first option without a replay, options of
// arrays are not copied, and the last solution's path is reused in place.

import type { Effect, Program } from 'multishot'

/** A question on the path: its options and the one that the current branch took. */
interface Turn {
  readonly options: readonly unknown[]
  taken: number
}

/** All solutions, depth first, in the order of the options. */
export function replay<A>(program: Program<A>): A[] {
  const solutions: A[] = []
  const path: Turn[] = []
  do {
    const generator = program()
    let answered = 0
    let step = generator.next()
    while (step.done !== true && (step.value as Effect<unknown>).tag === 'choice') {
      if (answered === path.length) {
        const { options } = step.value as unknown as { readonly options: Iterable<unknown> }
        const list = Array.isArray(options) ? options : [...options]
        if (list.length === 0) break
        path.push({ options: list, taken: 0 })
      }
      const turn = path[answered++]!
      step = generator.next(turn.options[turn.taken])
    }
    if (step.done === true) solutions.push(step.value)
  } while (goToNextBranch(path))
  return solutions
}

/** Moves the path to the next branch in depth-first order; false when there is none. */
function goToNextBranch(path: Turn[]): boolean {
  for (let turn = path.at(-1); turn !== undefined; turn = path.at(-1)) {
    if (++turn.taken < turn.options.length) return true
    path.pop()
  }
  return false
}
