// Named generator expressions whose name is a parameter, a variable or assigned.
const outer = function main(j) {
  return j
}
function start() {
  const g = function* main(main = yieldless(), j = () => typeof main) {
    log('main', [typeof main, j()])
    main = yield main
    log('main', [main, j()])
    const h = function* h() {
      try {
        h = 1
      } catch (e) {
        log('strict?', e instanceof TypeError)
      }
      yield typeof h
      var h2 = h
      return typeof h2
    }
    log('h', yield* h())
    const k = function* k() {
      var k = yield typeof k
      log('k', k)
      return k
    }
    log('k', yield* k())
    const m = function* m(m) {
      {
        let m = yield 1
        log('inner', m)
      }
      yield m
    }
    yield* m(5)
    const s = function* s() {
      'use strict'
      try {
        s = yield 's'
      } catch (e) {
        log('const', e instanceof TypeError)
      }
      return s.name
    }
    log('s', yield* s())
    const cls = class C {
      static *m() {
        try {
          C = yield 'c'
        } catch (e) {
          log('C', e instanceof TypeError)
        }
        return C.name
      }
    }
    log('cls', yield* cls.m())
    return typeof main
  }
  function yieldless() {
    return 'd'
  }
  return g()
}
