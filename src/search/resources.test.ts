// Resources in searches: how many are open when, and that each is closed once, wherever a search stops.

import { describe, expect, test } from 'vitest'
import {
  amb,
  choose,
  clone,
  collect,
  either,
  fail,
  guard,
  resource,
  resume,
  share as shared,
  solve,
  tabled,
} from '../index.ts'
import type { ResourceOptions } from '../index.ts'

interface Door {
  readonly number: number
}

/** Doors that are counted, and closed not more than once. */
function makeDoors() {
  const log: string[] = []
  const open = new Set<number>()
  let last = 0
  const make = (): Door => {
    open.add(++last)
    log.push(`open ${last}`)
    return { number: last }
  }
  const close = ({ number }: Door): void => {
    if (!open.delete(number)) throw new Error(`door ${number} was closed before`)
    log.push(`close ${number}`)
  }
  return shared({ open, log, make, close })
}

const share = { onFork: 'share' } as const

describe('a resource that branches share', () => {
  function* program(doors: ReturnType<typeof makeDoors>, options: ResourceOptions<Door> = share) {
    const door = yield* resource(doors.make, doors.close, options)
    const n = yield* amb(1, 2, 3, 4)
    doors.log.push(`${door.number}: ${n}`)
    yield* guard(n % 2 === 0)
    const letter = yield* choose(new Set(['a', 'b']).values())
    return `${n}${letter}`
  }

  test('is closed when the last of them has ended', () => {
    const doors = makeDoors()
    const stream = solve(() => program(doors))
    expect(stream.toArray()).toEqual(['2a', '2b', '4a', '4b'])
    expect(doors.log).toEqual(['open 1', '1: 1', '1: 2', '1: 3', '1: 4', 'close 1'])
  })

  test('is open as long as a branch is left', () => {
    const doors = makeDoors()
    const walk = solve(() => program(doors))[Symbol.iterator]()
    expect(walk.next().value).toBe('2a')
    expect(doors.open.size).toBe(1)
    for (let n = 0; n < 3; n++) walk.next()
    expect(walk.next().done).toBe(true)
    expect(doors.open.size).toBe(0)
  })

  test('is closed when the last one fails, before a later branch that never had it', () => {
    const doors = makeDoors()
    const stream = solve(function* () {
      if (yield* amb(false, true)) return doors.open.size
      yield* resource(doors.make, doors.close, share)
      yield* guard((yield* amb(1, 2)) > 2)
      return -1
    })
    expect(stream.toArray()).toEqual([0])
    expect(doors.log).toEqual(['open 1', 'close 1'])
  })

  test('is closed once where the program throws', () => {
    const doors = makeDoors()
    const stream = solve(function* () {
      yield* resource(doors.make, doors.close, share)
      const n = yield* amb(1, 2, 3)
      if (n === 2) throw new Error('two')
      return n
    })
    expect(() => stream.toArray()).toThrow('two')
    expect(doors.log).toEqual(['open 1', 'close 1'])
  })

  test.each([
    ['solutions', { solutions: 1 }, ['2a']],
    ['steps', { steps: 4 }, ['2a']],
    ['time', { time: 0 }, []],
  ])('is closed where the bound `%s` stops the search', (_name, bound, found) => {
    const doors = makeDoors()
    const stream = solve(() => program(doors), bound)
    expect(stream.toArray()).toEqual(found)
    expect(doors.open.size).toBe(0)
  })

  test('is closed when an AbortSignal says so, though nobody pulls', () => {
    const doors = makeDoors()
    const controller = new AbortController()
    const stream = solve(() => program(doors), { signal: controller.signal })
    expect(stream.take(1).toArray()).toEqual(['2a'])
    expect(doors.open.size).toBe(1)
    controller.abort()
    expect(doors.open.size).toBe(0)
    expect([stream.toArray(), stream.status.reason]).toEqual([['2a'], 'aborted'])
  })

  test('an AbortSignal that the program itself uses is heeded at the next step', () => {
    const doors = makeDoors()
    const controller = new AbortController()
    const stream = solve(
      function* () {
        const door = yield* resource(doors.make, doors.close, share)
        controller.abort()
        expect(doors.open.has(door.number)).toBe(true)
        return yield* amb(1, 2)
      },
      { signal: controller.signal },
    )
    expect([stream.toArray(), stream.status.reason]).toEqual([[], 'aborted'])
    expect(doors.open.size).toBe(0)
  })

  test('stays open when a consumer stops, and is closed by `close` of the stream or of one made from it', () => {
    for (const derived of [false, true]) {
      const doors = makeDoors()
      const stream = solve(() => program(doors))
      const upper = stream.map((word) => word.toUpperCase()).filter((word) => word !== '')
      expect(upper.take(2).toArray()).toEqual(['2A', '2B'])
      for (const word of stream) {
        expect(word).toBe('2a')
        break
      }
      expect(doors.open.size).toBe(1)
      const each = derived ? upper : stream
      each.close()
      each.close()
      expect(doors.log.filter((line) => line.startsWith('close'))).toEqual(['close 1'])
      expect([stream.toArray(), stream.status.reason]).toEqual([['2a', '2b'], 'aborted'])
    }
  })

  test('whose closing fails fails the search', () => {
    const stream = solve(function* () {
      yield* resource(
        () => 1,
        () => {
          throw new Error('jammed')
        },
        share,
      )
      return yield* fail()
    })
    expect(() => stream.toArray()).toThrow('jammed')
    expect(stream.status.reason).toBe('failed')
  })
})

describe('a resource of which each branch has its own', () => {
  test('is duplicated at a fork and closed when the branch ends', () => {
    const doors = makeDoors()
    const stream = solve(function* () {
      const door = yield* resource(doors.make, doors.close, { onFork: 'dup', dup: doors.make })
      const n = yield* amb(1, 2, 3)
      doors.log.push(`${n}: ${door.number}`)
      yield* guard(n !== 2)
      return n
    })
    expect(stream.toArray()).toEqual([1, 3])
    expect(doors.log).toEqual([
      'open 1',
      'open 2',
      '1: 2',
      'close 2',
      'open 3',
      '2: 3',
      'close 3',
      // The last branch takes over what there is.
      '3: 1',
      'close 1',
    ])
  })

  test('is duplicated for options that are objects, and for those that are drawn, too', () => {
    const doors = makeDoors()
    const stream = solve(function* () {
      const door = yield* resource(doors.make, doors.close, { onFork: 'dup', dup: doors.make })
      const { n } = yield* amb({ n: 1 }, { n: 2 })
      const m = yield* choose(new Set([1, 2]).values())
      return [n, m, doors.open.has(door.number)]
    })
    expect(stream.toArray()).toEqual([
      [1, 1, true],
      [1, 2, true],
      [2, 1, true],
      [2, 2, true],
    ])
    expect(doors.open.size).toBe(0)
  })
})

test("a fork of a resource with onFork: 'refuse' is refused with both places, and what is open is closed", () => {
  const doors = makeDoors()
  const stream = solve(function* program() {
    yield* resource(doors.make, doors.close)
    yield* amb(1)
    const n = yield* choose([1, 2])
    return n
  })
  expect(() => stream.toArray()).toThrow(
    /^MS1020: a resource that is open cannot be forked in program \(.*resources\.test\.ts:\d+:\d+\): it was opened in program \(/,
  )
  expect(doors.open.size).toBe(0)
})

test('alternatives share what was opened before them and close what they open', () => {
  const doors = makeDoors()
  const stream = solve(function* () {
    yield* resource(doors.make, doors.close, share)
    return yield* either(
      function* () {
        const own = yield* resource(doors.make, doors.close, share)
        return own.number
      },
      function* () {
        yield* resource(doors.make, doors.close, share)
        return yield* fail()
      },
      function* () {
        return doors.open.size
      },
    )
  })
  expect(stream.toArray()).toEqual([2, 1])
  expect(doors.open.size).toBe(0)
})

test('branches of a tabled function share what it has opened until the last one has ended', () => {
  const doors = makeDoors()
  const numbers = tabled(function* () {
    const door = yield* resource(doors.make, doors.close, share)
    const n = yield* choose([{ value: 1 }, { value: 2 }])
    doors.log.push(`${door.number}: ${n.value}`)
    return n.value
  })
  const stream = solve(function* () {
    return (yield* numbers()) + (yield* numbers())
  })
  expect(stream.toArray().toSorted()).toEqual([2, 3, 3, 4])
  expect(doors.log).toEqual(['open 1', '1: 1', '1: 2', 'close 1'])
})

test('a sub-program that stands apart is refused a duplicate of what is open outside, which is closed', () => {
  const doors = makeDoors()
  const stream = solve(function* () {
    const door = yield* resource(doors.make, doors.close, { onFork: 'dup', dup: doors.make })
    return yield* collect(function* () {
      return door.number + (yield* amb(1, 2))
    })
  })
  expect(() => stream.toArray()).toThrow(/MS1021/)
  expect([...doors.open]).toEqual([])
})

describe('a generator in a variable of a branch', () => {
  function* numbers(doors: ReturnType<typeof makeDoors>): Generator<number, void, void> {
    const door = yield* resource(doors.make, doors.close, share)
    for (let n = 0; ; n++) yield door.number * 10 + n
  }

  test('closes what it has open when each branch that has a copy of it has ended', () => {
    const doors = makeDoors()
    const stream = solve(function* () {
      const inner = numbers(doors)
      inner.next()
      const n = yield* amb(1, 2, 3)
      yield* guard(n !== 2)
      const { value } = inner.next()
      return [n, value, doors.open.size]
    })
    const walk = stream[Symbol.iterator]()
    expect([walk.next().value, walk.next().value, doors.open.size]).toEqual([[1, 11, 1], [3, 11, 1], 0])
  })

  test('is closed before a branch begins that never had it, though the step could go on with that one', () => {
    const doors = makeDoors()
    const stream = solve(function* () {
      const n = yield* amb(1, 2)
      const open = doors.open.size
      const inner = numbers(doors)
      inner.next()
      const m = yield* amb(1, 2)
      yield* guard(n === 2)
      return [open, m, inner.next().value]
    })
    expect(stream.toArray()).toEqual([
      [0, 1, 21],
      [0, 2, 21],
    ])
  })

  test('that is driven by a function while options are tried loses none of them', () => {
    const doors = makeDoors()
    const peek = (n: number): number => numbers(doors).next().value! + n
    const stream = solve(function* () {
      const n = yield* amb(1, 2, 3)
      if (peek(n) < 0) yield* fail()
      return n
    })
    expect(stream.toArray()).toEqual([1, 2, 3])
    expect(doors.open.size).toBe(0)
  })

  test('that was made and dropped between two choices is closed with the branch', () => {
    const doors = makeDoors()
    const stream = solve(function* () {
      const n = yield* amb(1, 2)
      numbers(doors).next()
      yield* guard(n === 2)
      return [...doors.open]
    })
    expect(stream.toArray()).toEqual([[2]])
    expect(doors.open.size).toBe(0)
  })

  test('of which a clone is kept elsewhere is closed with the branch all the same', () => {
    const doors = makeDoors()
    const kept: Generator[] = []
    const stream = solve(function* () {
      const inner = numbers(doors)
      inner.next()
      kept.push(clone(inner))
      yield* fail()
    })
    stream.toArray()
    expect(doors.open.size).toBe(0)
  })
})

test('what others have open, or have dropped, does not keep a search from going on after a bound', () => {
  const doors = makeDoors()
  function* opening() {
    yield* resource(doors.make, doors.close, share)
    for (;;) yield 1
  }
  function* reading() {
    for (const each of { [Symbol.iterator]: () => new Set([1, 2]).values() }) yield each
  }
  const others = [opening(), reading()]
  for (const each of others) each.next()
  const dropped = clone(others[1]!)
  const stream = solve(
    function* () {
      return yield* amb(1, 2, 3)
    },
    { solutions: 2 },
  )
  expect(stream.toArray()).toEqual([1, 2])
  expect(resume(stream.status).toArray()).toEqual([3])
  expect(doors.log).toEqual(['open 1'])
  for (const each of [...others, dropped]) each.return(undefined)
  expect(doors.log).toEqual(['open 1', 'close 1'])
})
