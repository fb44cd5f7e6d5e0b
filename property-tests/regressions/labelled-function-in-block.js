// Law: oracle. A function with a label in a block of sloppy code did not become a variable of the function.
// script: g0.next(undefined); g1 = clone(g0); g0.next(1); g1.next(2)
function* main() {
  log('before', typeof labelled)
  {
    L: M: function labelled() {
      return 1
    }
  }
  log('after', labelled())
  yield
  switch (1) {
    case 1:
      N: function inCase() {
        return 2
      }
  }
  log('case', inCase())
}
function start() {
  return main()
}
