// Names that computed keys give, to functions, classes and their static code.
function* main(j) {
  const k = yield 'k'
  let n = 0
  class A {
    [k + 1] = () => n++
    static [k + 2] = () => n++;
    [k + 3] = class {
      static s = this.name
      static m() {
        return n
      }
    }
    static [k + 4] = class {
      static s = this.name
      m() {
        return n++
      }
    }
    static [k + 5] = class {
      static s = this.name;
      *m() {
        yield n++
      }
    };
    [yield 'k6'] = function* () {
      yield n
    }
    static [yield 'k7'] = class {
      static s = this.name
    };
    [k + 8] = class {
      static s = this.name;
      *g() {}
    }
    static [k + 9] = function* () {}
  }
  const see = () =>
    log(
      'names',
      [...Object.entries(A), ...Object.entries(new A())].map(([k, v]) => [k, v.name, v.s]),
    )
  see()
  yield 1
  see()
  const o = {
    [k + 1]: () => n++,
    [k + 2]: class {
      static s = this.name
      static m() {
        return n
      }
    },
    [k + 3]: class {
      static s = this.name;
      *m() {
        yield 1
      }
    },
    [k + 4]: class {
      static name = 'own';
      *m() {
        yield 1
      }
    },
    [k + 5]: class {
      static name() {}
      static s = typeof this.name;
      *m() {
        yield 1
      }
    },
    [Symbol('sy')]: class {
      static s = this.name;
      *g() {
        n++
      }
    },
    [yield 'z']: class {
      static [yield 'zz'] = this.name
    },
  }
  log(
    'o',
    Reflect.ownKeys(o).map((k) => [
      String(k),
      typeof o[k].name === 'function' ? 'f' : o[k].name,
      o[k].s,
      Object.keys(o[k]),
    ]),
  )
  const f = () => {
    const q = {
      [k]: class {
        static s = this.name
        static m() {
          return n
        }
      },
      [k + 1]: class {
        static s = this.name;
        *m() {
          yield n
        }
      },
    }
    return Object.entries(q).map(([k, v]) => [k, v.name, v.s])
  }
  log('f', f())
  yield 2
  log('f', f())
  const {
    [k]: d1 = class {
      static s = this.name
      static m() {
        return n
      }
    },
    z = class {
      static s = this.name;
      *m() {
        yield n
      }
    },
  } = {}
  log('d', [d1.name, d1.s, z.name, z.s])
  const [
    e = class {
      static s = this.name
      static m() {
        return n
      }
    },
    h = (yield 'h',
    class {
      static s = this.name
    }),
  ] = []
  log('e', [e.name, e.s, h.name, h.s])
  let w
  w = class {
    static s = this.name
    static m() {
      return n++
    }
  }
  w ??= 1
  let v = null
  v ??= class {
    static s = this.name;
    *m() {
      yield n
    }
  }
  log('wv', [w.s, v.s])
  var anon = [
    class {
      static s = this.name
      static m() {
        return n
      }
    },
    (0,
    class {
      static s = this.name;
      *m() {}
    }),
  ]
  log(
    'anon',
    anon.map((c) => [c.name, c.s]),
  )
  const par = (
    x = class {
      static s = this.name
      static m() {
        return n
      }
    },
  ) => [x.name, x.s]
  log('par', par())
  const p2 = function* (
    x = class {
      static s = this.name
      static m() {
        return n
      }
    },
  ) {
    yield [x.name, x.s]
  }
  log('p2', [...p2()])
}
function start() {
  return main(1)
}
