// Law: oracle. An iterator method that runs a generator: `yield*` took what that one did for its own suspension.
// script: g0.next(0); g1 = clone(g0); g0.next(1); g1.next(2); g0.return(3)
function* other() {
  yield 'one'
  return 'two'
}
function* main() {
  const leaving = {
    [Symbol.iterator]() {
      other().next()
      return [1, 2][Symbol.iterator]()
    },
  }
  const ending = {
    [Symbol.iterator]() {
      log('ending', [...other()])
      return foreign('F1', 2, 'return')[Symbol.iterator]()
    },
  }
  log('leaving', yield* leaving)
  log('ending', yield* ending)
  return yield* leaving
}
function start() {
  return main()
}
