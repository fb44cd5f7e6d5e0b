// Thenables, queues and iterators of plain values in async generators, tick by tick.
// law: oracle
async function* main(j) {
  const th = (n) => ({
    get then() {
      log('then', n)
      return (r) => r(n)
    },
  })
  async function* a(x = log('param', 0)) {
    log('start', x)
    yield th(1)
    yield* [th(2), 3]
    return th(4)
  }
  const g = a()
  log('made', 0)
  log('a', [await g.next(), (await g.next()).value, await g.next(), await g.next(), await g.next()])
  const bad = async function* (
    x = (() => {
      throw new Error('u1')
    })(),
  ) {}
  try {
    bad()
  } catch (e) {
    log('sync', e)
  }
  async function* d() {
    try {
      yield* {
        [Symbol.asyncIterator]: undefined,
        [Symbol.iterator]() {
          let i = 0
          return {
            next(v) {
              log('n', v)
              return { value: th(i), done: i++ > 1 }
            },
            return(v) {
              log('r', v)
              return { value: th('R'), done: true }
            },
            throw(v) {
              log('t', v)
              return { value: th('T'), done: false }
            },
          }
        },
      }
    } finally {
      await null
      log('fin', 0)
    }
  }
  log('d', yield* d())
  const h = d()
  await h.next()
  log('h', [await h.throw(1), await h.return(2), await h.next()])
  const [p, q] = await Promise.all([a().next(), a().return(th(9))])
  log('pq', [p, q])
  await (async () => {
    for await (const x of a()) log('x', x)
  })()
  for await (const x of (function* () {
    try {
      yield th(5)
      yield th(6)
    } finally {
      log('sync closed', 0)
    }
  })()) {
    yield x
    break
  }
  try {
    for await (const x of 5);
  } catch (e) {
    log('e', e.constructor.name)
  }
  label: for await (const [x = await 1, { y } = { y: await 2 }] of [[], [3, { y: 4 }]]) {
    for await (const z of [1, 2]) {
      if (yield [x, y, z]) continue label
      await 0
    }
  }
  return th('end')
}
function start() {
  return main(1)
}
