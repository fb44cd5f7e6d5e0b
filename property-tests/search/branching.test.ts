import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assertLikeReplay, compiledProgram } from './branching/law.ts'
import { programs } from './branching/programs.ts'
import { nativeProgram, replayed } from './branching/replay.ts'

test('a search of compiled code comes to what replaying native generators comes to, wherever it stops', () => {
  let steps = 0
  const law = fc.property(programs, fc.array(fc.nat(60), { maxLength: 3 }), (text, bounds) => {
    const events = replayed(nativeProgram(text))
    fc.pre(events !== null)
    steps += events!.length
    const program = compiledProgram(text)
    for (const bound of [...bounds, events!.length, Infinity]) assertLikeReplay(program, events!, bound)
  })
  expect(fc.assert(law, { numRuns: 150 })).toBeUndefined()
  // So that the programs do not degenerate unnoticed.
  expect(steps).toBeGreaterThan(2000)
}, 60_000)
