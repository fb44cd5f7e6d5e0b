// Law: oracle. In sloppy code `super.x = 1` threw where it is ignored, and `delete super.x` did not throw.
// script: g0.next(0); g0.next(1)
function* main() {
  const o = {
    *m() {
      Object.freeze(this)
      super.x = 1
      yield 'kept'
      delete super.x
    },
  }
  try {
    yield* o.m()
  } catch (error) {
    log('thrown', error instanceof ReferenceError)
  }
}
function start() {
  return main()
}
