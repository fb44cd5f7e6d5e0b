// All Pythagorean triples a ≤ b ≤ c up to 300, by trying every triple: four and a half million of them.

import { choose, guard, solve } from 'multishot'

const most = 300

const numbers = Array.from({ length: most }, (_, i) => i + 1)

const from = (first: number): number[] => numbers.slice(first - 1)

function* program() {
  const a = yield* choose(from(1))
  const b = yield* choose(from(a))
  const c = yield* choose(from(b))
  yield* guard(a * a + b * b === c * c)
  return a + b + c
}

const sum = (found: Iterable<number>): number => Array.from(found).reduce((a, b) => a + b, 0)

export const searched = (): number => sum(solve(program))

export function recursive(): number {
  const found: number[] = []
  for (let a = 1; a <= most; a++) {
    for (let b = a; b <= most; b++) {
      for (let c = b; c <= most; c++) if (a * a + b * b === c * c) found.push(a + b + c)
    }
  }
  return sum(found)
}
