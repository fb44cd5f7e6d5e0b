/** How long the awaits of a program take, at random. */
import fc from 'fast-check'
import type { Pause } from './twin.ts'

export const pauses: fc.Arbitrary<readonly Pause[]> = fc.array(
  fc.record({
    how: fc.constantFrom('value', 'ticks', 'ticks', 'turns'),
    many: fc.integer({ min: 1, max: 4 }),
  }),
  { minLength: 1, maxLength: 8 },
)
