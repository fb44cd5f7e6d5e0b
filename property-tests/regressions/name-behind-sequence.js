// Law: oracle. A function at the end of a sequence with a yield took the name of the variable.
// script: g0.next(0); g0.next(1); g0.next(2)
function* main() {
  let h = (yield 1, function () {})
  log('let', h.name)
  h = (yield 2, () => 0)
  log('assigned', [h.name, { k: (yield 3, class {}) }.k.name])
}
function start() {
  return main()
}
