// Law: what a clone reaches is copied as one graph, by whatever way it is reached.

import { expect, test } from 'vitest'
import { clone } from './index.ts'

const next = (generator: Generator<unknown>): unknown => generator.next().value

function* counting(): Generator<number, void, void> {
  for (let n = 1; ; n++) yield n
}

/** Brings a generator to its first yield, clones it, and moves the original on: the clone must not have moved. */
function assertApart(make: () => Generator<unknown>): unknown {
  const [one, alone] = [make(), make()]
  expect(next(one)).toEqual(next(alone))
  const other = clone(one)
  const seen = [next(alone), next(alone)]
  expect([next(one), next(one)]).toEqual(seen)
  expect([next(other), next(other)]).toEqual(seen)
  return seen
}

test('generators in an array, a Map and a closure go on in each clone', () => {
  const seen = assertApart(function* () {
    const list = [counting()]
    const byName = new Map([['inner', counting()]])
    const hidden = counting()
    const pull = () => hidden.next().value
    for (;;) yield [list[0]!.next().value, byName.get('inner')!.next().value, pull()]
  })
  expect(seen).toEqual([
    [2, 2, 2],
    [3, 3, 3],
  ])
})

test('a generator that is held in two ways is one in the clone', () => {
  const seen = assertApart(function* () {
    const inner = counting()
    const held = new Map([['inner', inner]])
    const pull = () => inner.next().value
    for (;;) yield [inner.next().value, held.get('inner')!.next().value, pull()]
  })
  expect(seen).toEqual([
    [4, 5, 6],
    [7, 8, 9],
  ])
})

test('two generators that hold each other hold each other in the clone', () => {
  function* partner(of: { other?: Generator<number, void, void> }): Generator<number, void, void> {
    let own = 0
    for (let turn = 0; ; turn++) yield (own += turn % 2 === 0 && of.other ? of.other.next().value! : 1)
  }
  const seen = assertApart(function* () {
    const first: { other?: Generator<number, void, void> } = {}
    const second: { other?: Generator<number, void, void> } = {}
    const [one, two] = [partner(first), partner(second)]
    first.other = two
    yield one.next().value
    delete first.other
    second.other = one
    for (;;) yield [one.next().value, two.next().value]
  })
  expect(seen).toEqual([
    [2, 2],
    [3, 6],
  ])
})

test('a captured variable and a local that name one array name one in the clone', () => {
  const seen = assertApart(function* () {
    const local: number[] = []
    const captured = local
    const push = () => captured.push(captured.length)
    for (;;) {
      yield [push(), local.length, local]
      local.push(7)
    }
  })
  expect(seen).toEqual([
    [3, 3, [0, 7, 2, 7, 4]],
    [5, 5, [0, 7, 2, 7, 4]],
  ])
})
