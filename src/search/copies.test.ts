import { describe, expect, test } from 'vitest'
import {
  amb,
  choose,
  collect,
  either,
  fail,
  guard,
  ifte,
  interleave,
  maximize,
  not,
  once,
  resume,
  scope,
  solve,
  solveAsync,
  tabled,
} from 'multishot'
import type { Copied, CopyPolicy, Nondeterminism, Program } from 'multishot'

class Board {
  cells: number[] = [0]
}

/** Each branch adds to what the class instance and the array hold, and gives what it finds there. */
function* adding() {
  const board = new Board()
  const list: number[] = []
  const n: number = yield* amb(1, 2)
  board.cells.push(n)
  list.push(n)
  return [board.cells.join(''), list.join('')]
}

const answers = (
  copy: CopyPolicy,
  program: Program<unknown, Nondeterminism> = adding as never,
): unknown[] => [...solve(program, { copy })]

describe('the option copy of solve', () => {
  test('refuses by default what it does not know, as clone does', () => {
    expect(() => answers('isolate')).toThrow(/MS1003: cannot clone variable board in adding .*Board/)
  })

  test(`'shallow': branches share their data, and have variables of their own`, () => {
    expect(answers('shallow')).toEqual([
      ['01', '1'],
      ['012', '12'],
    ])
    const counting = function* () {
      let n: number = yield* amb(1, 10)
      const list = [n]
      n += yield* amb(1, 2)
      return [n, list.push(n)]
    }
    expect(answers('shallow', counting)).toEqual([
      [2, 2],
      [3, 3],
      [11, 2],
      [12, 3],
    ])
  })

  test('a class is copied, shared, refused, or copied by a function', () => {
    const copied = [
      ['01', '1'],
      ['02', '2'],
    ]
    const shared = [
      ['01', '1'],
      ['012', '2'],
    ]
    const byHand = (board: Board, copy: <T>(part: T) => T) =>
      Object.assign(new Board(), { cells: copy(board.cells) })
    expect(answers({ Board: 'copy' })).toEqual(copied)
    expect(answers({ Board: 'share' })).toEqual(shared)
    expect(answers({ Board: byHand })).toEqual(copied)
    expect(answers(new Map([[Board, 'copy']]))).toEqual(copied)
    expect(() => answers({ Board: 'copy', Array: 'refuse' })).toThrow(/MS1003.*refuses/)
  })

  test('holds also for options, and for whichever strategy', async () => {
    const choosing = function* () {
      const board = yield* choose([new Board(), new Board()])
      const n = yield* amb(1, 2)
      board.cells.push(n)
      return board.cells.join('')
    }
    expect(answers({ Board: 'copy' }, choosing)).toEqual(['01', '02', '01', '02'])
    expect(answers({ Board: 'share' }, choosing)).toEqual(['01', '012', '01', '012'])
    expect(await solveAsync(choosing, { copy: { Board: 'share' } }).toArray()).toEqual([
      '01',
      '012',
      '01',
      '012',
    ])
  })

  type Inside = Program<number, Nondeterminism>
  const scopes: Record<string, (inside: Inside, failing: Inside) => Iterable<Nondeterminism>> = {
    once: (inside) => once(inside),
    collect: (inside) => collect(inside),
    scope: (inside) => scope(inside),
    either: (inside) => either(inside, inside),
    interleave: (inside) => interleave(inside, inside),
    maximize: (inside) => maximize(inside, (n: number) => n),
    ifte: (inside) => ifte(inside, inside, inside),
    not: (_, failing) => not(failing),
  }

  test('in every scope the policy is that of the search', () => {
    for (const [name, inScope] of Object.entries(scopes)) {
      const within = function* () {
        const board = new Board()
        const inside = function* () {
          const n = yield* amb(1, 2)
          return board.cells.push(n)
        } as Inside
        const failing = function* () {
          yield* inside()
          yield* fail()
        } as never
        yield* amb(1, 2)
        yield* inScope(inside, failing)
        return board.cells.length
      } as Program<unknown, Nondeterminism>
      expect(() => answers('isolate', within), name).toThrow(/MS1003/)
      const isolated = answers({ Board: 'copy' }, within) as number[]
      const shared = answers({ Board: 'share' }, within) as number[]
      // A branch sees what it has done itself, and of sub-programs that stand apart nothing.
      const most = name === 'collect' || name === 'not' ? 1 : name === 'ifte' ? 3 : 2
      expect(Math.max(...isolated), name).toBe(most)
      expect(Math.max(...shared), name).toBeGreaterThan(most)
      expect(shared.length, name).toBe(isolated.length)
    }
  })

  test('tables keep their arguments for themselves, whatever branches share', () => {
    const sum = tabled(function* (list: readonly number[]) {
      return list.reduce((a, b) => a + b, yield* amb(0, 100))
    })
    const program = function* () {
      const list = [1, 2]
      const one = yield* sum(list)
      list.push(3)
      return [one, yield* sum(list)]
    }
    expect(answers('shallow', program as never)).toEqual([
      [3, 6],
      [3, 106],
      [103, 9],
      [103, 109],
    ])
  })

  test('is one of those that clone knows', () => {
    expect(() => answers('deep' as never)).toThrow(/MS1004/)
    expect(() => solve(adding, { copiesAbove: -1 })).toThrow(/MS3004.*copiesAbove/)
    expect(() => solve(adding, { copies: 5 as never })).toThrow(
      /^MS3025: .* copies must be a function, got 5/,
    )
  })

  test('holds when a search is resumed, and cannot be changed then', () => {
    const { status } = solve(adding, { copy: { Board: 'share' }, solutions: 1 }).take(1) && limited()
    expect([...resume(status)]).toEqual([['012', '2']])
    expect(() => resume(status, { copy: 'shallow' } as never)).toThrow(/MS3018.*copy/)
  })

  function limited() {
    const stream = solve(adding, { copy: { Board: 'share' }, solutions: 1 })
    expect([...stream]).toEqual([['01', '1']])
    return stream
  }
})

describe('what forks copy', () => {
  const grid = function* grid() {
    const rows = [
      [1, 2, 3],
      [4, 5, 6],
    ]
    const cell = rows[yield* amb(0, 1)]!
    cell[0] = yield* amb(7, 8, 9)
    return rows.join('|')
  }

  test('is counted in the status, and nothing where branches share all that they have', async () => {
    const stream = solve(grid)
    expect(stream.status.copied).toBe(0)
    expect(stream.toArray()).toHaveLength(6)
    // Of two branches the last one takes the stack itself; three get copies. There are three arrays.
    expect(stream.status.copied).toBe(3 * 1 + 2 * 3 * 3)
    const asynchronous = solveAsync(grid)
    await asynchronous.toArray()
    expect(asynchronous.status.copied).toBe(stream.status.copied)
    const clean = solve(function* () {
      const n: number = yield* amb(1, 2, 3)
      yield* guard(n + (yield* amb(1, 2)) > 2)
      return n
    })
    expect([clean.toArray().length, clean.status.copied]).toEqual([5, 0])
  })

  const heardOf = (program: Program<unknown, Nondeterminism>, copiesAbove?: number) => {
    const heard: string[] = []
    const copies = (copied: Copied): void => {
      const variables = copied.variables().map((each) => `${each.name} ${each.objects}/${each.values}`)
      heard.push(`${copied.functionName} ${copied.objects}/${copied.values}: ${variables.join(', ')}`)
    }
    void solve(program, copiesAbove === undefined ? { copies } : { copies, copiesAbove }).toArray()
    return heard
  }

  test('is told of each choice once, by the names of the variables', () => {
    expect(heardOf(grid as never, 0)).toEqual([
      'grid 3/8: rows 3/8',
      'grid 3/8: rows 3/8',
      'grid 3/8: rows 3/8',
    ])
  })

  test('is told where it is more than the stated number of values, 1000 by default', () => {
    const filled = (length: number) =>
      function* filled() {
        const list = new Array<number>(length).fill(0)
        list[0] = yield* amb(1, 2)
        return list.length
      } as never
    expect(heardOf(filled(1000))).toEqual([])
    expect(heardOf(filled(1001))).toEqual(['filled 1/1001: list 1/1001'])
    expect(heardOf(filled(20), 20)).toEqual([])
    expect(heardOf(filled(21), 20)).toEqual(['filled 1/21: list 1/21'])
  })

  test('is that of every frame: callers, captured variables, iterations, held generators', () => {
    function* inner(own: Set<number>) {
      own.add(yield* amb(1, 2))
      return own.size
    }
    function* held() {
      const inside = new Map([[1, [1]]])
      inside.get(1)!.push(yield 1)
      yield inside
    }
    const outer = function* outer() {
      let count = 0
      const inc = () => ++count
      const list = [1, 2]
      const generator = held()
      generator.next()
      let size = 0
      for (const x of [[3], [4]]) {
        x.push(inc())
        size += yield* inner(new Set([1, 2, 3]))
        list.push(size, x.length)
      }
      return [inc(), generator.next(1).value, list]
    } as never
    const [first] = heardOf(outer, 0)
    expect(first).toMatch(/^inner /)
    for (const part of ['own 1/3', 'list 1/2', 'x 1/2', /generator \d/, /inc \d/, /for \d/])
      expect(first).toMatch(part instanceof RegExp ? part : new RegExp(part))
  })

  test('what is copied with the option counts, and bytes do', () => {
    const program = function* buffered() {
      const bytes = new Uint8Array(2000)
      const option = yield* choose([[1], [2]])
      return [bytes.length, option]
    } as never
    expect(heardOf(program)).toEqual(['buffered 3/2001: bytes 2/2000'])
  })

  test('is told with where the choice stands and where each variable is', () => {
    const heard: Copied[] = []
    let variables: unknown[] = []
    void solve(grid, {
      copiesAbove: 0,
      copies: (copied) => {
        heard.push(copied)
        variables = [...copied.variables()]
      },
    }).toArray()
    expect(heard[0]).toMatchObject({ functionName: 'grid', file: expect.stringMatching(/copies\.test\.ts$/) })
    expect(heard[0]!.line).toBeLessThan(heard[1]!.line)
    expect(variables).toEqual([
      expect.objectContaining({ name: 'rows', functionName: 'grid', line: heard[1]!.line }),
    ])
  })
})
