// Law: oracle. A key of a class that suspends moved into the sloppy step, where a write that must throw did nothing.
// script: g0.next(0); g0.next(1)
function* main() {
  const K = class {
    static [((yield 0).b **= 1)] = 2
  }
  yield K
}
function start() {
  return main()
}
