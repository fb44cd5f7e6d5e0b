// A deadline is one of work, not of the clock: a machine that is busy with others breaks no law.

import { expect, test } from 'vitest'
import { withDeadline } from './deadline.ts'

test('what does not end is stopped', () => {
  const forever = (): never => {
    for (;;);
  }
  expect(() => withDeadline(20, forever)).toThrow(/timed out/)
})

test('what had to wait for the processor runs again', () => {
  let runs = 0
  const delayed = (): string => {
    runs += 1
    if (runs === 1) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300)
    return 'done'
  }
  expect(withDeadline(150, delayed)).toBe('done')
  expect(runs).toBe(2)
})

test('an error is passed on as it is', () => {
  const failing = (): never => {
    throw new RangeError('own')
  }
  expect(() => withDeadline(1000, failing)).toThrow(RangeError)
})
