// What drives async stacks: here the smallest search that answers a question with both of its options. It awaits
// what frames await, forks at questions, and sees the frames of nested generators as one stack.

import {
  asyncCursorOf,
  AWAITED,
  Effect,
  fork,
  framesOf,
  machine,
  NEXT,
  run,
  takeAsyncStack,
  takeStack,
  THROW,
  YIELDED,
} from './index.ts'
import type { Frame, Mode } from './index.ts'
import { describe, expect, test } from 'vitest'

class Flip extends Effect<boolean> {
  readonly tag = 'flip'
}

/** Runs as one who awaits, and is that no longer when somebody else's code may run. */
function resume(stack: Frame, mode: Mode, sent: unknown): Frame | null {
  machine.awaits = true
  try {
    return run(stack, mode, sent)
  } finally {
    machine.awaits = false
  }
}

/** The results of all branches, and how many frames stood at each question. */
async function explore(program: () => AsyncGenerator<Flip, unknown, any>) {
  const results: unknown[] = []
  const depths: number[] = []
  const pending: [Frame, Mode, unknown][] = [[takeAsyncStack(program(), 'the program'), NEXT, undefined]]
  for (let branch = pending.shift(); branch !== undefined; branch = pending.shift()) {
    let stack = resume(...branch)
    let { signal, value } = machine
    while (signal === AWAITED) {
      const outcome = await Promise.allSettled([value])
      const [settled] = outcome
      stack =
        settled.status === 'fulfilled'
          ? resume(stack!, NEXT, settled.value)
          : resume(stack!, THROW, settled.reason)
      ;({ signal, value } = machine)
    }
    if (signal !== YIELDED) {
      results.push(value)
      continue
    }
    depths.push(framesOf(stack).length)
    for (const option of [true, false]) pending.push([fork(stack!, option), NEXT, machine.value])
  }
  return { results, depths }
}

describe('an async stack', () => {
  test('is forked at its effects, with nested generators of both kinds, and isolated', async () => {
    function* plain(list: number[]): Generator<Flip, number, any> {
      if (yield* new Flip()) list.push(1)
      return list.length
    }
    async function* inner(list: number[]): AsyncGenerator<Flip, number, any> {
      const first = yield* new Flip()
      await Promise.resolve()
      if (first) list.push(await Promise.resolve(2))
      return yield* plain(list)
    }
    async function* outer(): AsyncGenerator<Flip, unknown, any> {
      const list: number[] = []
      return [yield* inner(list), list]
    }
    const { results, depths } = await explore(outer)
    expect(results).toEqual([
      [2, [2, 1]],
      [1, [2]],
      [1, [1]],
      [0, []],
    ])
    expect(depths).toEqual([2, 3, 3])
  })

  test('is thrown into where what it awaits is rejected', async () => {
    async function* program(): AsyncGenerator<Flip, unknown, any> {
      const side = yield* new Flip()
      try {
        await (side ? Promise.reject(new Error('rejected')) : undefined)
        return 'fine'
      } catch (error) {
        return (error as Error).message
      }
    }
    expect((await explore(program)).results).toEqual(['rejected', 'fine'])
  })

  test('delegates to whatever is async', async () => {
    async function* program(): AsyncGenerator<any, unknown, any> {
      const native: AsyncGenerator<never, number> = new Function(
        'return (async function* () { return 5 })()',
      )()
      return [yield* native, yield* new Flip()]
    }
    expect((await explore(program)).results).toEqual([
      [5, true],
      [5, false],
    ])
  })

  test('is not given to whoever cannot wait', () => {
    async function* program(): AsyncGenerator<void, void, void> {}
    expect(() => takeStack(program(), 'the program')).toThrow(/MS1006: the program is an async generator/)
    const generator = program()
    takeAsyncStack(generator, 'the program')
    expect(asyncCursorOf(generator)!.stack).toBeNull()
  })
})
