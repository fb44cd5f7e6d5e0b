// Law: oracle. `new.target` in an arrow of a generator was looked for at `target` of a record's field `new`, and threw.
// script: g0.next(0); g1 = clone(g0); g0.next(1); g1.next(2)
function* main() {
  const f = () => new.target === undefined
  log('called', f())
  yield f()
  return [f(), (() => typeof new.target)()]
}
function start() {
  return main()
}
