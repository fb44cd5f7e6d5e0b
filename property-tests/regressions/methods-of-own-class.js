// Law: oracle. Methods of a class that a generator declares, and generators that they make, used the original's variables
// in a clone, wherever they were reached without their class.
// script: g0.next(0); g1 = clone(g0); g0.next(1); g1.next(2); g2 = clone(g1); g1.next(3); g2.next('a'); g0.next(2)
function* main() {
  let n = 0
  class Base {
    *walk() {
      for (;;) yield ++n
    }
    static *[Symbol.iterator]() {
      n++
      yield n
      yield ++n
    }
    static #secret() {
      return ++n
    }
    static tell() {
      return this.#secret
    }
    get value() {
      return n
    }
    set value(to) {
      n = to
    }
  }
  class Derived extends Base {
    *walk() {
      n += 100
      yield* super.walk()
    }
    own() {
      return [n, super.value]
    }
  }
  const walk = new Derived().walk()
  const { own } = Derived.prototype
  const secret = Base.tell()
  const { get, set } = Object.getOwnPropertyDescriptor(Base.prototype, 'value')
  const held = new Map([[own, Derived.prototype]])
  for (let i = 0; i < 3; i++) {
    log('walk', [walk.next().value, own.call(Derived.prototype), secret()])
    log('value', [set(n + 1000), get(), n])
    log('same', [
      own === Derived.prototype.own,
      secret === Base.tell(),
      held.get(Derived.prototype.own) === Derived.prototype,
    ])
    for (const x of Base) log('x', [x, n, yield])
  }
}
function start() {
  return main()
}
