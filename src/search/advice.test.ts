// Where a program delegates to something that is not iterable, who solves it is told what to write; the program itself,
// and whoever drives a generator by hand, gets the error of ECMAScript.

import { expect, test } from 'vitest'
import { amb, solve, solveAsync } from '../index.ts'

const given = (value: unknown): Generator<never> => value as never
const nothing = given(undefined)
function* helper() {
  return yield* amb(1, 2)
}

const told: readonly (readonly [what: string, value: unknown, error: string, advice: RegExp])[] = [
  [
    'undefined',
    undefined,
    'undefined is not iterable',
    /`yield\* amb\(1, 2\)`.*what stands here gives undefined\.$/,
  ],
  ['null', null, 'null is not iterable', /what stands here gives null\.$/],
  ['42', 42, '42 is not iterable', /A value that is there already is taken without it\.$/],
  ['an object', {}, 'an object is not iterable', /before a call of a `function\*`/],
  ['a function', helper, 'a function is not iterable', /Call it: `yield\* helper\(…\)`\.$/],
  [
    'a promise',
    Promise.resolve(),
    'an instance of Promise is not iterable',
    /`yield\* await …`.*`solveAsync`/,
  ],
]

test.each(told)('solve says what to write instead of %s', (_what, value, error, advice) => {
  const stream = solve(function* () {
    yield* amb(1, 2)
    yield* given(value)
  })
  const thrown = thrownBy(() => stream.toArray())
  expect(thrown).toBeInstanceOf(TypeError)
  expect(thrown.message).toMatch(advice)
  expect(thrown.message.startsWith(`${error}. `)).toBe(true)
  expect(thrown.stack).toContain(thrown.message)
})

test.each(told)('and so where %s stands at the end of a function', (_what, value, _error, advice) => {
  function* last() {
    return yield* given(value)
  }
  const thrown = thrownBy(() => solve(() => last()).toArray())
  expect(thrown.message).toMatch(advice)
})

test.each(told)('solveAsync says what to write instead of %s', async (_what, value, error, advice) => {
  const stream = solveAsync(async function* () {
    yield* given(value)
  })
  await expect(stream.toArray()).rejects.toMatchObject({ message: expect.stringMatching(advice) as string })
  await expect(stream.toArray()).rejects.toMatchObject({
    message: expect.stringContaining(`${error}. `) as string,
  })
})

test.each(told)('a generator that is driven by hand gets the plain error of %s', (_what, value, error) => {
  function* main() {
    yield* given(value)
  }
  expect(thrownBy(() => main().next()).message).toBe(error)
})

test('a program that catches it does, too', () => {
  const messages = solve(function* () {
    try {
      yield* nothing
    } catch (error) {
      return (error as Error).message
    }
    return ''
  }).toArray()
  expect(messages).toEqual(['undefined is not iterable'])
})

test('loops and patterns have no such advice', () => {
  const looping = thrownBy(() =>
    solve(function* () {
      for (const each of nothing) yield* amb(each)
    }).toArray(),
  )
  expect(looping.message).toBe('undefined is not iterable')
})

function thrownBy(work: () => unknown): Error {
  try {
    work()
  } catch (error) {
    return error as Error
  }
  throw new Error('nothing was thrown')
}
