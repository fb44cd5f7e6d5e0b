// Law: oracle. `__proto__: value` behind an accessor that captures variables set no prototype.
// script: g0.next(1); g1 = clone(g0); g0.next(2); g1.next(3)
function* main() {
  let n = 0
  const o = {
    get a() {
      return n++
    },
    __proto__: { inherited: yield 1 },
    b: yield 2,
  }
  log('o', [o.inherited, o.a, o.b, Object.keys(o)])
}
function start() {
  return main()
}
