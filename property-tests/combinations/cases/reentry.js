// Generators that resume themselves from iterators, getters, parameters, `finally` blocks and each other.
// law: oracle
function* main(j) {
  let g
  const t = (n, f) => {
    try {
      log(n, f())
    } catch (e) {
      log(n, e.constructor.name)
    }
  }
  const it = {
    [Symbol.iterator]() {
      return {
        next() {
          t('in next', () => g.next())
          t('in ret', () => g.return())
          t('in throw', () => g.throw(1))
          return { value: 1, done: false }
        },
        return() {
          t('in return', () => g.next())
          return {}
        },
      }
    },
  }
  g = (function* () {
    yield* it
  })()
  log('g', g.next())
  log('g', g.return(5))
  t('after', () => g.next())
  g = (function* () {
    for (const x of it) {
      yield x
      break
    }
  })()
  log('h', [g.next(), g.next()])
  g = (function* (a = t('params', () => g?.next())) {
    yield a
  })()
  log('p', g.next())
  const o = {
    get x() {
      t('get', () => g.next())
      return 1
    },
    *[Symbol.iterator]() {
      t('it', () => g.next())
      yield 2
    },
  }
  g = (function* () {
    const { x } = o
    yield x
    const [y] = o
    yield y
    yield `${{
      toString() {
        t('str', () => g.next())
        return 's'
      },
    }}`
  })()
  log('q', [...g])
  g = (function* () {
    try {
      yield* inner()
    } finally {
      t('fin', () => g.next())
    }
  })()
  function* inner() {
    t('inner', () => g.next())
    try {
      yield 1
    } finally {
      t('inner fin', () => g.throw(2))
    }
  }
  log('r', [g.next(), g.return(3)])
  const a = (function* () {
      yield* b
    })(),
    b = (function* () {
      yield* a
    })()
  t('circle', () => a.next())
  t('circle', () => b.next())
  t('circle', () => a.next())
  yield 1
  g = (function* () {
    const s = yield 1
    log('s', s)
    yield* (function* () {
      t('self', () => [...g])
      yield 7
    })()
  })()
  log('z', [g.next(), g.next(2), g.next(3), g.next(4)])
}
function start() {
  return main(1)
}
