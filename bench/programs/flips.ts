// Task `triples` of effect-handlers-bench: strictly decreasing triples that sum up to 300, every number found
// by flipping a coin whether it is this one or a smaller one.

import { amb, fail, guard, solve, type Nondeterminism } from 'multishot'

const most = 300

function* choice(n: number): Generator<Nondeterminism, number> {
  for (let i = n; i >= 1; i--) if (yield* amb(true, false)) return i
  return yield* fail()
}

function* program() {
  const i = yield* choice(most)
  const j = yield* choice(i - 1)
  const k = yield* choice(j - 1)
  yield* guard(i + j + k === most)
  return hash(i, j, k)
}

const hash = (i: number, j: number, k: number): number => (53 * i + 2809 * j + 148877 * k) % 1000000007

export function searched(): number {
  let sum = 0
  for (const each of solve(program)) sum = (sum + each) % 1000000007
  return sum
}

export function recursive(): number {
  let sum = 0
  for (let i = most; i >= 1; i--) {
    for (let j = i - 1; j >= 1; j--) {
      for (let k = j - 1; k >= 1; k--) if (i + j + k === most) sum = (sum + hash(i, j, k)) % 1000000007
    }
  }
  return sum
}
