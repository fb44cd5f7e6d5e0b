// Law: oracle. A variable named `__proto__` became the prototype of its frame or its scope record.
// script: g0.next(0); g1 = clone(g0); g0.next(1); g1.next(2); g0.next(3)
function* main() {
  var __proto__ = yield 1
  const inner = { __proto__ }
  yield [__proto__, Object.keys(inner)]
  {
    let __proto__ = 5
    const read = () => __proto__
    yield __proto__
    log('read', read())
  }
}
function start() {
  return main()
}
