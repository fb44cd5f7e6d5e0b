// A program inside a generator shares the variables of the functions around it, at any depth.

import { expect, test } from 'vitest'
import { choose } from '../program/index.ts'
import { solve } from './index.ts'

test('branches of a nested program count in the variable of the generator around them', () => {
  function* outer(): Generator<never, number, unknown> {
    let count = 0
    const solutions = solve(function* () {
      function* inner() {
        const first: number = yield* choose([1, 2])
        const second: number = yield* choose([10, 20])
        count++
        return first + second
      }
      const sum: number = yield* inner()
      return [sum]
    })
    expect(solutions.toArray()).toEqual([[11], [21], [12], [22]])
    return count
  }
  expect(outer().next().value).toBe(4)
})
