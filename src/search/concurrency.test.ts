import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { abortSignal, amb, choose, once, resumeAsync, solveAsync } from '../index.ts'
import type { AsyncStream, SolveAsyncOptions } from '../index.ts'
import { nth } from './streams/index.ts'

/** Everybody has had their turns: however loaded the machine is, nothing is left to do but to wait for answers. */
async function settled(): Promise<void> {
  for (let turns = 0; turns < 20; turns++) await turn()
}

/** What is pending, by name, until its signal is aborted or it is let through. */
class Server {
  readonly asked: string[] = []
  readonly aborted: string[] = []
  private readonly waiting = new Map<string, (value: string) => void>()

  readonly ask = (name: string, signal?: AbortSignal): Promise<string> => {
    this.asked.push(name)
    return new Promise((resolve, reject) => {
      this.waiting.set(name, resolve)
      signal?.addEventListener('abort', () => {
        if (!this.waiting.delete(name)) return
        this.aborted.push(name)
        reject(signal.reason as Error)
      })
    })
  }

  async answer(...names: string[]): Promise<void> {
    for (const name of names) {
      this.waiting.get(name)!(name.toUpperCase())
      this.waiting.delete(name)
      await settled()
    }
  }

  get pending(): string[] {
    return [...this.waiting.keys()]
  }
}

/** A search that asks a server for each of these. */
function asking(names: string, options: SolveAsyncOptions = {}) {
  const server = new Server()
  const { ask } = server
  const stream = solveAsync(async function* () {
    const name = yield* choose(names)
    return await ask(name, yield* abortSignal())
  }, options)
  return { server, stream }
}

describe('concurrency', () => {
  test('is how many branches are under way at most, and no more begin than a pull asks for', async () => {
    const { server, stream } = asking('abcde', { concurrency: 2 })
    await settled()
    expect(server.asked).toEqual([])
    const walk = stream[Symbol.asyncIterator]()
    const first = walk.next()
    await settled()
    expect(server.asked).toEqual(['a', 'b'])
    await server.answer('b')
    expect((await first).value).toBe('B')
    await server.answer('a')
    // What has arrived waits for somebody to ask.
    expect(server.asked).toEqual(['a', 'b'])
    expect((await walk.next()).value).toBe('A')
    // While 'a' returned what it had got, which is another await, there was room for one.
    expect(server.asked).toEqual(['a', 'b', 'c'])
    const third = walk.next()
    await settled()
    expect(server.asked).toEqual(['a', 'b', 'c', 'd'])
    await server.answer('d')
    expect((await third).value).toBe('D')
    await walk.return!()
    expect(server.pending).toEqual([])
  })

  test('is one at a time without the option', async () => {
    const { server, stream } = asking('ab')
    const all = stream.toArray()
    await settled()
    expect(server.asked).toEqual(['a'])
    await server.answer('a', 'b')
    expect(await all).toEqual(['A', 'B'])
  })

  test('is a whole number from 1, or Infinity', () => {
    for (const concurrency of [0, 1.5, NaN, '2' as never])
      expect(() => asking('a', { concurrency })).toThrow(/^MS3020/)
    expect(() => asking('a', { concurrency: Infinity })).not.toThrow()
  })

  test('lets a branch outside of a scope begin while one inside awaits', async () => {
    const server = new Server()
    const { ask } = server
    const stream = solveAsync(
      async function* () {
        const name = yield* amb('a', 'b')
        return yield* once(async function* () {
          return await ask(name + (yield* amb('x', 'y')))
        })
      },
      { concurrency: 4 },
    )
    const all = stream.toArray()
    await settled()
    expect(server.asked).toEqual(['ax', 'ay', 'bx', 'by'])
    await server.answer('by', 'ax')
    expect(await all).toEqual(['BY', 'AX'])
  })
})

describe('a search that ends early', () => {
  const ends: Record<string, (stream: AsyncStream<string>) => Promise<unknown>> = {
    'by break': async (stream) => {
      for await (const _ of stream) break
    },
    'by the end of a take': (stream) => stream.take(1).toArray(),
    'by what operators find': (stream) => nth(stream, 0),
    'by close': async (stream) => {
      await stream.open()
      await stream.close()
    },
  }
  test.each(Object.entries(ends))('%s gives up the branches that await something', async (_, end) => {
    const { server, stream } = asking('abc', { concurrency: 3 })
    const ended = end(stream)
    await settled()
    await server.answer('b')
    await ended
    expect(server.aborted).toEqual(['a', 'c'])
    expect(await stream.toArray()).toEqual(['B'])
    expect(stream.status.reason).toBe('aborted')
  })

  let now = 0
  const bounds: Record<string, SolveAsyncOptions> = {
    limit: { solutions: 1 },
    time: { time: 20, clock: () => now },
  }
  test.each(Object.entries(bounds))('by a bound (%s) does so too', async (reason, options) => {
    const { server, stream } = asking('abc', { concurrency: 3, ...options })
    const all = stream.toArray()
    await settled()
    await server.answer('b')
    now += 100
    expect(await all).toEqual(['B'])
    expect(stream.status.reason).toBe(reason)
    expect(server.aborted).toEqual(['a', 'c'])
    expect(() => resumeAsync(stream.status)).toThrow(/^MS3011/)
  })

  test('by a signal does so at once, whether somebody pulls or not', async () => {
    for (const isPulled of [true, false]) {
      const controller = new AbortController()
      const { server, stream } = asking('abc', { concurrency: 3, signal: controller.signal })
      const walk = stream[Symbol.asyncIterator]()
      const first = walk.next()
      await settled()
      await server.answer('b')
      await first
      const next = isPulled ? walk.next() : undefined
      controller.abort()
      expect(server.aborted).toEqual(['a', 'c'])
      expect((await (next ?? walk.next())).value).toMatchObject({ reason: 'aborted' })
    }
  })

  test('by an error does so, and the error tells where it was awaited', async () => {
    const server = new Server()
    const stream = solveAsync(
      async function* () {
        const name = yield* amb('a', 'b')
        async function* inner() {
          if (name === 'b') await Promise.reject(Object.assign(new Error('down'), { stack: 'Error: down' }))
          return await server.ask(name, yield* abortSignal())
        }
        return yield* inner()
      },
      { concurrency: 3 },
    )
    const error = await stream.toArray().catch((thrown: Error) => thrown)
    expect((error as Error).stack).toMatch(
      /^Error: down\n {4}at async inner \(.*concurrency\.test\.ts:\d+:\d+\)\n {4}at async <anonymous> \(.*concurrency\.test\.ts:\d+:\d+\)$/,
    )
    expect(server.aborted).toEqual(['a'])
    expect(stream.status.reason).toBe('failed')
  })

  test('goes on where nothing was under way, for whoever walks it later', async () => {
    const { server, stream } = asking('abc')
    const first = stream.take(1).toArray()
    await settled()
    await server.answer('a')
    expect(await first).toEqual(['A'])
    const all = stream.toArray()
    await settled()
    await server.answer('b', 'c')
    expect(await all).toEqual(['A', 'B', 'C'])
  })

  test('keeps those that await something if it is resumable', async () => {
    const { server, stream } = asking('abc', { concurrency: 3, resumable: true, solutions: 1 })
    const first = stream.toArray()
    await settled()
    await server.answer('b')
    expect([await first, stream.status.reason]).toEqual([['B'], 'limit'])
    await server.answer('a', 'c')
    expect(server.aborted).toEqual([])
    expect(await resumeAsync(stream.status).toArray()).toEqual(['A', 'C'])
  })

  test('is not ended by one who leaves while another walks', async () => {
    const { server, stream } = asking('ab', { concurrency: 2 })
    const both = [stream.take(1).toArray(), stream.toArray()]
    await settled()
    await server.answer('b', 'a')
    expect(await Promise.all(both)).toEqual([['B'], ['B', 'A']])
    expect(server.aborted).toEqual([])
  })

  test('lets whoever waits see the end at once when it is closed', async () => {
    const { server, stream } = asking('ab', { concurrency: 2 })
    const all = stream.toArray()
    await settled()
    await stream.close()
    expect(await all).toEqual([])
    expect(server.aborted).toEqual(['a', 'b'])
  })
})
