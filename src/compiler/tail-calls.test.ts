import { expect, test } from 'vitest'
import { clone } from 'multishot'

type Steps<A, R = void> = Generator<A, R, unknown>

test('parameters change places', () => {
  function* swap(a: number, b: number, left: number): Steps<number[], number> {
    if (left === 0) return a
    yield [a, b]
    return yield* swap(b, a, left - 1)
  }
  expect([...swap(1, 2, 3)]).toEqual([
    [1, 2],
    [2, 1],
    [1, 2],
  ])
})

test('what is not passed is undefined, and so are the variables of the body', () => {
  function* walk(left: number, note?: string): Steps<unknown> {
    // oxlint-disable-next-line no-var -- a variable of the body, which each call begins without a value
    var seen: number | undefined
    yield [left, note, seen]
    seen = left
    if (left > 0) return yield* walk(left - 1)
  }
  expect([...walk(2, 'first')]).toEqual([
    [2, 'first', undefined],
    [1, undefined, undefined],
    [0, undefined, undefined],
  ])
})

test('closures keep the parameters of their own call', () => {
  const made: (() => number)[] = []
  function* collect(n: number): Steps<number> {
    made.push(() => n++)
    yield n
    if (n < 3) return yield* collect(n + 1)
  }
  const numbers = collect(1)
  expect(numbers.next().value).toBe(1)
  expect(made[0]!()).toBe(1)
  expect([...numbers]).toEqual([3])
  expect(made.map((next) => next())).toEqual([2, 3])
})

test('functions of the body are made again', () => {
  const made = new Set<unknown>()
  function* each(left: number): Steps<number> {
    function own() {
      return left
    }
    made.add(own)
    yield own()
    if (left > 0) return yield* each(left - 1)
  }
  expect([...each(2)]).toEqual([2, 1, 0])
  expect(made.size).toBe(3)
})

test('arguments may suspend, and are evaluated in their order', () => {
  const order: string[] = []
  const tell = (name: string, value: number): number => {
    order.push(name)
    return value
  }
  function* walk(a: number, b: number, left: number): Steps<string, number> {
    if (left === 0) return a + b
    return yield* walk(tell('a', a + 1), Number(yield 'b?'), tell('left', left - 1))
  }
  const numbers = walk(0, 0, 2)
  numbers.next()
  const other = clone(numbers)
  expect(numbers.next(10)).toEqual({ value: 'b?', done: false })
  expect(numbers.next(20)).toEqual({ value: 22, done: true })
  other.next(1)
  expect(other.next(2)).toEqual({ value: 4, done: true })
  expect(order).toEqual(['a', 'left', 'a', 'left', 'left', 'a', 'left'])
})

test('inside of try, the call is no loop: the handler of each is passed on the way back', () => {
  const order: number[] = []
  function* walk(left: number): Steps<number> {
    try {
      yield left
      if (left > 0) return yield* walk(left - 1)
    } finally {
      order.push(left)
    }
  }
  expect([...walk(2)]).toEqual([2, 1, 0])
  expect(order).toEqual([0, 1, 2])
})

test('a million calls need no stack', () => {
  function* count(left: number): Steps<number, string> {
    if (left % 250_000 === 0) yield left
    return left === 0 ? 'done' : yield* count(left - 1)
  }
  function* down(left: number): Steps<number, string> {
    if (left % 250_000 === 0) yield left
    if (left === 0) return 'done'
    return yield* down(left - 1)
  }
  expect([...down(1_000_000)]).toEqual([1_000_000, 750_000, 500_000, 250_000, 0])
  expect([...count(250_000)]).toEqual([250_000, 0])
})
