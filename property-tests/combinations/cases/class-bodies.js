// Keys, heritage, static blocks, accessors and names of classes between suspensions.
function* main(j) {
  const log2 = (k) => ({
    toString() {
      log('key', k)
      return 'k' + k
    },
  })
  const seen = []
  class A extends (log('her', yield 'h')
    ? class {
        static up = 1
      }
    : Object) {
    static [log2(yield 1)] = seen.push(this.name);
    [log2(yield 2)] = () => [this.constructor === A, j]
    static accessor = 5
    static get [log2(yield 3)]() {
      return seen
    }
    static #p = (() => {
      try {
        return A.name
      } catch (e) {
        return 'dead'
      }
    })()
    static {
      const inner = () => this
      seen.push(inner() === A, A.#p)
      var x = 1
      let y = () => x
      this.y = y
      for (const z of [1, 2]) {
        if (z > 1) break
        seen.push(z)
      }
    }
    async *[log2(yield 4)](a = this, b = arguments.length) {
      yield [a === this, b]
    }
    constructor(x) {
      super()
      this.x = x
    }
    static async *#priv() {
      yield 1
    }
    static test(o) {
      try {
        return [#priv in o, typeof A.#priv]
      } catch (e) {
        return e.constructor.name
      }
    }
    [Symbol.iterator] = function* () {
      yield this
    }
    static static = 9
    get;
    set;
    async
    quoted = 1
    12 = 2
    1n = 3
    static async = 4
    get [`t${5}`]() {
      return new.target
    }
    set [`t${yield 5}`](v) {
      log('set', v)
    }
  }
  log('seen', seen)
  log('own', [Reflect.ownKeys(A), Reflect.ownKeys(A.prototype), A.test(A), A.test(1)])
  log('inst', Reflect.ownKeys(new A(1)))
  log('y', [A.y(), A.y()])
  yield 'mid'
  log('y', [A.y(), A.k2, new A(2)[Symbol.iterator]().next().done])
  const B = class extends A {
    static [yield 'bk'] = super.up
    m() {
      return super.constructor.name
    }
    static n = this.name
  }
  log('B', [B.name, B.n, new B().m(), Object.entries(B)])
  const o = {
    C: class {
      static s = this.name
    },
    [yield 'ck']: class {
      static s = this.name
    },
    D: class D2 {
      static name = 'own'
    },
  }
  log(
    'names',
    Object.entries(o).map(([k, v]) => [k, v.name, v.s]),
  )
  try {
    class Z extends (yield 5) {}
  } catch (e) {
    log('Z', e.constructor.name)
  }
  try {
    class W {
      static [yield 'prototype'] = 1
    }
    log('W', W.name)
  } catch (e) {
    log('W', e.constructor.name)
  }
  try {
    class V extends (yield null) {
      constructor() {
        return {}
      }
    }
    log('V', new V())
  } catch (e) {
    log('V', e.constructor.name)
  }
}
function start() {
  return main(1)
}
