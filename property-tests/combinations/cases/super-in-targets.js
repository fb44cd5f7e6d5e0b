// Members of `super` as targets of patterns and loops.
class B {
  set v(x) {
    log('set v', x)
  }
  get v() {
    log('get v', 0)
  }
  set w(x) {
    log('set w', x)
  }
}
class A extends B {
  *run() {
    ;[super.v, super[yield 'ik']] = [yield 'i1', yield 'i2']
    ;({ a: super.v = yield 'd', ...super[yield 'rest'] } = { b: 1, c: 2 })
    ;[super.v = yield 'a', ...super.w] = foreign('f', 3, 'return')
    for (super.v of [1, 2]) yield 'of'
    for (super[yield 'fk'] in { x: 1, y: 2 }) yield 'in'
    for ([super.w = yield 'pd'] of [[], [3]]) log('x', 0)
    ;[[super.v], { q: super.w }] = [[yield 1], { q: yield 2 }]
    const arrow = () => {
      ;[super.v, super.w] = [7, 8]
      for (super.v of [9]);
      super.v++
    }
    arrow()
    yield 3
    arrow()
  }
}
function* main() {
  yield* A.prototype.run.call({ __proto__: A.prototype })
}
function start() {
  return main(1)
}
