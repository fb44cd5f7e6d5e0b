// Law: oracle. A class that a generator declares and changes: in a clone static fields came back that were deleted, stood in
// another order, and what was added to the prototype was missing.
// script: g0.next(0); g1 = clone(g0); g0.next(1); g1.next(2); g2 = clone(g1); g1.next(3); g2.next('a'); g0.next(2)
function* main() {
  let n = 0
  class Changed {
    static first = ++n
    static {
      this.between = [n]
    }
    static last = ++n
    static kept() {
      return n
    }
    static gone() {}
    method() {
      return [++n]
    }
    other() {}
  }
  class Parent {
    inherited() {
      return ['inherited', ++n]
    }
  }
  const old = Changed.prototype.method
  delete Changed.first
  delete Changed.gone
  delete Changed.prototype.other
  Changed.prototype.method = function () {
    return ['new', ...old.call(this), this.added]
  }
  Object.defineProperty(Changed.prototype, 'added', { get: () => n })
  Object.setPrototypeOf(Changed.prototype, Parent.prototype)
  Object.freeze(Object.setPrototypeOf(Changed, Parent))
  for (let i = 0; i < 3; i++) {
    log('keys', [Reflect.ownKeys(Changed), Reflect.ownKeys(Changed.prototype)])
    log('method', [new Changed().method(), old(), Changed.kept(), new Changed().inherited()])
    log('parent', [Object.getPrototypeOf(Changed) === Parent, Object.isFrozen(Changed)])
    Changed.between.push(yield Changed.between.length)
  }
}
function start() {
  return main()
}
