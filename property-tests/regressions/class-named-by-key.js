// Law: oracle. Static code of a class did not see the name that a computed key gives it, and a field that captures
// variables had no name under such a key.
// script: g0.next('a'); g1 = clone(g0); g0.next(1); g1.next(2)
function* main() {
  let n = 0
  const key = yield 'key'
  class A {
    [key] = () => n++
    static [key + 1] = class {
      *m() {}
      static own = this.name
    }
  }
  const o = {
    [key]: class {
      static own = this.name
      static count = () => n++
    },
    [yield 'last']: class {
      static own = this.name
    },
  }
  log('fields', [new A().a.name, A.a1.name, A.a1.own])
  log('properties', [o.a.own, ...Object.values(o).map((each) => [each.name, each.own])])
}
function start() {
  return main()
}
