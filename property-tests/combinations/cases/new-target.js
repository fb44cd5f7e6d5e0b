// `new.target` in generators, arrows, constructors and fields.
function Outer(kind) {
  const nt = () => new.target
  this.gen = function* () {
    log('nt', [nt() === Outer, new.target === undefined, (() => new.target)() === undefined])
    yield 1
    log('nt', [nt() === Outer, new.target])
    const C = function () {
      this.t = new.target === C
      const g = function* () {
        yield new.target
        return this === undefined
      }
      this.l = [...g()]
    }
    log('C', new C())
    yield 2
    log('C', [new C().t, C.call({})])
  }
  this.arrowGen = () =>
    function* () {
      yield nt() === Outer
    }
}
function* main() {
  const o = { g: new Outer(1).gen, h: new Outer(2).arrowGen() }
  yield* o.g.call(undefined)
  yield* o.h()
  class K {
    constructor() {
      this.g = (function* () {
        yield typeof new.target
      })()
    }
  }
  const k = new K().g
  yield* k
}
function start() {
  return main(1)
}
