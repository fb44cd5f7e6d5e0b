// A depth-first search of more than 10^8 steps: all strings of eight digits, none of which is accepted.
// It keeps only its open choice points, so the heap must stay as flat as it was in the first second.

import { choose, fail, solve } from 'multishot'

const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]

let peak = 0

/** Looks at the heap on ten thousand occasions, spread evenly over the search. */
function lookAtHeap(): void {
  peak = Math.max(peak, process.memoryUsage().heapUsed)
}

function* program() {
  for (let place = 0; place < 8; place++) {
    if (place === 4) lookAtHeap()
    yield* choose(digits)
  }
  return yield* fail()
}

export function searched(): number {
  return solve(program).toArray().length
}

/** The most that the heap held, in bytes. */
export const peakHeap = (): number => peak
