// Law: foreign iterators. An iterator under `yield*` was closed by each of the clones that left it.
// script: g1 = clone(g0); g0.next(1); g0.next(2); drop(g1); g0.return(3)
const main = function* () {
  log('end', yield* foreign('F', 5, 'return'))
}
function start() {
  return main()
}
