// Law: oracle. A function in the heritage of a class beside a yield was sloppy.
// script: g0.next(0); g0.next(1)
function* main() {
  const C = class extends (yield 1,
  function () {
    log('this', [
      (() => typeof this)(),
      (function () {
        return this === undefined
      })(),
    ])
  }) {}
  new C()
  yield C.name
}
function start() {
  return main()
}
