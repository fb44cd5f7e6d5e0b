// A class with private generators and computed keys inside `for await`, over a pattern whose defaults capture.
async function* src(n) {
  try {
    yield { k: n, v: undefined }
    yield { k: n + 1 }
    yield Promise.resolve({ v: 7 })
  } finally {
    log('closed', await n)
  }
}
async function* main(j) {
  let made = 0
  for await (const { k = yield 'k', v = ((q) => () => [q, k, j])(k) } of src(j)) {
    class A {
      static [yield ['key', k]] = ++made
      #p = k
      async *#walk(a, b = () => a) {
        a = yield [this.#p, b()]
        log('a', [a, b()])
        for await (this.#p of [a, await 8]) yield this.#p
      }
      static async *all(o) {
        yield* o.#walk(1)
        return #walk in o
      }
      async *[yield 'computed']() {
        return yield* A.all(this)
      }
      static {
        log('names', Object.getOwnPropertyNames(A.prototype))
      }
    }
    const o = new A()
    log('keys', Reflect.ownKeys(A))
    log('r', typeof v === 'function' ? v() : v)
    const name = Object.getOwnPropertyNames(A.prototype)[1]
    log('name', name)
  }
}
function start() {
  return main(1)
}
