// Law: oracle. A function of a block that is named `arguments` left the `arguments` object in its place.
// script: g0.next(1); g1 = clone(g0); g0.next(2); g1.next(3)
function* main(a) {
  log('before', typeof arguments)
  {
    function arguments() {
      return 7
    }
    yield 1
  }
  log('after', arguments())
}
function start() {
  return main(1)
}
