// What `throw` and `return` of an iterator may answer.
// law: oracle
function* main(j) {
  const mk = (o) => ({
    get [Symbol.iterator]() {
      log('get iter', o.n)
      return () => ({
        n: 0,
        get next() {
          log('get next', this.n)
          return (v) => {
            log('next', v)
            return o.res
              ? o.res(this)
              : {
                  get done() {
                    log('get done', o.n)
                    return ++o.c > 3
                  },
                  get value() {
                    log('get value', o.n)
                    return o.c
                  },
                }
          }
        },
        get throw() {
          log('get throw', 0)
          return o.throw
        },
        get return() {
          log('get return', 0)
          return o.ret
        },
      })
    },
  })
  for (const [t, r] of [
    [undefined, undefined],
    [null, null],
    [(e) => ({ done: true, value: 'T' }), (v) => ({ done: true, value: 'R' })],
    [(e) => ({ done: false, value: 't' }), (v) => ({ done: false, value: 'r' })],
    [() => 5, () => 6],
    [3, 4],
    [
      () => {
        throw new Error('u1')
      },
      () => {
        throw new Error('u2')
      },
    ],
  ]) {
    try {
      log('res', yield* mk({ n: 'X', c: 0, throw: t, ret: r }))
    } catch (e) {
      log('E', e)
    } finally {
      log('F', 0)
    }
  }
}
function start() {
  return main(1)
}
