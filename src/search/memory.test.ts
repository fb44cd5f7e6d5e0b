// What a search keeps. Collected objects are seen through weak references, after a forced collection.

import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { amb, guard, solve, Stream } from '../index.ts'
import { distinct, groupBy, interleave, merge, nth, skipWhile, takeWhile, zip } from './streams/index.ts'

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')

/** Lets what is only held by a finished job go. */
const settle = async (): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve))
  collect()
}

function* boxes() {
  for (;;) {
    const more = yield* amb(false, true)
    if (!more) return { boxed: true }
  }
}

/** The first `count` solutions, seen from outside. */
function walked(walk: Iterator<object>, count: number): WeakRef<object>[] {
  return Array.from({ length: count }, () => new WeakRef(walk.next().value as object))
}

const alive = (refs: readonly WeakRef<object>[]): number =>
  refs.filter((ref) => ref.deref() !== undefined).length

test('a walk keeps nothing that lies behind it', async () => {
  const walk = solve(boxes)[Symbol.iterator]()
  const refs = walked(walk, 100)
  await settle()
  // The machine's register may still hold the last value.
  expect(alive(refs)).toBeLessThanOrEqual(1)
  expect(walk.next().done).toBe(false)
})

test.each<[string, (stream: Stream<object>) => Stream<object>]>([
  ['skip', (s) => s.skip(1)],
  ['takeWhile', (s) => takeWhile(s, () => true)],
  ['skipWhile', (s) => skipWhile(s, () => false)],
  ['distinct', (s) => distinct(s, () => Symbol('a key of its own'))],
  ['zip', (s) => zip(s, solve(boxes)).map(([box]) => box)],
  ['interleave', (s) => interleave(s, Stream.empty<object>())],
  [
    'merge',
    (s) =>
      merge(
        [
          s,
          solve(boxes)
            .filter(() => false)
            .take(0),
        ],
        () => 0,
      ),
  ],
  [
    'a group',
    (s) =>
      nth(
        groupBy(s, () => 1),
        0,
      )![1],
  ],
])('a walk behind %s keeps nothing that lies behind it', async (_name, operator) => {
  const walk = operator(solve(boxes))[Symbol.iterator]()
  const refs = walked(walk, 100)
  await settle()
  expect(alive(refs)).toBeLessThanOrEqual(1)
  expect(walk.next().done).toBe(false)
})

test('a stream that is held keeps its solutions', async () => {
  const stream: Stream<object> = solve(boxes)
  const refs = walked(stream[Symbol.iterator](), 100)
  await settle()
  expect(alive(refs)).toBe(100)
  expect(stream.status.solutions).toBe(100)
})

test('a long branch keeps none of the choices that it has passed', async () => {
  const passed: WeakRef<object>[] = []
  const stream = solve(function* () {
    for (let i = 0; i < 1000; i++) {
      const box = yield* amb(null, { boxed: true })
      yield* guard(box !== null)
      if (i < 100) passed.push(new WeakRef(box as object))
    }
    yield* amb(1, 2)
    return 'end'
  })
  expect(stream.take(1).toArray()).toEqual(['end'])
  await settle()
  expect(passed).toHaveLength(100)
  expect(alive(passed)).toBe(0)
  expect(stream.toArray()).toHaveLength(2)
})
