// Law: independence. After a clone, `throw` into a delegate that has no `throw` gave the sent value, not a TypeError.
// script: g0.next(0); g1 = clone(g0); drop(g0); g1.throw(0)
function* main() {
  yield* new Uint8Array([0, 2])
}
function start() {
  return main()
}
