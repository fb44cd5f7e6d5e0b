// What TypeScript infers for programs. Nothing here runs a search: these are laws of the types.

import { describe, expectTypeOf, test } from 'vitest'
import { Effect } from '../runtime/effect.ts'
import {
  abortSignal,
  amb,
  choose,
  collect,
  either,
  fail,
  guard,
  ifte,
  once,
  resource,
  within,
} from './index.ts'
import type { AsyncNondeterminism, AsyncProgram, Nondeterminism, Program, ProgramOf, Spent } from './index.ts'

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

  test('within knows which bound goes on with something else, and what that is', () => {
    accept(function* () {
      const either = yield* within(
        { steps: 9 },
        () => walk(1),
        function* (reason) {
          expectTypeOf(reason).toEqualTypeOf<Parameters<Spent>[0]>()
          return `more (${reason})`
        },
      )
      expectTypeOf(either).toEqualTypeOf<number | string>()
      const only = yield* within({ steps: 9 }, () => walk(1))
      expectTypeOf(only).toEqualTypeOf<number>()
    })
  })

  test('a program that is declared apart keeps its type', () => {
    expectTypeOf(accept(() => walk(3))).toEqualTypeOf<Program<number, Nondeterminism>>()
    expectTypeOf(asking).toExtend<Program<string>>()
  })
})

describe('an async program', () => {
  /** Takes what `solveAsync` takes. */
  function acceptAsync<Answer>(program: ProgramOf<Answer, AsyncNondeterminism>): () => Answer {
    return program as never
  }

  test('infers answers as a plain one does, also those that it awaits', () => {
    const program = acceptAsync(async function* () {
      const n = yield* amb(1, 2)
      expectTypeOf(n).toEqualTypeOf<number>()
      const text = await Promise.resolve('a')
      expectTypeOf(text).toEqualTypeOf<string>()
      const walked = yield* walk(1)
      expectTypeOf(walked).toEqualTypeOf<number>()
      const handle = yield* resource(
        async () => ({ fd: 1 }),
        (opened) => opened.fd,
      )
      expectTypeOf(handle).toEqualTypeOf<{ fd: number }>()
      const signal = yield* abortSignal()
      expectTypeOf(signal).toEqualTypeOf<AbortSignal>()
      return { n, text }
    })
    expectTypeOf(program).toEqualTypeOf<() => { n: number; text: string }>()
  })

  test('may stand in operators, whose answers are inferred, together with plain ones', () => {
    acceptAsync(async function* () {
      const one = yield* once(async function* () {
        return await Promise.resolve(yield* amb('a', 'b'))
      })
      expectTypeOf(one).toEqualTypeOf<string>()
      const all = yield* collect(async function* () {
        return 1
      })
      expectTypeOf(all).toEqualTypeOf<number[]>()
      const mixed = yield* either(
        async function* () {
          return 'x'
        },
        function* () {
          return yield* amb(1)
        },
      )
      expectTypeOf(mixed).toEqualTypeOf<string | number>()
      const chosen = yield* ifte(
        async function* () {
          return yield* amb(1, 2)
        },
        async function* (n) {
          expectTypeOf(n).toEqualTypeOf<number>()
          return n > 1
        },
        function* () {
          return null
        },
      )
      expectTypeOf(chosen).toEqualTypeOf<boolean | null>()
    })
  })

  test('is rejected by `solve`, also inside an operator', () => {
    async function* waiting() {
      return await Promise.resolve(yield* amb(1, 2))
    }
    // @ts-expect-error -- nobody waits
    accept(waiting)
    // @ts-expect-error -- nobody waits
    accept(function* () {
      return yield* once(waiting)
    })
    const accepted = acceptAsync(waiting)
    expectTypeOf(accepted).toEqualTypeOf<() => number>()
  })

  test('may not ask for an effect of the user’s own', () => {
    async function* waiting() {
      return await Promise.resolve(yield* new Ask())
    }
    // @ts-expect-error -- `solveAsync` has no answer to `Ask`
    acceptAsync(waiting)
    expectTypeOf(waiting).toExtend<AsyncProgram<string>>()
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
