// A tabled function for tests, which says how often its body ran.

import { amb, tabled } from '../src/index.ts'

export function countedSquare(): { readonly square: (n: number) => any; readonly runs: () => number } {
  let runs = 0
  const square = tabled(function* (n: number): Generator<any, number, any> {
    runs++
    return n * n + (yield* amb(0, 1))
  })
  return { square, runs: () => runs }
}
