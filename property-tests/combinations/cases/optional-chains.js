// Optional chains that suspend, are deleted, called in brackets, and go through private names.
function* main(j) {
  const o = {
    a: {
      b: {
        c() {
          return this === o.a.b
        },
      },
    },
    n: null,
    f: (...x) => x,
    s: 'str',
  }
  log('1', o?.a.b.c(yield 1))
  log('2', o.n?.a.b.c(yield 'no'))
  log('3', delete o?.a[yield 2])
  log('4', delete o.n?.[yield 'no'].x)
  log('5', (o?.a.b).c?.(...(yield 3, [])))
  log('6', (yield o)?.a?.[yield 'k'])
  log('7', (o.n?.a, yield 4)?.toString?.())
  log('8', o.f?.(yield 5, ...((yield 6) ?? []), yield 7))
  log('9', (o?.f)(yield 8).length)
  log('10', o.a?.b.c?.())
  log('11', typeof o?.zz?.[yield 'no'])
  try {
    o?.zz.y[yield 'no']
  } catch (e) {
    log('12', e instanceof TypeError)
  }
  try {
    o.zz[yield 'yes']
  } catch (e) {
    log('13', e instanceof TypeError)
  }
  try {
    o.zz(yield 'args')
  } catch (e) {
    log('14', e instanceof TypeError)
  }
  try {
    null[yield 'nullkey'] = yield 'nullval'
  } catch (e) {
    log('15', e instanceof TypeError)
  }
  class A {
    #x = { y: [1, 2] }
    #m() {
      return this.#x
    }
    static *get(a, z) {
      log('p', a?.#x?.y[yield 'i'])
      log('z', z?.#x.y[yield 'no'])
      log('m', a.#m?.().y?.at(yield 'j'))
      log('d', delete a?.#x.y[yield 'del'])
      return a.#x.y
    }
  }
  log('16', yield* A.get(new A(), null))
  log('17', `${o?.s?.[yield 'idx']}`)
  log('18', (yield null)?.[yield 'n'] ?? (yield 'else'))
}
function start() {
  return main(1)
}
