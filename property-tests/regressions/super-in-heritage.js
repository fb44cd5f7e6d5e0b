// Law: oracle. Writing to a member of `super` in the heritage of a class, which is strict, did not throw.
// script: g0.next(0); g1 = clone(g0); g0.next(1)
const holder = Object.freeze({
  *main() {
    super.a = 1
    yield
    try {
      log('never', class extends ((super.a += 1), null) {})
    } catch (error) {
      log('error', error instanceof TypeError)
    }
    const late = class {
      static [yield 'key'] = () => super.a
    }
    return late.name
  },
})
function start() {
  return holder.main()
}
