// Resources in generators that somebody drives by hand. Files and sockets are real.

import { closeSync, fstatSync, mkdtempSync, openSync, readSync, rmSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import type { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { abandon, clone, resource } from '../index.ts'
import type { ResourceOptions } from '../index.ts'

const directory = mkdtempSync(join(tmpdir(), 'multishot-'))
const path = join(directory, 'lines.txt')
writeFileSync(path, 'one\ntwo\nthree\n')
afterAll(() => rmSync(directory, { recursive: true }))

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
        yield* resource(() => openSync(join(directory, 'missing'), 'r'), closeSync, { onFork: 'share' })
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

  test('a number is shared like an object: clones read one file', () => {
    const closed: number[] = []
    function* lines() {
      const file = yield* resource(
        () => openSync(path, 'r'),
        (fd) => {
          closed.push(fd)
          closeSync(fd)
        },
        { onFork: 'share' },
      )
      for (;;) {
        const buffer = Buffer.alloc(4)
        const read = readSync(file, buffer, 0, 4, null)
        yield buffer.toString('utf8', 0, read)
      }
    }
    const one = lines()
    expect(one.next().value).toBe('one\n')
    const two = clone(one)
    expect([two.next().value, one.next().value]).toEqual(['two\n', 'thre'])
    one.return()
    expect(closed).toEqual([])
    two.return()
    expect(closed).toHaveLength(1)
    expect(() => fstatSync(closed[0]!)).toThrow('EBADF')
  })

  test('a socket, which could not be copied, is shared and closed once', async () => {
    const server = createServer((peer) => peer.resume()).listen(0)
    await new Promise((resolve) => server.once('listening', resolve))
    const { port } = server.address() as { port: number }
    let ended = 0
    function* talk(): Generator<Socket, void, void> {
      const socket = yield* resource(
        () => connect(port),
        (each) => {
          ended++
          each.destroy()
        },
        { onFork: 'share' },
      )
      for (;;) yield socket
    }
    const one = talk()
    const socket = one.next().value as Socket
    const two = clone(one)
    expect(two.next().value).toBe(socket)
    one.return()
    expect([ended, socket.destroyed]).toEqual([0, false])
    two.return()
    expect([ended, socket.destroyed]).toEqual([1, true])
    await new Promise((resolve) => server.close(resolve))
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

  test('a file that is opened again has a place of its own', () => {
    interface File {
      readonly fd: number
      position: number
    }
    let open = 0
    const opened = (): File => {
      open++
      return { fd: openSync(path, 'r'), position: 0 }
    }
    function* letters(): Generator<string, void, void> {
      const file = yield* resource(
        opened,
        ({ fd }) => {
          open--
          closeSync(fd)
        },
        { onFork: 'dup', dup: ({ position }) => Object.assign(opened(), { position }) },
      )
      const buffer = Buffer.alloc(1)
      for (; readSync(file.fd, buffer, 0, 1, file.position) === 1; file.position++) yield buffer.toString()
    }
    const one = letters()
    expect([one.next().value, one.next().value]).toEqual(['o', 'n'])
    const two = clone(one)
    expect([...one].join('')).toBe('e\ntwo\nthree\n')
    expect(open).toBe(1)
    expect([...two].join('')).toBe('e\ntwo\nthree\n')
    expect(open).toBe(0)
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

describe('in an async generator', () => {
  test('opening and closing are awaited, and clones share one real file', async () => {
    const log: string[] = []
    async function* lines(): AsyncGenerator<string, string, string> {
      const file = yield* resource(
        () => open(path, 'r'),
        async (each) => {
          await each.close()
          log.push('closed')
        },
        { onFork: 'share' },
      )
      const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0)
      let text = buffer.toString('utf8', 0, bytesRead)
      for (;;) {
        const sent = yield text
        if (sent === 'end') return text
        text += sent
      }
    }
    const one = lines()
    expect((await one.next('')).value).toBe('one\n')
    const two = clone(one)
    await two.next('!')
    expect(await one.next('end')).toEqual({ value: 'one\n', done: true })
    expect(log).toEqual([])
    expect(await two.return('left')).toEqual({ value: 'left', done: true })
    expect(log).toEqual(['closed'])
  })

  test('an error while opening is thrown where it was asked for, one while closing to whoever waits', async () => {
    async function* program(): AsyncGenerator<string, void, void> {
      try {
        yield* resource(
          () => open(join(directory, 'missing'), 'r'),
          () => undefined,
        )
      } catch (error) {
        yield (error as NodeJS.ErrnoException).code!
      }
      yield* resource(
        () => Promise.resolve(1),
        () => Promise.reject(new Error('jammed')),
      )
    }
    const g = program()
    expect((await g.next()).value).toBe('ENOENT')
    await expect(g.next()).rejects.toThrow('jammed')
  })
})
