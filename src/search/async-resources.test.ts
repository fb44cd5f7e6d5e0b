// Real files and real sockets in async programs.

import { once as heard } from 'node:events'
import { mkdtempSync, readFileSync } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { abortSignal, choose, guard, once, resource, solveAsync } from '../index.ts'
import type { AsyncStream, SolveAsyncOptions } from '../index.ts'

const folder = mkdtempSync(join(tmpdir(), 'multishot-'))

/** A file that branches write to, and what is known of it from outside. */
function writing(options: SolveAsyncOptions, onFork: 'share' | 'refuse' = 'share') {
  const path = join(folder, `${Math.random()}.txt`)
  const handles: FileHandle[] = []
  let closed = 0
  const stream = solveAsync(async function* () {
    const file = yield* resource(
      async () => {
        const handle = await open(path, 'a')
        handles.push(handle)
        return handle
      },
      async (handle) => {
        await handle.close()
        closed++
      },
      { onFork },
    )
    const n = yield* choose([1, 2, 3, 4])
    yield* guard(n !== 2)
    await file.write(`${n}\n`)
    return n
  }, options)
  const state = () => ({ opened: handles.length, closed, descriptors: handles.map(({ fd }) => fd) })
  return { path, stream, state }
}

describe('a file', () => {
  test('is opened once, shared by all branches, and closed when the stream says that it has ended', async () => {
    for (const concurrency of [1, 3]) {
      const { path, stream, state } = writing({ concurrency })
      expect((await stream.toArray()).toSorted()).toEqual([1, 3, 4])
      expect(state()).toEqual({ opened: 1, closed: 1, descriptors: [-1] })
      expect(readFileSync(path, 'utf8').split('\n').toSorted()).toEqual(['', '1', '3', '4'])
    }
  })

  const ends: Record<string, (stream: AsyncStream<number>) => Promise<unknown>> = {
    'a break': async (stream) => {
      for await (const _ of stream) break
    },
    'a take': (stream) => stream.take(1).toArray(),
    close: async (stream) => {
      void stream.open()
      await stream.close()
    },
  }
  test.each(Object.entries(ends))('is closed after %s', async (_, end) => {
    const { stream, state } = writing({ concurrency: 2 })
    await end(stream)
    expect(state().closed).toBe(state().opened)
    expect(state().descriptors.every((fd) => fd === -1)).toBe(true)
  })

  test('is closed after a bound, and after an error of the program', async () => {
    const bounded = writing({ solutions: 1 })
    expect(await bounded.stream.toArray()).toEqual([1])
    expect(bounded.state()).toEqual({ opened: 1, closed: 1, descriptors: [-1] })
    const refused = writing({}, 'refuse')
    await expect(refused.stream.toArray()).rejects.toThrow(/^MS1020/)
    expect(refused.state()).toEqual({ opened: 1, closed: 1, descriptors: [-1] })
  })

  test('that cannot be closed fails the search', async () => {
    const stream = solveAsync(async function* () {
      yield* resource(
        async () => 'file',
        async () => Promise.reject(new Error('the disc is full')),
        { onFork: 'share' },
      )
      return yield* choose([1])
    })
    await expect(stream.toArray()).rejects.toThrow('the disc is full')
  })
})

describe('a socket', () => {
  const sockets = new Set<Socket>()
  /** Answers a number with its double, but never one that is 13. */
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
    socket.on('data', (data) => {
      const n = Number(data)
      if (n !== 13) socket.write(`${2 * n}`)
    })
  })
  afterAll(() => server.close())

  const listening = heard(server.listen(0), 'listening')

  async function dial(): Promise<Socket> {
    await listening
    const socket = connect((server.address() as AddressInfo).port)
    await heard(socket, 'connect')
    return socket
  }

  async function hangUp(socket: Socket): Promise<void> {
    socket.destroy()
    if (!socket.closed) await heard(socket, 'close')
  }

  /** The first of the numbers whose double the server tells. */
  const doubling = (numbers: readonly number[]) =>
    solveAsync(
      async function* () {
        return yield* once(async function* () {
          const n = yield* choose(numbers)
          const signal = yield* abortSignal()
          const socket = yield* resource(dial, hangUp)
          socket.write(`${n}`)
          const [data] = (await heard(socket, 'data', { signal })) as [Buffer]
          return Number(data)
        })
      },
      { concurrency: numbers.length },
    )

  test('of a branch that waits in vain is closed when another one has won', async () => {
    expect(await doubling([13, 21, 13]).toArray()).toEqual([42])
    await expect.poll(() => sockets.size).toBe(0)
  })

  test('that is still being opened is closed when it is there', async () => {
    const stream = doubling([13])
    void stream.open()
    await new Promise(setImmediate)
    await stream.close()
    await expect.poll(() => sockets.size).toBe(0)
    expect(stream.status.reason).toBe('aborted')
  })
})
