// What strategies are given that they cannot go by.

import { describe, expect, test } from 'vitest'
import { amb, beam, bestFirst, MultishotError, solve } from '../../index.ts'
import type { Priority } from '../../index.ts'

function* program() {
  return yield* amb(1, 2)
}

test.each([
  [0, '0'],
  [-1, '-1'],
  [Number.NaN, 'NaN'],
  ['3', '"3"'],
  [undefined, 'undefined'],
  [null, 'null'],
])('beam refuses the width %o', (width, told) => {
  expect(() => beam({ width: width as never })).toThrow(
    new MultishotError(
      'MS3012',
      `beam({ width }) needs a number from 1, got ${told}: so many branches of each level are kept.`,
    ),
  )
})

describe.each([
  ['bestFirst', (priority: Priority) => bestFirst({ priority })],
  ['beam', (priority: Priority) => beam({ width: 2, priority })],
])('%s', (_, by) => {
  test.each([
    ['a variable that is not live', (): unknown => undefined, 'undefined'],
    ['no number', (): unknown => Number.NaN, 'NaN'],
    ['a text', (): unknown => '1', '"1"'],
  ])('refuses %s as a priority', (_name, priority, told) => {
    const stream = solve(program, { strategy: by(priority as () => number) })
    expect(() => stream.toArray()).toThrow(
      new MultishotError(
        'MS3009',
        `a priority must be a number, got ${told}. A variable of the program is among \`variables\` only where it is ` +
          `live: where its value will still be read after the choice.`,
      ),
    )
  })

  test('hands on what the priority throws itself', () => {
    const priority = (): never => {
      throw new RangeError('mine')
    }
    expect(() => solve(program, { strategy: by(priority) }).toArray()).toThrow(new RangeError('mine'))
  })
})
