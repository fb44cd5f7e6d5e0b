// `accessor` members of classes, by the letter of the proposal, also where TypeScript makes something else of them.

import { expect, test } from 'vitest'
import { clone } from '../runtime/index.ts'
import { compile } from './index.ts'

test('what is anonymous in an accessor takes its name, and a computed key is made a key once', () => {
  const log: string[] = []
  const key = (name: string): string =>
    ({
      toString() {
        log.push(name)
        return name
      },
    }) as unknown as string
  class Named {
    accessor plain = () => 1
    static accessor all = class {};
    // @ts-expect-error -- TypeScript wants the name of a member to be known
    accessor [key('computed')] = () => 2;
    *walk() {
      yield this.plain.name
    }
  }
  const named = new Named() as Named & { computed: () => number }
  expect([...named.walk(), Named.all.name, named.computed.name]).toEqual(['plain', 'all', 'computed'])
  expect(log).toEqual(['computed'])
  expect(Object.keys(named)).toEqual([])
  const { get, set, enumerable } = Object.getOwnPropertyDescriptor(Named.prototype, 'plain')!
  expect([get!.name, set!.name, enumerable]).toEqual(['get plain', 'set plain', false])
})

test('a class that a generator declares has static accessors of its own in each clone', () => {
  function* counts(): Generator<() => unknown, void, number> {
    let total = 0
    class Counter {
      static accessor seen = [total]
      static accessor #hidden = 1
      accessor own = total
      static up() {
        this.#hidden += total
        this.seen.push(this.#hidden)
      }
    }
    for (;;)
      total += yield () => {
        Counter.up()
        return [Counter.seen.join(), new Counter().own]
      }
  }
  const original = counts()
  original.next()
  const answer = (of: typeof original, added: number): unknown => of.next(added).value!()
  expect(answer(original, 1)).toEqual(['0,2', 1])
  const copy = clone(original)
  expect(answer(copy, 10)).toEqual(['0,2,13', 11])
  expect(answer(original, 100)).toEqual(['0,2,103', 101])
})

test('files without a generator lose them, too, and decorated ones are left to who compiles decorators', () => {
  const { code, diagnostics } = compile('export class A { accessor x = 1 }', { filename: 'a.js' })
  expect(diagnostics).toEqual([])
  expect(code).not.toMatch(/accessor x/)
  const decorated = 'export class A { @logged accessor x = 1 }'
  expect(compile(decorated, { filename: 'a.js' }).code).toBe(decorated)
})
