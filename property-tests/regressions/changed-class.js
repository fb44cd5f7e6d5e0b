// Law: independence. What a program had changed in a class and its prototype was lost in clones, or theirs was another one.
// script: g0.next(0); g1 = clone(g0); g0.next(1); g2 = clone(g1); g1.next(1); g2.next(2)
function* main() {
  let count = 0
  class Base {
    static made = 0
    static describe() {
      return 'first'
    }
    read() {
      return count
    }
    gone() {}
    get accessor() {
      return ++count
    }
    *walk() {
      yield count
    }
  }
  class Derived extends Base {
    read() {
      return [super.read(), this.shared.length]
    }
  }
  const { prototype } = Derived
  const given = () => ['given', ++count]
  delete Base.prototype.gone
  Base.prototype.shared = []
  Base.prototype.given = given
  Base.describe = given
  Base.added = { list: [] }
  Object.defineProperty(Base.prototype, 'walk', { enumerable: true })
  Object.freeze(Derived)
  Object.preventExtensions(Base.prototype)
  Object.freeze(given)
  for (let round = 0; round < 2; round++) {
    const sent = yield [Base, prototype]
    const derived = new Derived()
    count++
    derived.shared.push(sent)
    Base.added.list.push(sent)
    log('keys', [Reflect.ownKeys(Base), Reflect.ownKeys(Base.prototype), Object.keys(Base.prototype)])
    log('values', [
      Base.describe(),
      derived.read(),
      derived.given(),
      derived.accessor,
      [...derived.walk()],
      Base.added,
    ])
    log('same', [
      prototype === Derived.prototype,
      derived instanceof Base,
      derived.given === given,
      prototype.constructor === Derived,
    ])
    log('locks', [
      Object.isFrozen(Derived),
      Object.isExtensible(Base.prototype),
      Object.isFrozen(given),
      Object.isExtensible(Base),
    ])
  }
}
function start() {
  return main()
}
