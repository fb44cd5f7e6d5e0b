// `super` in async generator methods: delegated to, assigned, iterated, in arrows.
class Base {
  async *walk(x) {
    log('this', this === undefined)
    yield ['base', x]
    return x
  }
  get v() {
    return this.n
  }
  set v(x) {
    log('set', x)
  }
  static async *walk(x) {
    yield x
    return await this.name
  }
}
class A extends Base {
  async *walk(x) {
    const up = () => super.walk(x)
    log('r', yield* up())
    super.v = yield super.v
    super.v += yield 'plus'
    super[yield 'key'] ??= yield 'val'
    try {
      for await (const y of super.walk(await 2)) {
        yield y
        log('sup', super.seen)
      }
    } finally {
      log('fin', await super.v)
    }
    const arrow = async (z = super.v) => [z, super.v]
    log('arrow', await arrow())
    return super.v++
  }
  static async *walk(x = super.walk(1)) {
    log('st', yield* x)
    const f = () => super.walk(2)
    return yield* f()
  }
}
async function* main(j) {
  log('all', yield* A.prototype.walk.call(A.prototype, 3))
  log('st', yield* A.walk())
}
function start() {
  return main(1)
}
