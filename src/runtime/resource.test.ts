// Resources in generators that somebody drives by hand. (resource-files.test.ts has real ones.)

import { closeSync, openSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { abandon, clone, resource } from '../index.ts'
import type { ResourceOptions } from '../index.ts'

interface Door {
  readonly number: number
}

/** Doors that are counted, and closed not more than once. */
function makeDoors() {
  const open = new Set<number>()
  const closed: number[] = []
  let last = 0
  const make = (): Door => {
    open.add(++last)
    return { number: last }
  }
  const close = ({ number }: Door): void => {
    if (!open.delete(number)) throw new Error(`door ${number} was closed before`)
    closed.push(number)
  }
  return { open, closed, make, close }
}

const share: ResourceOptions<Door> = { onFork: 'share' }

function* through(doors: ReturnType<typeof makeDoors>, options: ResourceOptions<Door>) {
  const door = yield* resource(doors.make, doors.close, options)
  const list = [0]
  for (;;) {
    const sent: number = yield [door.number, ...list]
    if (sent < 0) return door.number
    list.push(sent)
  }
}

describe('a resource in a generator', () => {
  test('is closed when the generator returns', () => {
    const doors = makeDoors()
    const g = through(doors, share)
    expect(g.next().value).toEqual([1, 0])
    expect([...doors.open]).toEqual([1])
    expect(g.next(-1)).toEqual({ value: 1, done: true })
    expect(doors.closed).toEqual([1])
  })

  test.each([
    ['return()', (g: Generator) => g.return(5)],
    ['an error', (g: Generator) => expect(() => g.throw(new Error('why'))).toThrow('why')],
    ['abandon', (g: Generator) => abandon(g)],
  ])('is closed at the end by %s, once', (_how, end) => {
    const doors = makeDoors()
    const g = through(doors, share)
    g.next()
    end(g as Generator)
    end(g as Generator)
    expect(doors.closed).toEqual([1])
  })

  test('is opened no sooner than it is asked for', () => {
    const doors = makeDoors()
    const g = through(doors, share)
    clone(g)
    g.return(0)
    expect(doors.open.size).toBe(0)
    expect(doors.closed).toEqual([])
  })

  test('whose opening fails throws where it was asked for', () => {
    const g = (function* () {
      try {
        yield* resource(() => openSync(`${import.meta.filename}.missing`, 'r'), closeSync, {
          onFork: 'share',
        })
      } catch (error) {
        return (error as NodeJS.ErrnoException).code
      }
      return 'opened'
    })()
    expect(g.next()).toEqual({ value: 'ENOENT', done: true })
  })

  test('stays open when the function that opened it has returned', () => {
    const doors = makeDoors()
    function* opened() {
      return yield* resource(doors.make, doors.close, share)
    }
    const g = (function* () {
      const door = yield* opened()
      yield doors.open.has(door.number)
    })()
    expect(g.next().value).toBe(true)
    g.next()
    expect(doors.closed).toEqual([1])
  })

  test('is closed before those that were opened earlier', () => {
    const doors = makeDoors()
    const g = (function* () {
      const one = yield* resource(doors.make, doors.close, share)
      const two = yield* resource(doors.make, doors.close, share)
      yield one.number + two.number
    })()
    g.next()
    g.return()
    expect(doors.closed).toEqual([2, 1])
  })

  test('whose closing fails adds its error to one that is on its way', () => {
    const g = (function* () {
      yield* resource(
        () => 1,
        () => {
          throw new Error('jammed')
        },
      )
      yield 1
    })()
    g.next()
    let thrown: unknown
    try {
      g.throw(new Error('why'))
    } catch (error) {
      thrown = error
    }
    expect(thrown).toMatchObject({
      name: 'SuppressedError',
      error: { message: 'jammed' },
      suppressed: { message: 'why' },
    })
  })

  test('is closed after `finally`, which may still use it', () => {
    const doors = makeDoors()
    const seen: boolean[] = []
    const g = (function* () {
      const door = yield* resource(doors.make, doors.close, share)
      try {
        yield 1
      } finally {
        seen.push(doors.open.has(door.number))
      }
    })()
    g.next()
    g.return(undefined)
    expect(seen).toEqual([true])
    expect(doors.closed).toEqual([1])
  })
})

describe("with onFork: 'share'", () => {
  test('clones have the very same, closed when the last one is done', () => {
    const doors = makeDoors()
    const one = through(doors, share)
    one.next()
    const two = clone(one)
    const three = clone(two)
    expect([one.next(5).value, two.next(6).value]).toEqual([
      [1, 0, 5],
      [1, 0, 6],
    ])
    one.next(-1)
    two.return(0)
    expect(doors.closed).toEqual([])
    abandon(three)
    expect(doors.closed).toEqual([1])
  })
})

describe("with onFork: 'dup'", () => {
  const dup = (doors: ReturnType<typeof makeDoors>): ResourceOptions<Door> => ({
    onFork: 'dup',
    dup: doors.make,
  })

  test('each clone has its own, with aliases kept, and closes it', () => {
    const doors = makeDoors()
    const one = through(doors, dup(doors))
    one.next()
    const two = clone(one)
    const three = clone(two)
    expect([one, two, three].map((g) => g.next(1).value)).toEqual([
      [1, 0, 1],
      [2, 0, 1],
      [3, 0, 1],
    ])
    two.next(-1)
    expect(doors.closed).toEqual([2])
    one.next(-1)
    three.return(0)
    expect(doors.closed).toEqual([2, 1, 3])
  })

  test('what only the option of a clone mentions is one graph with it', () => {
    const doors = makeDoors()
    const g = (function* () {
      const door = yield* resource(doors.make, doors.close, dup(doors))
      const both = { door, list: [door] }
      for (;;) yield both.door === door && both.list[0] === door ? door.number : -1
    })()
    g.next()
    expect(clone(g).next().value).toBe(2)
  })

  test.each([5, Object.freeze({ fd: 5 }), 'name', null])(
    '%s has no identity that clones could replace',
    (value) => {
      const closed: unknown[] = []
      const g = (function* () {
        yield* resource(
          () => value as unknown,
          (each) => closed.push(each),
          { onFork: 'dup', dup: (each) => each },
        )
      })()
      expect(() => g.next()).toThrow(/^MS1022: .*Wrap it/)
      expect(closed).toEqual([value])
    },
  )
})

describe("with onFork: 'refuse', the default", () => {
  test('cloning is refused with both places as long as it is open', () => {
    const doors = makeDoors()
    const g = (function* walking() {
      yield 0
      const door = yield* resource(doors.make, doors.close)
      yield door.number
      return 0
    })()
    g.next()
    expect(clone(g).return(0).done).toBe(true)
    g.next()
    expect(() => clone(g)).toThrow(
      /^MS1020: .* in walking \(.*resource\.test\.ts:\d+:\d+\): it was opened in walking \(.*resource\.test\.ts:\d+:\d+\) with/,
    )
    g.next()
    expect(doors.closed).toEqual([1])
    expect(clone(g).next().done).toBe(true)
  })

  test('a copy that is refused gives back what it had got so far', () => {
    const doors = makeDoors()
    const promise = Promise.resolve()
    const g = (function* () {
      yield* resource(doors.make, doors.close, share)
      const own = yield* resource(doors.make, doors.close, { onFork: 'dup', dup: doors.make })
      const pending = promise
      for (;;) yield [own.number, pending]
    })()
    g.next()
    expect(() => clone(g)).toThrow(/^MS1003/)
    expect([...doors.open]).toEqual([1, 2])
    abandon(g)
    expect(doors.open.size).toBe(0)
  })
})

describe('generators in generators', () => {
  test('a nested generator closes what it opened when it is done, its copy too', () => {
    const doors = makeDoors()
    const outer = (function* () {
      const inner = through(doors, share)
      inner.next()
      yield 'open'
      yield inner.next(-1).value
      yield 'closed'
    })()
    outer.next()
    const other = clone(outer)
    expect(outer.next().value).toBe(1)
    expect(doors.closed).toEqual([])
    expect(other.next().value).toBe(1)
    expect(doors.closed).toEqual([1])
  })

  test('giving up the outer one closes what an inner one has open', () => {
    const doors = makeDoors()
    const outer = (function* () {
      const inner = [through(doors, share), through(doors, share)]
      for (const each of inner) each.next()
      yield 'open'
      yield inner.length
      return 0
    })()
    outer.next()
    abandon(outer)
    expect(doors.closed).toEqual([2, 1])
  })

  test('a duplicate that nobody would close is refused', () => {
    const doors = makeDoors()
    const keeper = (function* keep() {
      yield yield* resource(doors.make, doors.close, { onFork: 'dup', dup: doors.make })
    })()
    const stranger = (function* (door: Door) {
      yield door.number
      yield door.number
    })(keeper.next().value as Door)
    stranger.next()
    expect(() => clone(stranger)).toThrow(/^MS1021: .*another generator opened it in keep/)
    expect(doors.open.size).toBe(1)
    keeper.return()
    expect(doors.open.size).toBe(0)
  })
})
