// Calls, optional calls, templates and deletes of members of `super` with suspensions inside.
class B {
  m(x) {
    return [this.n, x]
  }
  get z() {
    return undefined
  }
  get d() {
    return { e: [this.n] }
  }
}
class A extends B {
  *run() {
    log('1', super.m?.(yield 1))
    log('2', super.z?.(yield 'no'))
    log('3', super[yield 'm']?.(yield 2))
    log('4', super.d?.e?.[yield 3])
    log('5', super.d.e?.at(yield 4))
    log('6', super.m(...((yield 5) ?? [])))
    log('7', super.m`a${yield 6}`)
    log('8', super.m(yield 7))
    log('9', super.z ?? (yield 8))
    log('10', typeof super[yield 9])
    try {
      delete super[yield 10]
    } catch (e) {
      log('del', e instanceof ReferenceError)
    }
    try {
      super.zz[yield 11]
    } catch (e) {
      log('11', e instanceof TypeError)
    }
    return super.m?.call(this, yield 12)
  }
}
function* main() {
  yield* A.prototype.run.call({ __proto__: A.prototype, n: 4 })
}
function start() {
  return main(1)
}
