// Classes inside generators. A class that uses the generator's variables is made again for a clone, over the
// clone's variables; what its static code did is copied, not done again.

import { describe, expect, test } from 'vitest'
import { clone } from '../runtime/index.ts'

type Ask<Answer> = Generator<() => Answer, void, number>

/** What a program answers after `added`. */
function answer<Answer>(program: Ask<Answer>, added: number): Answer {
  return program.next(added).value!()
}

describe('a class that uses variables of its generator', () => {
  const log: string[] = []
  const told = <T>(what: string, value: T): T => {
    log.push(what)
    return value
  }

  function* statics(): Ask<unknown> {
    let total = 1
    class Counter {
      static #secret = { total }
      static seen = [total]
      static self = Counter
      static get = () => total
      // @ts-expect-error -- TypeScript wants the name of a field to be known
      static [told('key', 'computed')] = () => total
      static {
        told('block', this.seen.push(this.#secret.total))
      }
      static secret() {
        return this.#secret
      }
    }
    for (;;)
      total += yield () => {
        Counter.seen.push(total)
        Counter.secret().total += total
        const { computed } = Counter as unknown as { computed: () => number }
        return [
          Counter.seen.join(),
          Counter.secret().total,
          [Counter.self === Counter, Counter.get(), Counter.get.name, computed(), computed.name],
        ]
      }
  }

  test('has static members of its own in each clone, and its static code runs once', () => {
    const original = statics()
    original.next()
    expect(answer(original, 1)).toEqual(['1,1,2', 3, [true, 2, 'get', 2, 'computed']])
    const copy = clone(original)
    expect(answer(copy, 10)).toEqual(['1,1,2,12', 15, [true, 12, 'get', 12, 'computed']])
    expect(answer(original, 100)).toEqual(['1,1,2,102', 105, [true, 102, 'get', 102, 'computed']])
    expect(answer(clone(copy), 1)).toEqual(['1,1,2,12,13', 28, [true, 13, 'get', 13, 'computed']])
    expect(log).toEqual(['key', 'block'])
  })

  test('evaluates its heritage and its keys once', () => {
    const evaluated: string[] = []
    const once = <T>(what: string, value: T): T => {
      evaluated.push(what)
      return value
    }
    function* keys(): Ask<number> {
      let total = 0
      const make = (name: string) =>
        class extends once('heritage', Object) {
          [once('key', name)]() {
            return total
          }
        }
      const [one, other] = [make('one'), make('other')]
      for (;;)
        total += yield () =>
          Reflect.get(new one(), 'one').call(null) + Reflect.get(new other(), 'other').call(null)
    }
    const original = keys()
    original.next()
    const copy = clone(original)
    expect([answer(copy, 1), answer(clone(copy), 1), answer(original, 5)]).toEqual([2, 4, 10])
    expect(evaluated).toEqual(['heritage', 'key', 'heritage', 'key'])
  })
})

test('closures of the heritage and the keys see the class of their own clone, and ask it for private names', () => {
  function* mentions(): Ask<unknown> {
    let total = 0
    const seen: (() => unknown)[] = []
    let has: (object: object) => boolean = () => false
    // @ts-expect-error -- TypeScript wants a class to know its base before it is mentioned
    const Named = class Own extends ((seen.push(() => Own), (total += yield () => seen.length)), Object) {
      #secret = total;
      [((has = (object) => #secret in object), 'key')]() {
        return this.#secret
      }
    }
    for (;;)
      total += yield () => {
        const own = new Named()
        return [seen[0]!() === Named, has(own), has({}), Reflect.get(own, 'key').call(own)]
      }
  }
  const original = mentions()
  original.next()
  const early = clone(original)
  expect(answer(original, 1)).toEqual([true, true, false, 1])
  const late = clone(original)
  const found = [answer(early, 10), answer(late, 100), answer(original, 1000)]
  expect(found).toEqual([10, 101, 1001].map((total) => [true, true, false, total]))
})

test('a class extends the class of its own clone, also without variables and through a mixin', () => {
  function* inherits(): Ask<unknown> {
    let total = 0
    class Base {
      value() {
        return total
      }
    }
    const mixin = (Parent: typeof Base) => class extends Parent {}
    class Derived extends Base {}
    class Chosen extends (total === 0 ? Derived : Base) {}
    const Mixed = mixin(Base)
    for (;;)
      total += yield () => [
        [new Derived(), new Chosen(), new Mixed()].map((each) => each.value()),
        [Derived, Mixed].map((each) => Object.getPrototypeOf(each) === Base),
        Object.getPrototypeOf(Chosen) === Derived,
      ]
  }
  const original = inherits()
  original.next()
  const copy = clone(original)
  expect(answer(copy, 1)).toEqual([[1, 1, 1], [true, true], true])
  expect(answer(original, 5)).toEqual([[5, 5, 5], [true, true], true])
})

test('a private generator method finds `super` in its class', () => {
  class Base {
    name() {
      return 'base'
    }
  }
  class Derived extends Base {
    override name() {
      return 'derived'
    }
    *#walk(start = super.name()) {
      yield [start, super.name(), this.name()]
    }
    static *#all() {
      yield super.toString === Function.prototype.toString
    }
    walked() {
      return [...this.#walk(), ...Derived.#all()]
    }
  }
  expect(new Derived().walked()).toEqual([['base', 'base', 'derived'], true])
})

test('generator methods of an object literal find `super` through it, whatever their key and in parameters', () => {
  const key = Symbol('key')
  function* makes(): Generator<string, unknown, string> {
    const object = {
      __proto__: { name: () => 'parent' },
      name: () => 'own',
      *[key](start = super.name(), again = () => super.name()): Generator<unknown, void> {
        yield [start, again(), super.name(), this.name()]
      },
      answer: yield 'beside',
    }
    return object
  }
  const program = makes()
  program.next()
  const copy = clone(program)
  for (const each of [program, copy]) {
    const object = each.next('answer').value as { answer: string; [key](): Iterable<unknown> }
    expect([...object[key](), object.answer]).toEqual([['parent', 'parent', 'parent', 'own'], 'answer'])
  }
})
