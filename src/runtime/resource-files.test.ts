// Real files and real sockets in generators that somebody drives by hand, plain and async.

import { closeSync, fstatSync, mkdtempSync, openSync, readSync, rmSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import type { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { clone, resource } from '../index.ts'

const directory = mkdtempSync(join(tmpdir(), 'multishot-'))
const path = join(directory, 'lines.txt')
writeFileSync(path, 'one\ntwo\nthree\n')
afterAll(() => rmSync(directory, { recursive: true }))

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
