import { List, Set as ISet } from 'immutable'
import { amb, bestFirst, breadthFirst, choose, cost, depthFirst, fail, guard, solve } from 'multishot'
import { describe, expect, test } from 'vitest'

/** Walks on a circle until it has come to `goal`: without merging it never ends. */
function* circle(size: number, goal: number): Generator<any, number, any> {
  for (let at = 0; ;) {
    if (at === goal) return at
    at = (at + (yield* amb(1, size - 1))) % size
  }
}

describe('merge', () => {
  test.each([depthFirst, breadthFirst, bestFirst()])('makes a graph of a tree: $name', (strategy) => {
    const stream = solve(() => circle(10, 5), { merge: true, strategy })
    expect(stream.take(3).toArray()).toEqual([5, 5])
    expect(stream.status).toMatchObject({ reason: 'exhausted', choicePoints: expect.any(Number) })
    expect(stream.status.merged).toBeGreaterThan(5)
  })

  test('is off by default, and then nothing is merged', () => {
    const stream = solve(() => circle(3, 1), { steps: 50 })
    stream.take(2).toArray()
    expect(stream.status.merged).toBe(0)
  })

  test('compares variables by structure, those of callers too', () => {
    function* pick(bag: number[]): Generator<any, void, any> {
      bag.push(yield* amb(1, 2))
      bag.sort((a, b) => a - b)
    }
    function* main(): Generator<any, string, any> {
      const bag: number[] = []
      for (let i = 0; i < 4; i++) yield* pick(bag)
      return bag.join('')
    }
    const stream = solve(main, { merge: true })
    expect(stream.toArray().toSorted()).toEqual([
      '1111',
      '1112',
      '1112',
      '1122',
      '1122',
      '1222',
      '1222',
      '2222',
    ])
    // States are the bags of each size, instead of one for each sequence.
    expect(stream.status.choicePoints - stream.status.merged).toBe(1 + 2 + 3 + 4)
  })

  test('knows Immutable.js, and options that are equal', () => {
    const stream = solve(
      function* () {
        let seen = ISet<number>()
        for (let i = 0; i < 3; i++) seen = seen.add(yield* choose(List([1, 2, 3])))
        return seen.toArray().toSorted().join('')
      },
      { merge: true },
    )
    expect(new Set(stream.toArray())).toEqual(new Set(['1', '12', '13', '23', '2', '3', '123']))
    expect(stream.status.merged).toBeGreaterThan(0)
  })

  test('keeps the cheapest way, also when it is found later', () => {
    function* ways(): Generator<any, string, any> {
      let at = 'a'
      const roads: Record<string, [string, number][]> = {
        a: [
          ['c', 9],
          ['b', 1],
        ],
        b: [['c', 1]],
        c: [['d', 1]],
      }
      while (at !== 'd') {
        const [to, length] = yield* choose(roads[at]!)
        yield* cost(length)
        at = to
      }
      return at
    }
    const best = solve(ways, { merge: true, strategy: bestFirst() })
    expect(best.take(1).toArray()).toEqual(['d'])
    // Depth first comes to c by the expensive road first; the cheaper one is not dropped.
    expect(solve(ways, { merge: true }).toArray()).toEqual(['d', 'd'])
  })

  test('closes what a dropped branch would have drawn from', () => {
    let open = 0
    const numbers = {
      *[Symbol.iterator]() {
        'use native'
        open++
        try {
          yield 1
          yield 2
        } finally {
          open--
        }
      },
    }
    const stream = solve(
      function* () {
        yield* amb(1, 2)
        return yield* choose(numbers)
      },
      { merge: true },
    )
    expect(stream.toArray()).toEqual([1, 2])
    expect(open).toBe(0)
  })

  test('refuses strategies that decide by the way', () => {
    const byDepth = { ...depthFirst, name: 'by depth', merges: false }
    expect(() =>
      solve(
        function* () {
          yield* fail()
        },
        { merge: true, strategy: byDepth },
      ),
    ).toThrow(/MS3010.*by depth/)
  })
})

test('guards see the same states', () => {
  const jugs = function* (): Generator<any, string, any> {
    let [big, small] = [0, 0]
    while (big !== 4) {
      const pour = yield* amb('fill big', 'fill small', 'empty big', 'empty small', 'to small', 'to big')
      const before = `${big} ${small}`
      if (pour === 'fill big') big = 5
      if (pour === 'fill small') small = 3
      if (pour === 'empty big') big = 0
      if (pour === 'empty small') small = 0
      const moved =
        pour === 'to small' ? Math.min(big, 3 - small) : pour === 'to big' ? -Math.min(small, 5 - big) : 0
      big -= moved
      small += moved
      yield* guard(before !== `${big} ${small}`)
    }
    return `${big} ${small}`
  }
  expect(new Set(solve(jugs, { merge: true }))).toEqual(new Set(['4 0', '4 3']))
})
