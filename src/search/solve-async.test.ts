import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import {
  abortSignal,
  amb,
  choose,
  collect,
  commit,
  cost,
  count,
  either,
  fail,
  forall,
  guard,
  ifte,
  interleave,
  minimize,
  not,
  once,
  resume,
  resumeAsync,
  scope,
  solve,
  solveAsync,
  tabled,
} from '../index.ts'
import type { Nondeterminism } from '../index.ts'

describe('an async program', () => {
  test('has the solutions of its branches, nested generators of both kinds included', async () => {
    function* plain(n: number) {
      return n + (yield* amb(10, 20))
    }
    async function* inner(n: number) {
      const more = yield* amb(1, 2)
      await sleep(1)
      return n + more
    }
    const stream = solveAsync(async function* () {
      const list: number[] = []
      const n = yield* inner(yield* amb(100, 200))
      list.push(n)
      await Promise.resolve()
      yield* guard(n !== 102)
      list.push(yield* plain(n))
      return list
    })
    expect(await stream.toArray()).toEqual([
      [101, 111],
      [101, 121],
      [201, 211],
      [201, 221],
      [202, 212],
      [202, 222],
    ])
    expect(stream.status).toMatchObject({ reason: 'exhausted', failures: 1 })
  })

  test('may await inside all operators', async () => {
    const later = async <A>(value: A): Promise<A> => {
      await sleep(1)
      return value
    }
    async function* digit() {
      const n = yield* amb(1, 2, 3)
      return await later(n)
    }
    const all = async (program: Parameters<typeof solveAsync>[0]) => {
      const one = await solveAsync(program).toArray()
      const several = await solveAsync(program, { concurrency: 3 }).toArray()
      expect(several.map(String).toSorted()).toEqual(one.map(String).toSorted())
      return one
    }
    expect(
      await all(async function* () {
        return yield* once(digit)
      }),
    ).toEqual([1])
    expect(
      await all(async function* () {
        const n = yield* amb(2, 5)
        yield* not(async function* () {
          yield* guard((yield* digit()) === n)
        })
        return n
      }),
    ).toEqual([5])
    expect(
      await all(async function* () {
        return [yield* collect(digit), yield* count(digit)]
      }),
    ).toEqual([[[1, 2, 3], 3]])
    expect(
      await all(async function* () {
        const most = yield* amb(2, 3)
        yield* forall(digit, (n) => n <= most)
        return most
      }),
    ).toEqual([3])
    expect(
      await all(async function* () {
        const n = yield* amb(1, 2)
        return yield* ifte(
          async function* () {
            yield* guard(await later(n === 1))
            return yield* digit()
          },
          async function* (d) {
            return [n, await later(d)]
          },
          async function* () {
            return await later('none')
          },
        )
      }),
    ).toEqual([[1, 1], [1, 2], [1, 3], 'none'])
    expect(
      await all(async function* () {
        return yield* interleave(digit, async function* () {
          return yield* choose(await later(['a', 'b']))
        })
      }),
    ).toEqual([1, 'a', 2, 'b', 3])
    expect(
      await all(async function* () {
        return yield* either(digit, async function* () {
          return yield* fail()
        })
      }),
    ).toEqual([1, 2, 3])
    expect(
      await all(async function* () {
        return yield* minimize(async function* () {
          const price = yield* amb(5, 3, 4)
          await later(0)
          yield* cost(price)
          return await later(price)
        })
      }),
    ).toEqual([3])
    expect(
      await solveAsync(async function* () {
        return yield* scope(async function* () {
          const n = yield* digit()
          yield* guard(n > 1)
          yield* commit()
          return await later(n)
        })
      }).toArray(),
    ).toEqual([2])
  })
})

describe('an abort signal', () => {
  test('is one for each branch, also if it was asked for before the branches parted', async () => {
    const signals: AbortSignal[] = []
    const stream = solveAsync(async function* () {
      const signal = yield* abortSignal()
      const n = yield* amb(1, 2, 3)
      const same = signal === (yield* abortSignal())
      signals.push(signal)
      yield* guard(n !== 2)
      return [n, same, signal.aborted]
    })
    const found = []
    for await (const each of stream) found.push([...each, signals.map(({ aborted }) => aborted)])
    expect(found).toEqual([
      [1, true, false, [true]],
      [3, true, false, [true, true, true]],
    ])
    expect(new Set(signals).size).toBe(3)
  })
})

describe('where nobody waits', () => {
  async function* waiting() {
    return await (yield* amb(1, 2))
  }

  test('solve says what to do', () => {
    expect(() => solve(waiting as never)).toThrow(
      /^MS3019: the program waiting is an async generator in waiting \(.*solve-async\.test\.ts:\d+:\d+\), .* Give it to solveAsync/,
    )
    const stream = solve(function* () {
      return yield* once(waiting)
    } as never)
    expect(() => stream.toArray()).toThrow(/^MS1006: .*solveAsync/)
  })

  test('tabled functions must not await', async () => {
    const bad = tabled(function* (): Generator<Nondeterminism, unknown, any> {
      return (yield once(waiting) as never) as number
    })
    const stream = solveAsync(async function* () {
      return yield* bad()
    })
    await expect(stream.toArray()).rejects.toThrow(/^MS3021: a tabled function came to an await/)
    const good = tabled(function* (n: number) {
      return n + (yield* amb(1, 1, 2))
    })
    const fine = solveAsync(async function* () {
      return yield* good(await Promise.resolve(10))
    })
    expect(await fine.toArray()).toEqual([11, 12])
  })

  test('resume refuses the status of an async search', async () => {
    const stream = solveAsync(waiting, { solutions: 1 })
    expect(await stream.toArray()).toEqual([1])
    expect(() => resume(stream.status)).toThrow(/^MS3022/)
    expect(await resumeAsync(stream.status).toArray()).toEqual([2])
  })
})

describe('others', () => {
  /** How many turns of the event loop there are while `run` runs. */
  async function turnsWhile(run: () => Promise<unknown>): Promise<number> {
    let turns = 0
    let isOver = false
    const tick = (): void => {
      turns++
      if (!isOver) setImmediate(tick)
    }
    setImmediate(tick)
    await run()
    isOver = true
    return turns
  }

  test('have a turn after each slice, also where every branch only awaits what is there', async () => {
    // A clock that says how many steps have been taken: each looks at it.
    let now = 0
    const options = { clock: () => now, slice: 10, steps: 400 }
    const programs = [
      async function* () {
        for (;;) {
          yield* choose([0])
          now++
          await Promise.resolve()
        }
      },
      function* () {
        for (;;) {
          yield* choose([0])
          now++
        }
      },
    ]
    for (const program of programs) {
      now = 0
      const turns = await turnsWhile(() => solveAsync(program, options).toArray())
      expect(turns).toBeGreaterThan(15)
    }
  })

  test('have one between quick solutions', async () => {
    let now = 0
    const stream = solveAsync(
      async function* () {
        now++
        return yield* choose(Array.from({ length: 100 }, (_, n) => n))
      },
      { clock: () => now++, slice: 10 },
    )
    expect(await turnsWhile(() => stream.toArray())).toBeGreaterThan(5)
  })
})
