// SEND + MORE = MONEY in two ways: all digits first and the sum then (1.8 million arrangements), and column by
// column. A set of digits is a number with a bit for each.

import { choose, guard, solve } from 'multishot'

const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
const all = 2 ** 10 - 1

/** The digits in each set. */
const membersOf = Array.from({ length: all + 1 }, (_, set) => digits.filter((digit) => set & (1 << digit)))

const without = (set: number, digit: number): number => set & ~(1 << digit)

function isSum(
  s: number,
  e: number,
  n: number,
  d: number,
  m: number,
  o: number,
  r: number,
  y: number,
): boolean {
  const send = 1000 * s + 100 * e + 10 * n + d
  const more = 1000 * m + 100 * o + 10 * r + e
  return s !== 0 && m !== 0 && send + more === 10000 * m + 1000 * o + 100 * n + 10 * e + y
}

function* naive() {
  let left = all
  const s = yield* choose(membersOf[left]!)
  left = without(left, s)
  const e = yield* choose(membersOf[left]!)
  left = without(left, e)
  const n = yield* choose(membersOf[left]!)
  left = without(left, n)
  const d = yield* choose(membersOf[left]!)
  left = without(left, d)
  const m = yield* choose(membersOf[left]!)
  left = without(left, m)
  const o = yield* choose(membersOf[left]!)
  left = without(left, o)
  const r = yield* choose(membersOf[left]!)
  left = without(left, r)
  const y = yield* choose(membersOf[left]!)
  yield* guard(isSum(s, e, n, d, m, o, r, y))
  return 10000 * m + 1000 * o + 100 * n + 10 * e + y
}

function* pruned() {
  let left = all
  const d = yield* choose(membersOf[left]!)
  left = without(left, d)
  const e = yield* choose(membersOf[left]!)
  left = without(left, e)
  const y = yield* choose(membersOf[left]!)
  left = without(left, y)
  yield* guard((d + e) % 10 === y)
  const tens = Math.floor((d + e) / 10)
  const n = yield* choose(membersOf[left]!)
  left = without(left, n)
  const r = yield* choose(membersOf[left]!)
  left = without(left, r)
  yield* guard((n + r + tens) % 10 === e)
  const hundreds = Math.floor((n + r + tens) / 10)
  const o = yield* choose(membersOf[left]!)
  left = without(left, o)
  yield* guard((e + o + hundreds) % 10 === n)
  const s = yield* choose(membersOf[left]!)
  left = without(left, s)
  const m = yield* choose(membersOf[left]!)
  yield* guard(isSum(s, e, n, d, m, o, r, y))
  return 10000 * m + 1000 * o + 100 * n + 10 * e + y
}

/** Nested loops with the same digits left at each. */
function naiveRecursion(taken: readonly number[], left: number, found: number[]): void {
  if (taken.length === 8) {
    const [s, e, n, d, m, o, r, y] = taken as [number, number, number, number, number, number, number, number]
    if (isSum(s, e, n, d, m, o, r, y)) found.push(10000 * m + 1000 * o + 100 * n + 10 * e + y)
    return
  }
  for (const digit of membersOf[left]!) naiveRecursion([...taken, digit], without(left, digit), found)
}

function prunedLoops(found: number[]): void {
  for (const d of membersOf[all]!) {
    const afterD = without(all, d)
    for (const e of membersOf[afterD]!) {
      const afterE = without(afterD, e)
      for (const y of membersOf[afterE]!) {
        if ((d + e) % 10 !== y) continue
        const afterY = without(afterE, y)
        const tens = Math.floor((d + e) / 10)
        for (const n of membersOf[afterY]!) {
          const afterN = without(afterY, n)
          for (const r of membersOf[afterN]!) {
            if ((n + r + tens) % 10 !== e) continue
            const afterR = without(afterN, r)
            const hundreds = Math.floor((n + r + tens) / 10)
            for (const o of membersOf[afterR]!) {
              if ((e + o + hundreds) % 10 !== n) continue
              const afterO = without(afterR, o)
              for (const s of membersOf[afterO]!) {
                for (const m of membersOf[without(afterO, s)]!) {
                  if (isSum(s, e, n, d, m, o, r, y)) found.push(10000 * m + 1000 * o + 100 * n + 10 * e + y)
                }
              }
            }
          }
        }
      }
    }
  }
}

const sum = (numbers: Iterable<number>): number => Array.from(numbers).reduce((a, b) => a + b, 0)

export const searchedNaive = (): number => sum(solve(naive))
export const searchedPruned = (): number => sum(solve(pruned))

export function recursiveNaive(): number {
  const found: number[] = []
  naiveRecursion([], all, found)
  return sum(found)
}

export function recursivePruned(): number {
  const found: number[] = []
  prunedLoops(found)
  return sum(found)
}
