// Law: oracle. A pattern that wrote to a member of `super` around a suspension gave code that did not parse.
// script: g0.next(0); g1 = clone(g0); g0.next('a'); g1.next('b'); g0.next(1); g1.next(2)
class Parent {
  set a(value) {
    log('a', value)
  }
  set b(value) {
    log('b', value)
  }
}
class Child extends Parent {
  *m() {
    ;[super.a, super[yield 'key']] = [1, 2]
    ;({ a: super.b = yield 'default' } = {})
  }
}
function start() {
  return new Child().m()
}
