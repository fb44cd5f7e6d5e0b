// Targets, keys and defaults with side effects, and iterators closed by errors among them.
function* main(j) {
  const o = {
    get a() {
      log('get a', 0)
    },
    get b() {
      log('get b', 0)
      return null
    },
    c: {
      get d() {
        log('get d', 0)
        return [1, , undefined, 4]
      },
    },
    [Symbol.for('s')]: 1,
  }
  const key = (k) => ({
    toString() {
      log('tostr', k)
      return k
    },
  })
  const tgt = {
    set x(v) {
      log('set x', v)
    },
    set y(v) {
      log('set y', v)
    },
    get self() {
      log('get self', 0)
      return this
    },
  }
  let p, q, r
  ;({
    [(log('k1', 0), key('a'))]: tgt.self.x = (log('def', 0), yield 'd1'),
    b: tgt[(log('k2', 0), yield 'k2')] = 5,
    c: {
      d: [p, q = yield 'q', r = () => {}, ...tgt.self.y],
    },
    ...tgt.self[key('rest')]
  } = o)
  log('r', [p, q, r.name, Object.getOwnPropertySymbols(tgt.rest ?? {}).length])
  ;[tgt.self.x, , [tgt.y = yield 'inner'] = [], { length: tgt.x }, ...[p, q]] = foreign('f', 9, 'return')
  log('pq', [p, q])
  try {
    ;[
      p = (() => {
        throw new Error('u1')
      })(),
      q,
    ] = foreign('g', 0, 'return')
  } catch (e) {
    log('e', e)
  }
  try {
    ;[
      p,
      tgt[
        (yield 'x',
        (() => {
          throw new Error('u2')
        })())
      ],
    ] = foreign('h', 3, 'return')
  } catch (e) {
    log('e', e)
  }
  try {
    ;[null.x] = foreign('i', 3, 'return')
  } catch (e) {
    log('e', e instanceof TypeError)
  }
  try {
    ;[(yield 'n', null).x] = foreign('i2', 3, 'return')
  } catch (e) {
    log('e', e instanceof TypeError)
  }
  try {
    ;({ a: p = yield 'a' } = null)
  } catch (e) {
    log('e', e instanceof TypeError)
  }
  try {
    ;({ [yield 'ck']: p } = undefined)
  } catch (e) {
    log('e', e instanceof TypeError)
  }
  try {
    const [z = yield z] = []
    log('no', z)
  } catch (e) {
    log('tdz', e instanceof ReferenceError)
  }
  try {
    ;[tgt[yield 'const'], q] = 5
  } catch (e) {
    log('e', e instanceof TypeError)
  }
}
function start() {
  return main(1)
}
