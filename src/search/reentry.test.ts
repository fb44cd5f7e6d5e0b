// User code that the search calls between two steps may run generators of its own, by hand or as another search.
// What the branch that runs has become is not forgotten meanwhile.

import { expect, test } from 'vitest'
import { amb, resource, solve } from '../index.ts'

function* other(): Generator<string, string, void> {
  yield 'one'
  yield 'two'
  return 'three'
}

/** Leaves one generator in the middle and runs another to its end. */
function runOthers(): void {
  other().next()
  expect([...other()]).toEqual(['one', 'two'])
}

test('the option is what was chosen, though its copy is made by a method that runs generators', () => {
  class Box {
    constructor(readonly n: number) {}
    [Symbol.for('multishot.clone')](): Box {
      runOthers()
      return new Box(this.n)
    }
  }
  function* program() {
    const local = { box: new Box(7) }
    const chosen = yield* amb({ a: new Box(1) }, { a: new Box(2) })
    return [chosen.a.n, local.box.n]
  }
  expect(solve(program).toArray()).toEqual([
    [1, 7],
    [2, 7],
  ])
})

test('the option is what was chosen, though a policy that runs generators copies what is in it', () => {
  class Box {
    constructor(readonly n: number) {}
  }
  const copyBox = (box: Box): Box => {
    runOthers()
    return new Box(box.n)
  }
  const boxes = solve(program, { copy: { Box: copyBox } })
  function* program() {
    const chosen = yield* amb([new Box(1)], [new Box(2)])
    return chosen[0]!.n
  }
  expect(boxes.toArray()).toEqual([1, 2])
})

test('a solution is what the branch returned, though closing what it left open runs generators', () => {
  const door = resource(() => ({ open: true }), runOthers, { onFork: 'share' })
  function* holding(): Generator<unknown, void, unknown> {
    yield yield* door
  }
  function* program() {
    const held = holding()
    held.next()
    const n = yield* amb(1, 2)
    return [n, held !== null]
  }
  expect(solve(program).toArray()).toEqual([
    [1, true],
    [2, true],
  ])
})

test('a search that is aborted by a generator that its branch runs goes on until its bounds are looked at', () => {
  const log: string[] = []
  const controller = new AbortController()
  const door = resource(
    () => ({ open: true }),
    () => log.push('closed'),
    { onFork: 'share' },
  )
  function* aborting(): Generator<string, void, void> {
    controller.abort()
    yield 'aborted'
  }
  function* program() {
    yield* door
    const n = yield* amb(1, 2, 3)
    if (n === 2) log.push(...aborting(), 'still open')
    return n
  }
  const stream = solve(program, { signal: controller.signal })
  expect([stream.toArray(), stream.status.reason]).toEqual([[1, 2], 'aborted'])
  expect(log).toEqual(['aborted', 'still open', 'closed'])
})
