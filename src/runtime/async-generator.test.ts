// Async generators: the protocol as everybody else sees it, and clones of them. That they do tick for tick what
// native ones do is in src/compiler/async.test.ts and property-tests/.

import { clone, inspect, share } from './index.ts'
import { describe, expect, test } from 'vitest'

async function* counter(): AsyncGenerator<number, string, number | undefined> {
  let total = 0
  for (;;) {
    const more = yield total
    if (more === undefined) return `total ${total}`
    total += await Promise.resolve(more)
  }
}

const native: AsyncGeneratorFunction = Object.getPrototypeOf(
  new Function('return async function* () {}')(),
).constructor

describe('to everyone else', () => {
  test('it is an async generator', () => {
    const generator = counter()
    expect(Object.prototype.toString.call(generator)).toBe('[object AsyncGenerator]')
    expect(generator).toBeInstanceOf(counter)
    expect(counter).toBeInstanceOf(native)
    expect(generator[Symbol.asyncIterator]()).toBe(generator)
    expect(Reflect.ownKeys(generator)).toEqual([])
    expect(() => Reflect.construct(counter, [])).toThrow(TypeError)
  })

  test('requests wait in a queue and are answered in their order', async () => {
    const generator = counter()
    const requests = [
      generator.next(),
      generator.next(1),
      generator.next(2),
      generator.next(),
      generator.next(),
    ]
    expect(await Promise.all(requests)).toEqual([
      { value: 0, done: false },
      { value: 1, done: false },
      { value: 3, done: false },
      { value: 'total 3', done: true },
      { value: undefined, done: true },
    ])
  })

  test('`return` awaits its value, runs `finally`, and finishes what has not begun', async () => {
    const log: string[] = []
    async function* guarded(): AsyncGenerator<number, number, void> {
      try {
        yield 1
      } finally {
        log.push(await Promise.resolve('closed'))
      }
      return 2
    }
    const generator = guarded()
    await generator.next()
    expect(await generator.return(Promise.resolve(5))).toEqual({ value: 5, done: true })
    expect(log).toEqual(['closed'])
    expect(await guarded().return(6)).toEqual({ value: 6, done: true })
    await expect(guarded().throw(new RangeError('at once'))).rejects.toThrow('at once')
    expect(log).toEqual(['closed'])
  })

  test('methods give rejected promises to other receivers', async () => {
    const { next } = counter()
    for (const receiver of [{}, undefined, (function* () {})(), native.prototype])
      await expect(Reflect.apply(next, receiver, [])).rejects.toThrow(TypeError)
  })
})

describe('a clone', () => {
  test('goes on by itself, isolated from the original', async () => {
    async function* walk(): AsyncGenerator<readonly number[], void, number> {
      const seen: number[] = []
      for (;;) seen.push(await Promise.resolve(yield [...seen]))
    }
    const one = walk()
    await one.next(0)
    await one.next(1)
    const other = clone(one)
    expect((await one.next(2)).value).toEqual([1, 2])
    expect((await other.next(3)).value).toEqual([1, 3])
    expect((await one.next(4)).value).toEqual([1, 2, 4])
  })

  test('of one that has not started or has finished is so too', async () => {
    const fresh = counter()
    expect(inspect(clone(fresh)).status).toBe('start')
    expect(await clone(fresh).next()).toEqual({ value: 0, done: false })
    const finished = counter()
    await finished.return('over')
    expect(await clone(finished).next()).toEqual({ value: undefined, done: true })
  })

  test('has generators of its own that are delegated to or held', async () => {
    async function* inner(): AsyncGenerator<number, string, number> {
      let sum = 0
      while (sum < 10) sum += yield sum
      return `sum ${sum}`
    }
    async function* outer(): AsyncGenerator<number | string, void, number> {
      const held = inner()
      await held.next(0)
      yield yield* inner()
      const { value } = await held.next(7)
      yield value
    }
    const one = outer()
    await one.next(0)
    await one.next(3)
    const other = clone(one)
    expect((await one.next(1)).value).toBe(4)
    expect((await other.next(20)).value).toBe('sum 23')
    expect((await other.next(0)).value).toBe(7)
    expect((await one.next(30)).value).toBe('sum 34')
    expect((await one.next(0)).value).toBe(7)
  })

  test('stands at its own place in a `for await` over an array, and shares what is read from others', async () => {
    let pulled = 0
    const source: AsyncIterable<number[]> = {
      [Symbol.asyncIterator]: () => ({
        next: () => Promise.resolve({ value: [++pulled], done: pulled > 3 }),
      }),
    }
    async function* each(): AsyncGenerator<number | number[], void, void> {
      for await (const n of [1, 2, 3]) yield n
      for await (const list of source) {
        list.push(0)
        yield list
      }
    }
    const one = each()
    await one.next()
    const other = clone(one)
    const rest = async (of: AsyncIterable<unknown>): Promise<unknown[]> => {
      const values: unknown[] = []
      for await (const value of of) values.push(value)
      return values
    }
    await one.next()
    await one.next()
    await one.next()
    const third = clone(one)
    expect(await rest(one)).toEqual([
      [2, 0],
      [3, 0],
    ])
    expect(await rest(third)).toEqual([
      [2, 0],
      [3, 0],
    ])
    expect(pulled).toBe(4)
    expect((await rest(other)).slice(0, 2)).toEqual([2, 3])
  })

  test('is refused while the generator awaits, by function and place', async () => {
    async function* waiting(): AsyncGenerator<number, void, void> {
      yield 1
      await new Promise((resolve) => setTimeout(resolve, 5))
      yield 2
    }
    const generator = waiting()
    await generator.next()
    const request = generator.next()
    expect(() => clone(generator)).toThrow(
      /MS1005: cannot clone the async generator waiting awaits, at .*async-generator\.test\.ts:\d+:7\. /,
    )
    expect(inspect(generator)).toMatchObject({ status: 'awaiting', functionName: 'waiting' })
    expect((await request).value).toBe(2)
    expect((await clone(generator).next()).done).toBe(true)
  })

  test('is refused with a variable that holds one which awaits', async () => {
    async function* waiting(): AsyncGenerator<number, void, void> {
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    async function* holding(): AsyncGenerator<unknown, void, void> {
      const pages = waiting()
      const page = share(pages.next())
      yield 1
      yield await page
      yield pages
    }
    const generator = holding()
    await generator.next()
    expect(() => clone(generator)).toThrow(
      /MS1005: cannot clone variable pages in holding \(.*:\d+:\d+\): it holds the async generator waiting, which awaits, at /,
    )
  })

  test('is refused by a generator to itself', async () => {
    let self: AsyncGenerator<unknown, void, void> | undefined
    async function* inside(): AsyncGenerator<unknown, void, void> {
      yield 1
      clone(self!)
    }
    self = inside()
    await self.next()
    await expect(self.next()).rejects.toThrow('Generator is already running')
  })
})
