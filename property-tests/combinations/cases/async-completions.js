// Returned and rejected promises through `finally` blocks that await.
async function* main(j) {
  async function* a() {
    try {
      return Promise.resolve('p')
    } finally {
      log('f', await (yield 'y'))
    }
  }
  log('a', yield* a())
  async function* b() {
    try {
      return Promise.reject(new Error('u1'))
    } catch (e) {
      return ['caught', e, yield 'c']
    } finally {
      await 0
      log('fin', 0)
    }
  }
  log('b', yield* b())
  async function* c() {
    for await (const x of {
      [Symbol.asyncIterator]() {
        return {
          i: 0,
          next() {
            return { value: this.i++, done: this.i > 3 }
          },
          return(v) {
            return Promise.resolve({})
          },
        }
      },
    }) {
      try {
        yield x instanceof Promise ? await x : x
      } finally {
        if ((await x) === 1) return await 'left'
      }
    }
  }
  log('c', yield* c())
  const g = a()
  const ps = await Promise.allSettled([g.next(), g.return(await 4), g.throw(5), g.next()])
  log('ps', ps)
  return await (yield 'last')
}
function start() {
  return main(1)
}
