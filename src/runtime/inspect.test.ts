import { inspect as nodeInspect } from 'node:util'
import { clone } from 'multishot'
import { inspect } from 'multishot/frames'
import { describe, expect, test } from 'vitest'

/** `name: value` of the variables of the top frame. */
function liveIn(generator: Iterator<unknown>): string[] {
  return inspect(generator).frames[0]!.variables.map(({ name, value }) => `${name}: ${JSON.stringify(value)}`)
}

describe('inspect', () => {
  test('tells function, place, point and the variables that are live', () => {
    function* pairs(limit: number): Generator<number, string, number> {
      const forgotten = limit * 2
      const seen = [forgotten]
      for (let i = 0; i < limit; i++) {
        const got = yield i
        seen.push(got)
        yield got
      }
      return seen.join()
    }
    const g = pairs(3)
    expect(inspect(g)).toMatchObject({ status: 'start', functionName: 'pairs' })
    expect(liveIn(g)).toEqual(['limit: 3'])
    g.next()
    const { status, frames } = inspect(g)
    expect(status).toBe('suspended')
    expect(frames).toHaveLength(1)
    expect(frames[0]).toMatchObject({ functionName: 'pairs', point: 1, line: 17, column: 21 })
    expect(frames[0]!.file).toMatch(/inspect\.test\.ts$/)
    expect(liveIn(g).toSorted()).toEqual(['i: 0', 'limit: 3', 'seen: [6]'])
  })

  test('shows the name that the user wrote where the compiler had to take another', () => {
    function* main($cost: number): Generator<number> {
      const x = 1
      {
        const x = 2
        {
          const x = 3
          yield x + $cost
          yield x
        }
        yield x
      }
      yield x
    }
    const g = main(5)
    g.next()
    expect(liveIn(g).toSorted()).toEqual(['x: 1', 'x: 2', 'x: 3'])
    expect(liveIn(main(5))).toEqual(['$cost: 5'])
  })

  test('hides the values of the expression that is under way', () => {
    function* main(): Generator<number, number, number> {
      const one = Math.random()
      return one + (yield 1) + (yield 2)
    }
    const g = main()
    g.next()
    g.next(2)
    expect(liveIn(g)).toEqual([])
  })

  test('shows captured variables, and those of the functions around', () => {
    function* outer(): Generator<number> {
      let count = 1
      const increment = (): number => ++count
      function* inner(own: string): Generator<number> {
        yield count
        yield own.length
      }
      yield* inner('mine')
      yield increment() + count
    }
    const g = outer()
    g.next()
    const [top, below] = inspect(g).frames
    expect(top).toMatchObject({
      functionName: 'inner',
      variables: [{ name: 'own', value: 'mine', captured: false }],
      enclosing: [{ name: 'count', value: 1, captured: true }],
    })
    expect(below!.variables).toContainEqual({ name: 'count', value: 1, captured: true })
    expect(below!.functionName).toBe('outer')
  })

  test('shows `this`, and nothing of what is not yet declared', () => {
    class Tree {
      *walk(): Generator<number> {
        yield this.left
        let late = 1
        const read = (): number => late
        yield this.left
        late = read()
      }
      readonly left = 1
    }
    const tree = new Tree()
    const g = tree.walk()
    g.next()
    expect(inspect(g).frames[0]!.variables).toEqual([{ name: 'this', value: tree, captured: false }])
  })

  test('lists the frames of `yield*`, the one that runs next first', () => {
    function* walk(depth: number): Generator<number> {
      if (depth === 0) yield depth
      else yield* walk(depth - 1)
      yield depth
    }
    const g = walk(2)
    g.next()
    expect(inspect(g).frames.map(({ variables }) => variables[0]!.value)).toEqual([0, 1, 2])
  })

  test('tells what a generator is doing', () => {
    function* main(): Generator<string> {
      yield inspect(g).status
    }
    const g = main()
    expect(inspect(g).status).toBe('start')
    expect(g.next().value).toBe('running')
    expect(inspect(clone(g)).status).toBe('suspended')
    g.next()
    expect(inspect(g)).toEqual({ status: 'finished', functionName: 'main', frames: [] })
  })

  test('refuses generators that were not compiled', () => {
    function* native(): Generator<number> {
      'use native'
      yield 1
    }
    expect(() => inspect(native())).toThrow(/MS1001/)
  })
})

test('util.inspect shows the frames with their variables', () => {
  function* inner(list: number[]): Generator<number> {
    yield list.length
    yield list.length
  }
  function* outer(name: string): Generator<number> {
    yield* inner([1, 2])
    yield name.length
  }
  const g = outer('me')
  g.next()
  const text = nodeInspect(g).replaceAll(/\(.*\/(.*?):\d+:\d+\)/g, '($1)')
  expect(text).toBe(
    'Generator outer <suspended> {\n' +
      '  at inner (inspect.test.ts) { list: [ 1, 2 ] }\n' +
      "  at outer (inspect.test.ts) { name: 'me' }\n" +
      '}',
  )
  expect(nodeInspect({ a: { b: { g } } }, { depth: 1 })).toContain('[Object]')
  expect(nodeInspect([g], { depth: 0 })).toBe('[ [Generator outer] ]')
  while (!g.next().done);
  expect(nodeInspect(g)).toBe('Generator outer <finished>')
})

test('util.inspect shows what only inherits from generators as Node.js does', () => {
  function* plain(): Generator<void> {}
  async function* async(): AsyncGenerator<void> {}
  expect(nodeInspect(plain.prototype)).toBe('Object [Generator] {}')
  expect(nodeInspect(async.prototype)).toBe('Object [AsyncGenerator] {}')
  expect(nodeInspect(async())).toMatch(/^AsyncGenerator async <start> \{/)
})
