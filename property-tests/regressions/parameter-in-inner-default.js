// Law: none is tested on a refused program. A default of an inner function's parameter was taken for the outer's.
// script: g0.next(1); g1 = clone(g0); g0.next(2); g1.next(3)
function* main(h) {
  const f = (x = h) => log('inner', x)
  h = yield f()
  yield f()
}
function start() {
  return main(1)
}
