// Each step of `yield*` and of closing, with getters for every property, and what is missing or no object.
// law: oracle
const say = (n, extra = {}) => ({
  get [Symbol.iterator]() {
    log(n, 'get @@iterator')
    return function () {
      log(n, ['call', arguments.length, this !== undefined])
      let i = 0
      return {
        ...extra,
        get next() {
          log(n, 'get next')
          return function (...a) {
            log(n, ['next', a])
            return {
              get done() {
                log(n, 'get done')
                return i++ > 1 && 'truthy'
              },
              get value() {
                log(n, 'get value')
                return i
              },
            }
          }
        },
      }
    }
  },
})
function* main(j) {
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
            return 'R'
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
        return 5
      },
    }),
  )
  for (const x of say('F', {
    get return() {
      log('F', 'get return')
      return null
    },
  })) {
    yield x
    break
  }
  for (const x of say('G', {
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
