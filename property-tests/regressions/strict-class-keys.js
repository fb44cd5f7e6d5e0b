// Law: oracle. The keys of a class with static code moved into the sloppy step, where a write that must throw did nothing.
// script: g0.next(0); g0.next(1)
function* main() {
  let threw = 'nothing'
  try {
    const K = class {
      static [((0).b = 1)] = 2
    }
    threw = K
  } catch (error) {
    threw = error instanceof TypeError
  }
  yield threw
}
function start() {
  return main()
}
