// What TypeScript infers for programs. Nothing here runs a search: these are laws of the types.

import { describe, expectTypeOf, test } from 'vitest'
import { Effect } from '../runtime/effect.ts'
import { amb, choose, either, fail, guard } from './index.ts'
import type { Nondeterminism, Program } from './index.ts'

/** Takes what `solve` takes. */
function accept<Answer>(program: Program<Answer, Nondeterminism>): Program<Answer, Nondeterminism> {
  return program
}

class Ask extends Effect<string> {
  readonly tag = 'ask'
}

function* walk(depth: number): Generator<Nondeterminism, number, any> {
  const x: number = yield* amb(1, 2)
  return depth === 0 ? x : yield* walk(depth - 1)
}

function* asking() {
  return yield* new Ask()
}

function* hiding() {
  return yield* either(asking, () => walk(1))
}

function* plain() {
  yield 5
}

describe('the type of an answer', () => {
  test('amb of numbers is a number', () => {
    const program = accept(function* () {
      const x = yield* amb(1, 2, 3)
      expectTypeOf(x).toEqualTypeOf<number>()
      return x
    })
    expectTypeOf(program).toEqualTypeOf<Program<number, Nondeterminism>>()
  })

  test('amb of different types is their union, of nothing is never', () => {
    accept(function* () {
      const mixed = yield* amb(1, 'a', null)
      expectTypeOf(mixed).toEqualTypeOf<number | string | null>()
    })
    accept(function* () {
      const none = yield* amb()
      expectTypeOf(none).toEqualTypeOf<never>()
    })
  })

  test('choose gives the element type of an iterable', () => {
    const program = accept(function* () {
      const letter = yield* choose('abc')
      expectTypeOf(letter).toEqualTypeOf<string>()
      const entry = yield* choose(new Map<string, number>())
      expectTypeOf(entry).toEqualTypeOf<[string, number]>()
      const square = yield* choose([1, 2, 3] as const)
      expectTypeOf(square).toEqualTypeOf<1 | 2 | 3>()
      return entry
    })
    expectTypeOf(program).toEqualTypeOf<Program<[string, number], Nondeterminism>>()
  })

  test('either is the union of its programs’ answers', () => {
    const program = accept(function* () {
      const value = yield* either(
        function* () {
          return yield* amb(1, 2)
        },
        function* () {
          yield* guard(true)
          return 'x'
        },
        () => walk(3),
      )
      expectTypeOf(value).toEqualTypeOf<number | string>()
      return value
    })
    expectTypeOf(program).toEqualTypeOf<Program<number | string, Nondeterminism>>()
  })

  test('fail never answers and guard answers nothing', () => {
    accept(function* () {
      const n = yield* amb(1, 2)
      const text: string = n === 1 ? 'a' : yield* fail('why')
      const guarded = yield* guard(text === 'a', 'label')
      expectTypeOf(guarded).toEqualTypeOf<void>()
      const failed = yield* fail()
      expectTypeOf(failed).toEqualTypeOf<never>()
    })
  })

  test('a program that is declared apart keeps its type', () => {
    expectTypeOf(accept(() => walk(3))).toEqualTypeOf<Program<number, Nondeterminism>>()
    expectTypeOf(asking).toExtend<Program<string>>()
  })
})

describe('what a solver rejects', () => {
  test('a program that asks for an effect of the user’s own', () => {
    expectTypeOf(asking).not.toExtend<Program<string, Nondeterminism>>()
    // @ts-expect-error -- `solve` has no answer to `Ask`
    accept(asking)
  })

  test('an effect of the user’s own hidden in an alternative', () => {
    expectTypeOf(hiding).not.toExtend<Program<string | number, Nondeterminism>>()
    expectTypeOf(hiding).toExtend<Program<string | number>>()
  })

  test('a generator function with parameters', () => {
    expectTypeOf(walk).not.toExtend<Program<number, Nondeterminism>>()
  })

  test('a plain yield of what is no effect', () => {
    expectTypeOf(plain).not.toExtend<Program<void, Nondeterminism>>()
  })
})
