// Each step of `yield*` and `for await` in async generators, with getters for every property.
// law: oracle
const say = (n, extra = {}) => ({
  get [Symbol.asyncIterator]() {
    log(n, 'get @@iterator')
    return function () {
      log(n, ['call', arguments.length])
      let i = 0
      return {
        ...extra,
        get next() {
          log(n, 'get next')
          return function (...a) {
            log(n, ['next', a])
            return {
              get then() {
                log(n, 'get then')
                return (r) =>
                  r({
                    get done() {
                      log(n, 'get done')
                      return i++ > 1 && 'truthy'
                    },
                    get value() {
                      log(n, 'get value')
                      return i
                    },
                  })
              },
            }
          }
        },
      }
    }
  },
})
async function* main(j) {
  log('A', yield* say('A'))
  log(
    'B',
    yield* say('B', {
      get throw() {
        log('B', 'get throw')
        return function (...a) {
          log('B', ['throw', a])
          return { done: 1, value: 'thrown' }
        }
      },
      return(...a) {
        log('B', ['return', a])
        return {
          get done() {
            log('B', 'rdone')
            return true
          },
          get value() {
            log('B', 'rvalue')
            return Promise.resolve('R')
          },
        }
      },
    }),
  )
  log('C', yield* say('C', { throw: null, return: undefined }))
  log(
    'D',
    yield* say('D', {
      get return() {
        log('D', 'get return')
        throw new Error('u1')
      },
    }),
  )
  log(
    'E',
    yield* say('E', {
      return() {
        return 5
      },
      throw() {
        return Promise.reject(new Error('u2'))
      },
    }),
  )
  for await (const x of say('F', {
    get return() {
      log('F', 'get return')
      return null
    },
  })) {
    yield x
    break
  }
  for await (const x of say('G', {
    return() {
      log('G', arguments.length)
      return 5
    },
  })) {
    try {
      yield x
      break
    } catch (e) {
      log('c', e)
    }
  }
}
function start() {
  return main(1)
}
