// Attributes, prototypes, names and lengths of generator functions and their objects, and what cannot be constructed.
// law: oracle
const props = (o) =>
  Reflect.ownKeys(o).map((k) => {
    const d = Object.getOwnPropertyDescriptor(o, k)
    return [String(k), d.writable, d.enumerable, d.configurable, typeof d.value, typeof d.get]
  })
class K {
  *m(a, b = 1, c) {
    yield 1
  }
  static *s(...r) {
    yield
  }
  async *am() {
    yield 1
  }
  static async *['c' + 1](x) {}
  *[Symbol.iterator]() {
    yield* [1, 2]
  }
}
const o = {
  *m(a) {
    yield a
  },
  async *am() {},
  *'quoted name'() {},
  *1.5() {},
  *[Symbol('desc')]() {},
  *[Symbol()]() {},
  f: function* () {},
  g: async function* () {},
  h: (0, function* () {}),
  *get() {},
  *set() {},
  *async() {},
  *static() {},
  async *get2() {},
  *__proto__() {},
}
function* decl(a, b) {
  yield 1
}
async function* adecl(a, b, c) {
  yield 1
}
function* main(j) {
  for (const [n, f] of [
    ['decl', decl],
    ['adecl', adecl],
    ['K.m', K.prototype.m],
    ['K.s', K.s],
    ['am', K.prototype.am],
    ['c1', K.c1],
    ['it', K.prototype[Symbol.iterator]],
    ...Reflect.ownKeys(o).map((k) => [String(k), o[k]]),
  ]) {
    log(n, [
      f.name,
      f.length,
      props(f),
      f.prototype && [
        props(f.prototype),
        'constructor' in f.prototype && f.prototype.constructor.constructor?.name,
      ],
    ])
    log(n, [
      Object.getPrototypeOf(f)[Symbol.toStringTag],
      Object.prototype.toString.call(f),
      Object.getPrototypeOf(f).constructor.name,
      f instanceof Function,
      Object.isExtensible(f),
    ])
    for (const t of [
      () => new f(),
      () => Reflect.construct(Object, [], f),
      () => {
        class X extends f {}
      },
      () => f.call(null, 1)[Symbol.toStringTag],
      () => f.bind(1).name,
      () => new (f.bind())(),
    ])
      try {
        log(n, t())
      } catch (e) {
        log(n, e.constructor.name)
      }
  }
  yield 1
  const G = decl.prototype
  decl.prototype = Array.prototype
  const g = decl()
  log('arr', [g instanceof Array, Object.getPrototypeOf(g) === Array.prototype])
  decl.prototype = G
  yield 2
  const h = decl()
  log('h', [
    Reflect.ownKeys(h),
    h.toString(),
    Object.isExtensible(h),
    typeof h.next,
    h.next === G.next,
    h[Symbol.iterator].name,
  ])
  h.extra = 1
  Object.defineProperty(h, Symbol.toStringTag, { value: 'mine' })
  log('h', [h.toString(), h.extra])
  for (const m of ['next', 'return', 'throw'])
    for (const t of [undefined, {}, decl, G, [].values()])
      try {
        log(m, Object.getPrototypeOf(G)[m].call(t, 1))
      } catch (e) {
        log(m, e.constructor.name)
      }
  const AP = Object.getPrototypeOf(adecl.prototype)
  log('ap', [props(Object.getPrototypeOf(AP)), props(AP)].length)
  log('own', Object.getOwnPropertyNames(decl).includes('caller'))
  delete decl.name
  log('name', [decl.name, delete decl.length, decl.length, delete decl.prototype])
  K.prototype.m.extra = 1
  log('extra', Object.keys(K.prototype.m))
  log('spread', [...new K()])
}
function start() {
  return main(1)
}
