import { expect, test } from 'vitest'
import { amb, guard, solveAsync } from 'multishot'

function* even() {
  const sum = (yield* amb(1, 2, 3)) + (yield* amb(1, 2, 3))
  yield* guard(sum % 2 === 0)
  return sum
}

test.each([0, 0.01, 8])('a slice of %d milliseconds comes to all solutions', async (slice) => {
  const found: number[] = []
  for await (const sum of solveAsync(even, { slice })) found.push(sum)
  expect(found).toEqual([2, 4, 4, 4, 6])
})
