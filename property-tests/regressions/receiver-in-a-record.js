// Law: independence. Where a closure captured `this`, the receiver of a call that waits for its argument was copied.
// script: g0.next(undefined); g1 = clone(g0); g1.next(1); g0.next(2)
class Parent {
  m(x) {
    return log('parent', [x, typeof this?.main])
  }
}
class Holder extends Parent {
  *main(b = () => log('f', (arguments[0] = 4))) {
    const k = super.m?.(yield)
    return [k, this.m(yield b), [b()]]
  }
}
Object.freeze(Parent)
Object.freeze(Parent.prototype)
Object.freeze(Holder)
function start() {
  return Object.freeze(new Holder()).main()
}
