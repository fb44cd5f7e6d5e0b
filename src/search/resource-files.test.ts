// Real files and real sockets in searches: closed once, however the search ends. (async-resources.test.ts has those of
// async programs.)

import { once as heard } from 'node:events'
import {
  closeSync,
  fstatSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { connect, createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { amb, choose, guard, resource, solve } from '../index.ts'
import type { SolveOptions, Stream } from '../index.ts'

const directory = mkdtempSync(join(tmpdir(), 'multishot-'))
afterAll(() => rmSync(directory, { recursive: true }))

const share = { onFork: 'share' } as const

const server = createServer((peer) => peer.resume().on('error', () => {}))
beforeAll(async () => {
  server.listen(0)
  await heard(server, 'listening')
})
afterAll(() => server.close())

/** How a search ends of a program that gives 1, 2, 4 and fails with 3: what it finds, or throws. */
interface Ending {
  readonly options?: (controller: AbortController) => SolveOptions
  /** With this number the program throws. */
  readonly breaks?: number
  readonly walk?: (stream: Stream<number>, controller: AbortController) => void
  readonly reason: string
  readonly found: readonly number[]
}

const endings: Record<string, Ending> = {
  success: { reason: 'exhausted', found: [1, 2, 4] },
  'failure of all branches': { breaks: 0, reason: 'exhausted', found: [] },
  'an exception': { breaks: 2, reason: 'failed', found: [1] },
  'an early stop and `close`': {
    walk: (stream) => {
      for (const _ of stream) break
      stream.close()
    },
    reason: 'aborted',
    found: [1],
  },
  'an abort': {
    options: ({ signal }) => ({ signal }),
    walk: (stream, controller) => {
      stream.take(2).toArray()
      controller.abort()
    },
    reason: 'aborted',
    found: [1, 2],
  },
  'a limit': { options: () => ({ solutions: 2 }), reason: 'limit', found: [1, 2] },
  'a bound on steps': { options: () => ({ steps: 2 }), reason: 'steps', found: [1] },
}

describe.each(Object.entries(endings))('after %s', (_, { options, breaks, walk, reason, found }) => {
  /** Ends a search whose branches share what `open` gives. */
  function ended<Handle>(
    open: () => Handle,
    close: (handle: Handle) => void,
    use: (handle: Handle, n: number) => void,
  ): void {
    const controller = new AbortController()
    const stream = solve(function* () {
      const handle = yield* resource(open, close, share)
      const n = yield* choose([1, 2, 3, 4])
      use(handle, n)
      if (n === breaks) throw new Error('broken')
      yield* guard(n !== 3 && breaks !== 0)
      return n
    }, options?.(controller))
    const errors: unknown[] = []
    const all: number[] = []
    try {
      walk?.(stream, controller)
      for (const each of stream) all.push(each)
    } catch (error) {
      errors.push(error)
    }
    expect(errors).toEqual(reason === 'failed' ? [new Error('broken')] : [])
    expect(all).toEqual(found)
    expect(stream.status.reason).toBe(reason)
  }

  test('a real file has been closed once', () => {
    const path = join(directory, `${reason}-${found.length}.txt`)
    const files: number[] = []
    let closed = 0
    ended(
      () => {
        const file = openSync(path, 'w')
        files.push(file)
        return file
      },
      (file) => {
        closeSync(file)
        closed++
      },
      (file, n) => writeFileSync(file, `${n}\n`),
    )
    expect([files.length, closed]).toEqual([1, 1])
    expect(() => fstatSync(files[0]!)).toThrow('EBADF')
    expect(readFileSync(path, 'utf8')).toMatch(/^1\n/)
  })

  test('a real socket has been closed once, and the other side hears of it', async () => {
    const peers: Socket[] = []
    const welcome = (peer: Socket): void => void peers.push(peer)
    server.on('connection', welcome)
    const socket = connect((server.address() as AddressInfo).port)
    await heard(socket, 'connect')
    await expect.poll(() => peers.length).toBe(1)
    const left = heard(peers[0]!, 'close')
    let closed = 0
    ended(
      () => socket,
      (each) => {
        each.destroy()
        closed++
      },
      (each, n) => void each.write(`${n}`),
    )
    expect([closed, socket.destroyed]).toEqual([1, true])
    await left
    server.off('connection', welcome)
  })
})

test('branches append to one real file, which is closed after the last', () => {
  const path = join(directory, 'found.txt')
  let file = -1
  const stream = solve(function* () {
    file = yield* resource(() => openSync(path, 'w'), closeSync, share)
    const n = yield* choose([1, 2, 3])
    fstatSync(file)
    writeFileSync(file, `${n}\n`)
    yield* guard(n !== 3)
    return n
  })
  expect(stream.toArray()).toEqual([1, 2])
  expect(() => fstatSync(file)).toThrow('EBADF')
  expect(readFileSync(path, 'utf8')).toBe('1\n2\n3\n')
})

test('each branch reads on in its own real file', () => {
  const path = join(directory, 'digits.txt')
  writeFileSync(path, '0123456789')
  const files: number[] = []
  const opened = (position: number): { fd: number; position: number } => {
    const fd = openSync(path, 'r')
    files.push(fd)
    return { fd, position }
  }
  function* digit(file: { fd: number; position: number }) {
    const buffer = Buffer.alloc(1)
    readSync(file.fd, buffer, 0, 1, file.position++)
    return buffer.toString()
  }
  const stream = solve(function* () {
    const file = yield* resource(
      () => opened(0),
      ({ fd }) => closeSync(fd),
      { onFork: 'dup', dup: ({ position }) => opened(position) },
    )
    let text = ''
    while (text.length < 3) {
      if (yield* amb(true, false)) text += yield* digit(file)
      else file.position++
      yield* guard(file.position < 5)
    }
    return text
  })
  expect(stream.toArray()).toEqual(['012', '013', '023', '123'])
  expect(files.length).toBeGreaterThan(8)
  for (const fd of files) expect(() => fstatSync(fd)).toThrow('EBADF')
})
