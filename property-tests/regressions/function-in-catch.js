// Law: oracle. A function in a block was also a variable of the function where a catch pattern has its name.
// script: g0.next(1); g1 = clone(g0); g0.next(2); g1.next(3)
function* main() {
  try {
    throw 1
  } catch (e) {
    {
      function e() {}
    }
    log('e', typeof e)
  }
  try {
    throw [1]
  } catch ([d]) {
    {
      function d() {}
    }
    yield log('d', typeof d)
  }
  log('outside', [typeof e, typeof d])
}
function start() {
  return main()
}
