// Methods of classes that generators declare: what clones get of them, and how they are compared.

import { expect, test } from 'vitest'
import { equals, hash } from '../frames/index.ts'
import { clone } from './index.ts'

test('a generator of a private method that only instances reach is refused where it would need the variables of a clone', () => {
  function* program() {
    let n = 0
    class Counter {
      *#count() {
        for (;;) yield ++n
      }
      *all() {
        yield* this.#count()
      }
      start() {
        return this.#count()
      }
    }
    const counts = new Counter().start()
    yield counts.next().value
    n += 10
    yield counts.next().value
  }
  const one = program()
  one.next()
  expect(() => clone(one)).toThrow(
    /generator of a private method in #count \(.*methods.test.ts:12:\d+\).*static or public/,
  )
})

test('an instance that a method of its class has copied is one of the clone', () => {
  function* program() {
    let made = 0
    class Item {
      readonly number = ++made;
      [Symbol.for('multishot.clone')](): Item {
        const twin = new Item()
        made--
        return Object.assign(twin, { number: this.number })
      }
      tell() {
        return [this.number, made, this instanceof Item]
      }
    }
    const item = new Item()
    yield item.tell()
    made += 10
    yield [...item.tell(), item instanceof Item]
  }
  const one = program()
  one.next()
  const other = clone(one)
  expect([one.next().value, other.next().value]).toEqual([
    [1, 11, true, true],
    [1, 11, true, true],
  ])
})

function* changes(how: (made: { prototype: object }) => void): Generator<unknown, unknown> {
  let n = 0
  class Changed {
    static field = 1
    static also = 2
    method() {
      return n
    }
  }
  how(Changed)
  yield n++
  const { prototype } = Changed
  yield [new Changed().method(), Object.keys(Changed), prototype === Changed.prototype]
  return prototype
}

function suspended(how: Parameters<typeof changes>[0]): Generator<unknown, unknown> {
  const generator = changes(how)
  generator.next()
  return generator
}

const asItWas = (): void => {}
const withoutField = (made: object): void => void Reflect.deleteProperty(made, 'field')
const another = (): string => 'another'
const otherMethod = (made: { prototype: object }): void =>
  void Object.assign(made.prototype, { method: another })

test('generators are told apart by what they changed in their classes', () => {
  const all = [asItWas, withoutField, otherMethod].map(suspended)
  for (const [i, one] of all.entries()) {
    expect(all.map((other) => equals(one, other))).toEqual(all.map((_, j) => i === j))
    expect(hash(clone(one))).toBe(hash(one))
    expect(equals(one, clone(one))).toBe(true)
  }
})
