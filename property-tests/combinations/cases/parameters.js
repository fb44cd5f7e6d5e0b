// Parameters with iterators, scopes, closures, generators and classes of their own, shadowed by the body.
// law: oracle
var x = 'outer',
  n = 0
const it = (name) => ({
  [Symbol.iterator]() {
    let i = 0
    return {
      next() {
        log(name, i)
        return { value: i++ ? undefined : 0, done: i > 3 }
      },
      return() {
        log(name + ' ret', 0)
        return {}
      },
    }
  },
})
function* main(
  a = (log('a', 0), 1),
  [b, c = () => [a, b, x], ...d] = it('it'),
  {
    e = () => {
      x = 'set'
      return x
    },
    [`k${++n}`]: f = arguments.length,
    ...g
  } = { k1: undefined, z: 1 },
  h = (() => {
    var x = 'arrow'
    return () => eval2(x)
  })(),
  i = function () {
    return [this === globalThis, arguments.length, typeof new.target]
  },
  k = function* () {
    yield a++
    yield arguments.length
  },
  l = class {
    static v = a
    m() {
      return b
    }
  },
  ...m
) {
  var a,
    x,
    q = a
  log('1', [a, q, b, x, f, g, d, m])
  x = yield c()
  a = 'body'
  log('2', [c(), e(), x, h(), i(1, 2), [...k()], l.v, new l().m()])
  var b = yield [a, b]
  var c2 = c
  {
    let a = yield 'inner'
    log('3', [a, c2()[0]])
  }
  log('4', [b, c2(), arguments.length, arguments[0]])
  arguments[0] = yield 'args'
  log('5', [a, [...arguments]])
  function d() {
    return 'hoisted'
  }
  log('6', typeof d)
  return [main.length, [...k()]]
}
function eval2(y) {
  return y + 'e'
}
function start() {
  return main()
}
