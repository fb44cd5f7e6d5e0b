import { describe, expect, test } from 'vitest'
import { amb, choose, collect, commit, cost, either, fail, once, resume, solve, split } from '../index.ts'
import type { Program } from '../index.ts'
import { complete } from '../../property-tests/search/strategy-laws.ts'

/** What `split` takes apart, put together again. */
function* whole<A>(program: Program<A>): Generator<any, A, any> {
  const first = yield* split(program)
  if (first === undefined) return yield* fail()
  return yield* either(function* () {
    return first.value
  }, first.rest)
}

describe('split', () => {
  test.each(complete)('$name: gives the first answer, and the others by its rest', (strategy) => {
    const stream = solve(
      () =>
        whole(function* () {
          return (yield* amb('a', 'b')) + (yield* amb('x', 'y', 'z'))
        }),
      { strategy },
    )
    expect(stream.toArray().toSorted()).toEqual(['ax', 'ay', 'az', 'bx', 'by', 'bz'])
    expect(stream.status.reason).toBe('exhausted')
  })

  test('gives undefined of what fails', () => {
    const stream = solve(function* () {
      return yield* split(function* () {
        return yield* fail()
      })
    })
    expect(stream.toArray()).toEqual([undefined])
  })

  test('explores nothing beyond what is asked for, and that once for all who ask', () => {
    let runs = 0
    function* counted(): Generator<any, number, any> {
      const n: number = yield* amb(1, 2, 3)
      runs++
      return n
    }
    const stream = solve(function* () {
      const first = (yield* split(counted))!
      const way = yield* amb('first', 'second', 'all')
      if (way === 'first') return [first.value, runs]
      if (way === 'all') return yield* collect(first.rest)
      const second = (yield* split(first.rest))!
      return [second.value, runs]
    })
    expect(stream.toArray()).toEqual([
      [1, 1],
      [2, 2],
      [2, 3],
    ])
    expect(runs).toBe(3)
  })

  test('keeps equal answers apart, and each reader has its own', () => {
    const stream = solve(function* () {
      const first = (yield* split(function* () {
        yield* amb(1, 2)
        return ['same']
      }))!
      first.value.push(yield* amb('a', 'b'))
      const second = (yield* split(first.rest))!
      second.value.push('c')
      return [...first.value, ...second.value].join(' ')
    })
    expect(stream.toArray()).toEqual(['same a same c', 'same b same c'])
  })

  test('the program stands apart: it changes nothing, and what it pays is not paid', () => {
    const stream = solve(
      function* () {
        const log: string[] = []
        const first = (yield* split(function* () {
          log.push('inside')
          yield* cost(5)
          return log.length
        }))!
        return [first.value, log.length]
      },
      { strategy: complete[2]! },
    )
    expect(stream.toArray()).toEqual([[1, 0]])
  })

  test('a commit inside gives up the other branches inside', () => {
    const stream = solve(() =>
      whole(function* () {
        const n = yield* amb(1, 2, 3)
        if (n === 2) yield* commit()
        return n
      }),
    )
    expect(stream.toArray()).toEqual([1, 2])
  })

  test('an error comes in the place of the answer', () => {
    const stream = solve(function* () {
      const first = (yield* split(function* () {
        const n = yield* amb(1, 2)
        if (n === 2) throw new RangeError('two')
        return n
      }))!
      try {
        return [first.value, yield* split(first.rest)]
      } catch (error) {
        return [first.value, (error as Error).message]
      }
    })
    expect(stream.toArray()).toEqual([[1, 'two']])
  })

  test('works on programs without an end, with other operators, and across bounds', () => {
    function* naturals(): Generator<any, number, any> {
      for (let n = 0; ; n++) if (yield* amb(true, false)) return n
    }
    function* firsts(count: number): Generator<any, number[], any> {
      const found: number[] = []
      let rest: Program<number> = naturals
      while (found.length < count) {
        const next = (yield* split(rest))!
        found.push(next.value)
        rest = next.rest
      }
      const after: number = yield* once(rest)
      return [...found, after]
    }
    const stopped = solve(() => firsts(4), { steps: 5 })
    expect(stopped.toArray()).toEqual([])
    expect(resume(stopped.status, { solutions: 1 }).toArray()).toEqual([[0, 1, 2, 3, 4]])
  })

  test('the rest is that of one search', () => {
    const leaked = solve(function* () {
      return (yield* split(function* () {
        return yield* choose('ab')
      }))!.rest
    }).toArray()[0]!
    expect(() => solve(leaked as never).toArray()).toThrow(/^MS3024/)
  })
})
