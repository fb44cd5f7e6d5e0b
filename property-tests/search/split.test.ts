/**
 * The laws of `split`, of programs and of streams, and those of `lazily`.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { either, fail, lazily, once, solve, split } from 'multishot'
import type { Program, Stream } from 'multishot'
import { split as splitStream } from 'multishot/streams'
import { observe } from './observe.ts'
import { complete } from './strategy-laws.ts'
import { streams } from './streams.ts'
import { search, trees } from './trees.ts'
import type { Tree } from './trees.ts'

/** What `split` takes apart, put together again, each time as far as `depth`. */
function* whole(program: Program<number>, depth: number): Generator<any, number, any> {
  const first = yield* split(program)
  if (first === undefined) return yield* fail()
  return yield* either(
    function* () {
      return first.value
    },
    depth > 1 ? () => whole(first.rest, depth - 1) : first.rest,
  )
}

const sorted = (values: Iterable<number>): number[] => [...values].toSorted((a, b) => a - b)

test.each(complete)('$name: a program that is taken apart and put together again is itself', (strategy) => {
  const law = (tree: Tree, depth: number): void => {
    const plain = solve(search(tree), { strategy }).toArray()
    const stream = solve(() => whole(search(tree), depth), { strategy })
    expect(sorted(stream)).toEqual(sorted(plain))
    expect(stream.status.reason).toBe('exhausted')
  }
  expect(fc.assert(fc.property(trees, fc.integer({ min: 1, max: 3 }), law))).toBeUndefined()
})

test('depth first it is so in the same order', () => {
  const law = (tree: Tree, depth: number): void => {
    expect(solve(() => whole(search(tree), depth)).toArray()).toEqual(solve(search(tree)).toArray())
  }
  expect(fc.assert(fc.property(trees, fc.integer({ min: 1, max: 3 }), law))).toBeUndefined()
})

test('once is the value of split', () => {
  const law = (tree: Tree): void => {
    const first = solve(function* () {
      return (yield* split(search(tree)))?.value
    }).toArray()
    const found = solve(function* () {
      return yield* once(search(tree))
    }).toArray()
    expect(first).toEqual(found.length === 0 ? [undefined] : found)
  }
  expect(fc.assert(fc.property(trees, law))).toBeUndefined()
})

test('a stream that is taken apart and put together again is itself', () => {
  const law = (stream: Stream<number>): void => {
    const { values } = observe(stream)
    const isEmpty = values.length === 0
    const parts = isEmpty && stream.status.reason === 'failed' ? undefined : splitStream(stream)
    expect(parts === undefined).toBe(isEmpty)
    const again = parts === undefined ? [] : [parts.value, ...observe(parts.rest).values]
    expect(again).toEqual(values)
    expect((parts?.rest ?? stream).status).toEqual(stream.status)
  }
  expect(fc.assert(fc.property(streams, law))).toBeUndefined()
})

test.each(complete)(
  '$name: lazily with one demand is the program, with none it is one solution',
  (strategy) => {
    const law = (tree: Tree, demands: number): void => {
      const stream = solve(
        function* () {
          const x = yield* lazily(search(tree))
          const seen: number[] = []
          for (let i = 0; i < demands; i++) seen.push(yield* x())
          return seen.every((each) => each === seen[0]) ? (seen[0] ?? 0) : 'unequal'
        },
        { strategy },
      )
      const found = stream.toArray() as number[]
      expect(sorted(found)).toEqual(demands === 0 ? [0] : sorted(solve(search(tree)).toArray()))
    }
    expect(fc.assert(fc.property(trees, fc.nat(3), law), { numRuns: 50 })).toBeUndefined()
  },
)
