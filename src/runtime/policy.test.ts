// A policy says what becomes of the instances of a class; `share` says it of one value. What each kind of
// value gets without a policy is the table of docs/clones.md, held by testing/clones.test.ts.

import { List } from 'immutable'
import { describe, expect, test } from 'vitest'
import { clone, cursorOf, MultishotError, share } from './index.ts'
import type { CopyPart, CopyPolicy } from './index.ts'

class Chess {
  moves: string[] = []
  #clock = 0
  tick(): number {
    return ++this.#clock
  }
}

class Board {
  squares = [[0]]
}

class Go extends Board {}

function* hold<A>(value: A): Generator<A, void, void> {
  for (;;) yield value
}

function inClone<A>(value: A, copy?: CopyPolicy): A {
  const generator = hold(value)
  generator.next()
  return clone(generator, { copy }).next().value as A
}

function refusal(value: unknown, copy?: CopyPolicy): string {
  try {
    inClone(value, copy)
  } catch (error) {
    if (error instanceof MultishotError) return error.message
    throw error
  }
  return 'not refused'
}

describe('by class', () => {
  test("'share' gives the very same", () => {
    const chess = new Chess()
    expect(inClone(chess, { Chess: 'share' })).toBe(chess)
    expect(inClone([chess], { Chess: 'share' })[0]).toBe(chess)
  })

  test("'copy' copies the properties deeply and keeps the class", () => {
    const board = new Board()
    const copy = inClone(board, { Board: 'copy' })
    expect(copy).toEqual(board)
    expect(copy).toBeInstanceOf(Board)
    copy.squares[0]!.push(1)
    expect(board.squares).toEqual([[0]])
  })

  test("'copy' does not call the constructor", () => {
    let called = 0
    class Counted {
      n = ++called
    }
    expect(inClone(new Counted(), { Counted: 'copy' }).n).toBe(1)
    expect(called).toBe(1)
  })

  test("'copy' refuses private fields, which it could not copy", () => {
    expect(refusal(new Chess(), { Chess: 'copy' })).toMatch(
      /^MS1003: cannot clone variable value in hold .* Chess, which has private state/,
    )
  })

  test("a '#' in a text of a class is no private field", () => {
    class Theme {
      color = '#fff'
      /* #not */
      dark(): string {
        return `#000` // #either
      }
    }
    expect(inClone(new Theme(), { Theme: 'copy' }).dark()).toBe('#000')
  })

  test("'refuse' refuses what would be copied", () => {
    expect(refusal([new Map()], { Map: 'refuse' })).toMatch(
      /^MS1003: cannot clone variable value\.0 .*Map, which the option `copy` refuses to copy/,
    )
  })

  test('a function makes the copy, and is asked once for each value', () => {
    const asked: Chess[] = []
    const chess = new Chess()
    const [one, other] = inClone([chess, chess, [chess]], {
      Chess(value: Chess, copy: CopyPart) {
        asked.push(value)
        return Object.assign(new Chess(), { moves: copy(value.moves) })
      },
    }) as Chess[]
    expect(asked).toEqual([chess])
    expect(one).toBe(other)
    expect(one!.moves).not.toBe(chess.moves)
    expect(one!.tick()).toBe(1)
  })

  test('a class without a word of its own is treated like the nearest above it', () => {
    const go = new Go()
    expect(inClone(go, { Board: 'share' })).toBe(go)
    expect(inClone(go, { Board: 'share', Go: 'copy' })).not.toBe(go)
    expect(inClone(go, { Board: 'share', Object: 'copy' })).toBe(go)
    expect(refusal(go, { Object: 'copy' })).toContain('which multishot does not know how to copy')
  })

  test('a Map of treatments tells two classes of one name apart', () => {
    const Other = (() => {
      class Board {}
      return Board
    })()
    const policy = new Map([[Board, 'share' as const]])
    const board = new Board()
    expect(inClone(board, policy)).toBe(board)
    expect(refusal(new Other(), policy)).toContain('an instance of Board')
  })

  test('a policy comes before the method of the class', () => {
    class Own {
      [Symbol.for('multishot.clone')](): never {
        throw new Error('not asked')
      }
    }
    const own = new Own()
    expect(inClone(own, { Own: 'share' })).toBe(own)
  })

  test('plain data is of the classes Array and Object', () => {
    const data = { list: [1] }
    expect(inClone(data, { Object: 'share' })).toBe(data)
    const copy = inClone(data, { Array: 'share' })
    expect(copy).not.toBe(data)
    expect(copy.list).toBe(data.list)
  })

  test('what cannot change is shared whatever the policy says', () => {
    const list = List([1])
    expect(inClone(list, { List: 'copy' })).toBe(list)
    expect(inClone(list, { List: 'refuse' })).toBe(list)
  })

  test('generators and closures are no data: a policy has no say in them', () => {
    function* counting(): Generator<number, void, void> {
      let n = 0
      const next = (): number => ++n
      const inner = hold(next)
      for (;;) yield inner.next().value!()
    }
    const generator = counting()
    generator.next()
    const copy = clone(generator, { copy: { Object: 'share', Generator: 'share', Function: 'share' } })
    expect([generator.next().value, copy.next().value, copy.next().value]).toEqual([2, 2, 3])
  })

  test('instances of a class that the generator declares belong to the class of their clone', () => {
    function* counting(): Generator<boolean | number, void, void> {
      let made = 0
      class Counted {
        n = ++made
        next(): number {
          return ++made
        }
      }
      const first = new Counted()
      for (;;) {
        yield first instanceof Counted && first.n === 1
        yield first.next()
      }
    }
    const generator = counting()
    generator.next()
    const copy = clone(generator, { copy: { Counted: 'copy' } })
    expect([generator.next().value, copy.next().value]).toEqual([2, 2])
    expect([generator.next().value, copy.next().value, copy.next().value]).toEqual([true, true, 3])
  })
})

describe("'shallow'", () => {
  test('shares data and keeps variables apart', () => {
    function* walk(): Generator<unknown, void, void> {
      let n = 0
      const list: number[] = []
      const next = (): number => ++n
      for (;;) {
        list.push(next())
        yield [n, list.slice()]
      }
    }
    const generator = walk()
    generator.next()
    const copy = clone(generator, { copy: 'shallow' })
    expect(generator.next().value).toEqual([2, [1, 2]])
    expect(copy.next().value).toEqual([2, [1, 2, 2]])
  })

  test('refuses nothing', () => {
    const chess = new Chess()
    expect(inClone(chess, 'shallow')).toBe(chess)
  })

  test('keeps iterations apart', () => {
    function* walk(): Generator<number, void, void> {
      yield* [1, 2, 3]
      for (const n of hold(4)) yield n
    }
    const generator = walk()
    generator.next()
    const copy = clone(generator, { copy: 'shallow' })
    expect([generator.next().value, generator.next().value, copy.next().value]).toEqual([2, 3, 2])
  })
})

describe('a stack that is clean under one policy', () => {
  test('is shared by pointer under this policy only', () => {
    const board = new Board()
    const generator = hold(board)
    generator.next()
    const stackOf = (copy: CopyPolicy): unknown => cursorOf(clone(generator, { copy }))!.stack
    const { stack } = cursorOf(generator)!
    const sharing = { Board: 'share' } as const
    expect(stackOf(sharing)).toBe(stack)
    expect(stackOf(sharing)).toBe(stack)
    expect(stackOf({ Board: 'copy' })).not.toBe(stack)
    expect(stackOf(sharing)).toBe(stack)
    expect(() => clone(generator)).toThrow(/MS1003/)
    expect(stackOf('shallow')).toBe(stack)
    expect(() => clone(generator)).toThrow(/MS1003/)
  })
})

describe('a value that leads back to itself', () => {
  const CLONE = Symbol.for('multishot.clone')

  test('is refused while its copy is not there', () => {
    class Node {
      self: Node[] = [this];
      [CLONE](copy: CopyPart): Node {
        return Object.assign(new Node(), { self: copy(this.self) })
      }
    }
    expect(refusal(new Node())).toMatch(
      /^MS1003: cannot clone variable value in hold .* `const twin = copy\.as/,
    )
  })

  test('is copied once where `copy.as` says what the copy is', () => {
    class Node {
      others: Node[] = [];
      [CLONE](copy: CopyPart): Node {
        const twin = copy.as(new Node())
        twin.others = copy(this.others)
        return twin
      }
    }
    const [one, other] = [new Node(), new Node()]
    one.others.push(other, one)
    other.others.push(one)
    const copy = inClone({ one, other })
    expect(copy.one.others).toEqual([copy.other, copy.one])
    expect(copy.one.others[0]).toBe(copy.other)
    expect(copy.other.others[0]).toBe(copy.one)
    expect(copy.one).not.toBe(one)
  })

  test('must return what it said', () => {
    class Moody {
      [CLONE](copy: CopyPart): Moody {
        copy.as(new Moody())
        return new Moody()
      }
    }
    expect(refusal(new Moody())).toContain('gave `copy.as` one copy and returned another')
  })

  test('must return an object', () => {
    class Lazy {
      [CLONE](): undefined {}
    }
    expect(refusal(new Lazy())).toContain('returned no object')
  })

  test('user code gets parts that are filled', () => {
    class Account {
      constructor(readonly entries: number[][]) {}
      [CLONE](copy: CopyPart): Account {
        return new Account(copy(this.entries).map((entry) => [...entry]))
      }
    }
    const account = new Account([[1], [2]])
    const before = { entries: account.entries, account }
    expect(inClone(before).account.entries).toEqual([[1], [2]])
    expect(inClone(before).entries[0]).not.toBe(account.entries[0])
  })
})

describe('share(value)', () => {
  test('gives all clones the very same', () => {
    const log = share<string[]>([])
    expect(inClone(log)).toBe(log)
    expect(inClone({ log }).log).toBe(log)
    const chess = share(new Chess())
    expect(inClone(chess, { Chess: 'refuse' })).toBe(chess)
  })

  test('returns what it was given, primitives too', () => {
    expect([share(1), share(null), share('text')]).toEqual([1, null, 'text'])
  })

  test('keeps a closure bound to the original', () => {
    function* walk(): Generator<number, void, void> {
      let n = 0
      const next = share(() => ++n)
      for (;;) yield next()
    }
    const generator = walk()
    generator.next()
    expect([clone(generator).next().value, generator.next().value]).toEqual([2, 3])
  })
})

test.each<[unknown, RegExp]>([
  ['deep', /^MS1004: The option `copy` must be .*, but it is "deep"/],
  [5, /^MS1004: .*, but it is 5/],
  [null, /^MS1004: .*, but it is null/],
  [
    { Chess: 'borrow' },
    /^MS1004: The option `copy` for "Chess" must be 'share', 'copy', 'refuse' or a function/,
  ],
  [new Map([[Chess, true]]), /^MS1004: .* "Chess" must be .* but it is true/],
  [
    new Map([[5, 'copy']]),
    /^MS1004: A key of the option `copy` must be a class or the name of one, but it is 5/,
  ],
])('%o is no policy', (copy, message) => {
  const generator = hold(1)
  expect(() => clone(generator, { copy: copy as CopyPolicy })).toThrow(message)
})
