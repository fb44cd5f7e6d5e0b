// Logical and compound assignment to private, static and inherited members with suspensions.
// law: oracle
function* main(j) {
  class P {
    get v() {
      log('get v', this.n)
      return this.n
    }
    set v(x) {
      log('set v', x)
      this.n = x
    }
  }
  class A extends P {
    #p = null
    static #s = 0
    static n = 0
    get #acc() {
      log('get acc', this.#p)
      return this.#p
    }
    set #acc(x) {
      log('set acc', x)
      this.#p = x
    }
    #meth() {}
    static *run(a) {
      a.#p ??= yield 'p'
      a.#p &&= yield 'p2'
      a.#p ||= yield 'p3'
      a.#acc ??= yield 'acc'
      a.#acc ||= yield 'acc2'
      a.#acc **= yield 'pow'
      a.#acc++
      A.#s ||= yield 's'
      A.#s += yield 's2'
      --A.#s
      try {
        a.#meth = yield 'meth'
      } catch (e) {
        log('meth', e instanceof TypeError)
      }
      try {
        a.#meth ??= yield 'not asked'
        log('kept', 1)
      } catch (e) {
        log('meth', e instanceof TypeError)
      }
      try {
        ;({}).#p = yield 'other'
      } catch (e) {
        log('brand', e instanceof TypeError)
      }
      try {
        ;(yield {}).#p ??= yield 'no'
      } catch (e) {
        log('brand', e instanceof TypeError)
      }
      ;[a.#p, A.#s = yield 'def'] = [yield 'dst']
      ;({ x: a.#acc = yield 'def2', ...A.#s } = { y: 1 })
      for (a.#p of [1, yield 'of']) log('of', a.#p)
      return [a.#p, A.#s]
    }
    static *sup() {
      super.v ??= yield 'v'
      super.v &&= yield 'v2'
      super[yield 'k'] ||= yield 'k2'
      return Object.keys(this)
    }
    *inst() {
      super.v ??= yield 'iv'
      super.v ||= yield 'iv2'
      super.v += yield 'iv3'
      super.v **= 2
      return Object.entries(this)
    }
  }
  log('run', yield* A.run(new A()))
  log('sup', yield* A.sup())
  log('inst', yield* A.prototype.inst.call({ __proto__: A.prototype, n: null }))
  let x = null,
    o = {
      get a() {
        log('get a', 0)
        return null
      },
      set a(v) {
        log('set a', v)
      },
    }
  o[log('key', 'a')] ??= yield 'o'
  ;(yield o)[yield 'kk'] ||= yield 'vv'
  const f = (x ??= () => 1)
  log('name', [f.name, (x ||= function () {}).name])
  let y
  y ??= () => {}
  log('name', y.name)
  const c = 1
  try {
    c &&= yield 'c'
  } catch (e) {
    log('const', e instanceof TypeError)
  }
  c ||= 3
}
function start() {
  return main(1)
}
