import { describe, expect, test } from 'vitest'
import { amb, choose, clone, solve } from 'multishot'
import { cursorOf, PROVEN } from './index.ts'

type Cell = { head: unknown; readonly tail: Cell | null }

describe('a list that nobody changes', () => {
  function* pairs() {
    let list: Cell | null = null
    for (let i = 0; i < 2; i++) {
      const head = yield* amb(1, 2)
      list = { head, tail: list }
    }
    return list
  }

  const headsIn = (cell: Cell | null): unknown[] => (cell === null ? [] : [...headsIn(cell.tail), cell.head])

  test('is shared by forks', () => {
    const g = pairs()
    g.next()
    g.next(1)
    clone(g)
    expect(cursorOf(g)!.stack!.$clean).toBe(PROVEN)
  })

  test('may be changed by whoever gets it as a solution', () => {
    const found: unknown[] = []
    for (const list of solve(pairs)) {
      found.push(headsIn(list))
      list!.tail!.head = 'changed'
    }
    expect(found).toEqual([
      [1, 1],
      [1, 2],
      [2, 1],
      [2, 2],
    ])
  })

  test('holds an object that was chosen, and then is each branch’s own', () => {
    function* chosen() {
      let list: Cell | null = null
      for (let i = 0; i < 2; i++) {
        const head: unknown = yield* choose<unknown>([{ n: 0 }, 1])
        list = { head, tail: list }
      }
      return list
    }
    const found: string[] = []
    for (const list of solve(chosen)) {
      found.push(JSON.stringify(list))
      for (let cell = list; cell !== null; cell = cell.tail)
        Object.assign(Object(cell.head), { n: 'changed' })
    }
    expect(found).toEqual([
      '{"head":{"n":0},"tail":{"head":{"n":0},"tail":null}}',
      '{"head":1,"tail":{"head":{"n":0},"tail":null}}',
      '{"head":{"n":0},"tail":{"head":1,"tail":null}}',
      '{"head":1,"tail":{"head":1,"tail":null}}',
    ])
  })
})

test('what came from outside leaves as the one that it is', () => {
  function* kept(given: object): Generator<unknown, { given: object; sent: unknown }, unknown> {
    const list = { given, sent: yield }
    yield
    return list
  }
  const [given, sent] = [{ n: 1 }, { n: 2 }]
  const g = kept(given)
  g.next()
  g.next(sent)
  const h = clone(g)
  expect(h.next().value).toEqual({ given, sent })
  const { value } = g.next() as { value: { given: object; sent: unknown } }
  expect(value.given).toBe(given)
  expect(value.sent).toBe(sent)
})

test('a generator that calls another gets what that returns, not a copy', () => {
  function* made(list: Cell | null) {
    yield* amb(1, 2)
    return list
  }
  function* program() {
    const list: Cell = { head: 1, tail: null }
    const same = yield* made(list)
    return same === list
  }
  expect(solve(program).toArray()).toEqual([true, true])
})
