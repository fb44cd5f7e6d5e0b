// Law: a frame holds what may be read after its suspension, and nothing else.

import { expect, test } from 'vitest'
import { cursorOf } from '../runtime/index.ts'

/** The user's variables in the top frame of a suspended generator. */
function held(generator: object): string[] {
  return Object.keys(cursorOf(generator)!.stack!)
    .filter((name) => !name.startsWith('$'))
    .toSorted()
}

test('a variable that is read no more is in no frame', () => {
  function* walk(): Generator<unknown, unknown, unknown> {
    const used = yield 1
    const twice: unknown[] = [used, used]
    yield twice
    return twice
  }
  const generator = walk()
  generator.next()
  expect(held(generator)).toEqual([])
  generator.next('x')
  expect(held(generator)).toEqual(['twice'])
  expect(generator.next()).toEqual({ value: ['x', 'x'], done: true })
})

test('a variable that is written before it is read is in no frame', () => {
  function* walk(): Generator<unknown, unknown, unknown> {
    let value = yield 1
    yield value
    value = yield 2
    return value
  }
  const generator = walk()
  generator.next()
  generator.next('lost')
  expect(held(generator)).toEqual([])
})

test('parameters are in the frame while they are needed', () => {
  function* walk(first: number, second: number) {
    yield first
    yield second
  }
  const generator = walk(1, 2)
  generator.next()
  expect(held(generator)).toEqual(['second'])
  generator.next()
  expect(held(generator)).toEqual([])
})

test('a parameter that is never read is not kept from the start', () => {
  function* walk(_ignored: unknown, kept: number) {
    yield kept
  }
  expect(held(walk({}, 1))).toEqual(['kept'])
})

test('each side of a branch keeps what it needs', () => {
  function* walk(which: boolean) {
    const left = 'left'.repeat(1)
    const right = 'right'.repeat(1)
    if (which) {
      yield 1
      return left
    }
    yield 2
    return right
  }
  const [one, other] = [walk(true), walk(false)]
  one.next()
  other.next()
  expect([held(one), held(other)]).toEqual([['left'], ['right']])
})

test('a loop keeps what its next turn reads', () => {
  function* walk(limit: number) {
    let total = 0
    for (let i = 0; i < limit; i++) {
      const square = i * i
      total += square
      yield square
    }
    return total
  }
  const generator = walk(3)
  generator.next()
  expect(held(generator)).toEqual(['i', 'limit', 'total'])
})

test('what a handler reads lives through its whole block', () => {
  function* walk(): Generator<unknown, unknown, unknown> {
    let step = 'first'
    try {
      yield 1
      step = 'second'
      yield 2
    } catch {
      return step
    }
    return 'none'
  }
  const generator = walk()
  generator.next()
  expect(held(generator)).toEqual(['step'])
  generator.next()
  expect(held(generator)).toEqual(['step'])
  expect(generator.throw(new Error('any'))).toEqual({ value: 'second', done: true })
})

test('what only a finally reads is kept until then', () => {
  const log: string[] = []
  function* walk(): Generator<unknown, void, unknown> {
    const name = 'opened'.repeat(1)
    try {
      yield 1
    } finally {
      log.push(name)
    }
    yield 2
  }
  const generator = walk()
  generator.next()
  expect(held(generator)).toEqual(['name'])
  generator.next()
  expect(held(generator)).toEqual([])
  expect(log).toEqual(['opened'])
})

test('variables of a block that is over are gone', () => {
  function* walk(): Generator<unknown, void, unknown> {
    {
      const inner = yield 1
      yield inner
    }
    yield 3
  }
  const generator = walk()
  generator.next()
  generator.next('x')
  generator.next()
  expect(held(generator)).toEqual([])
})
