// Law: oracle. `#name in object` where a generator's code stays native crashed the compiler.
// script: g0.next(0)
function* main() {
  const C = class {
    #secret = 1
    has(object) {
      return #secret in object
    }
  }
  log('has', [new C().has(new C()), new C().has({})])
}
function start() {
  return main()
}
