/**
 * No way to change an object is overlooked by the proof that nobody changes it.
 */
import { expect, test } from 'vitest'
import type { Operation, Script } from '../scripts.ts'
import { assertProofsUnseen } from './law.ts'
import { changedBy, ways } from './ways.ts'

const next = (on: number, value: string): Operation => ({ tag: 'resume', on, act: 'next', value })

/** Both change the object, and then look at it. */
const script: Script = [
  next(0, 'undefined'),
  { tag: 'clone', on: 0, as: 1 },
  next(0, '1'),
  next(1, '2'),
  next(0, "'a'"),
  next(1, "'b'"),
]

test('the object is shared by proof while nothing changes it', () => {
  const count = { proven: 0, shared: 0 }
  assertProofsUnseen(changedBy('log("n", n)', 'strict'), script, count)
  expect(count).toEqual({ proven: 1, shared: 1 })
})

test.each(Object.entries(ways))('%s: a clone does not see it', (_what, way) => {
  for (const mode of ['strict', 'sloppy'] as const)
    expect(assertProofsUnseen(changedBy(way, mode), script, { proven: 0, shared: 0 })).toBeUndefined()
})
