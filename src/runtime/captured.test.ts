// Variables that inner functions capture are each clone's own, and the functions are made again over them.

import { describe, expect, test } from 'vitest'
import { assertIsolated } from '../../testing/isolated.ts'
import { clone } from './index.ts'

describe('captured variables:', () => {
  test('a closure counts the counter of its clone', () => {
    function* walk() {
      let count = 0
      const increment = () => ++count
      yield
      increment()
      yield [increment(), count]
    }
    expect(assertIsolated(walk)).toEqual([2, 2])
  })

  test('closures inside data and inside other closures are bound again', () => {
    function* walk() {
      let count = 0
      const holder = { list: [() => ++count], reader: () => () => count }
      yield
      holder.list[0]!()
      count += 10
      yield [holder.reader()(), count]
    }
    expect(assertIsolated(walk)).toEqual([11, 11])
  })

  test('each iteration keeps its own variable', () => {
    function* walk() {
      const bump: (() => number)[] = []
      for (let i = 0; i < 3; i++) bump.push(() => (i += 10))
      yield
      bump[1]!()
      yield bump.map((each) => each())
    }
    expect(assertIsolated(walk)).toEqual([10, 21, 12])
  })

  test('a closure keeps its properties and its name', () => {
    function* walk() {
      let n = 0
      const f: { (): number; list?: number[] } = () => ++n
      f.list = [0]
      yield
      f.list!.push(f())
      yield [f.name, f.list, n]
    }
    expect(assertIsolated(walk)).toEqual(['f', [0, 1], 1])
  })

  test('a class is bound again, with its statics and its methods', () => {
    function* walk() {
      let n = 0
      class Counter {
        static increment() {
          return ++n
        }
        static get next() {
          return ++n
        }
        increment() {
          return ++n
        }
      }
      yield
      yield [Counter.increment(), Counter.next, new Counter().increment()]
    }
    expect(assertIsolated(walk)).toEqual([1, 2, 3])
  })

  test('the prototype of a function that is no class is shared, and its instances stay its instances', () => {
    type Shape = new () => { name?: string }
    function* walk(): Generator<Shape> {
      let made = 0
      const Shape = function (this: object) {
        Reflect.set(this, 'number', ++made)
      } as unknown as Shape
      yield Shape
      yield Shape
    }
    const generator = walk()
    const Shape = generator.next().value as Shape
    const Cloned = clone(generator).next().value as Shape
    expect(Cloned).not.toBe(Shape)
    expect(Cloned.prototype).toBe(Shape.prototype)
    expect([new Cloned(), new Shape(), new Cloned()]).toEqual([{ number: 1 }, { number: 1 }, { number: 2 }])
    expect(new Cloned()).toBeInstanceOf(Shape)
  })

  test('a closure that escaped keeps those of the original', () => {
    let escaped = (): number => 0
    function* walk() {
      let n = 0
      escaped = () => ++n
      yield
      yield n
    }
    const generator = walk()
    generator.next()
    const copy = clone(generator)
    escaped()
    expect([generator.next().value, copy.next().value]).toEqual([1, 0])
  })

  test('an inner generator function is bound again', () => {
    function* walk() {
      let n = 0
      function* inner() {
        yield ++n
      }
      yield
      yield [...inner(), ...inner(), n]
    }
    expect(assertIsolated(walk)).toEqual([1, 2, 2])
  })

  test('variables of the functions around are shared, as in JavaScript', () => {
    let around = 0
    function* walk() {
      yield
      yield ++around
    }
    const generator = walk()
    generator.next()
    const copy = clone(generator)
    expect([generator.next().value, copy.next().value]).toEqual([1, 2])
  })

  test('`this` is shared', () => {
    const object = {
      n: 0,
      *walk() {
        yield
        yield ++this.n
      },
    }
    const generator = object.walk()
    generator.next()
    const copy = clone(generator)
    expect([generator.next().value, copy.next().value]).toEqual([1, 2])
  })
})
