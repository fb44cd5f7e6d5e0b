// Completions that `finally` blocks override, suspend in or pass on.
function* main(j) {
  const f = function* (k) {
    for (;;)
      try {
        try {
          if (k === 0) return yield 'r'
          if (k === 1) throw new Error(yield 'm')
          if (k === 2) break
          if (k === 3) continue
        } catch (e) {
          if (yield 'c') throw e
          return e
        } finally {
          k = 2
          const x = yield ['fin', k]
          if (x === 2) return 'override'
          if (x === 'a') throw new Error('u3')
        }
      } finally {
        log('outer', yield 'o')
      }
    return 'end'
  }
  for (const k of [0, 1, 2, 3])
    try {
      log('f', yield* f(k))
    } catch (e) {
      log('thrown', e)
    }
  const g = function* () {
    try {
      yield 1
    } finally {
      yield 2
      try {
        throw 1
      } catch {
        yield 3
      } finally {
        yield 4
      }
    }
  }
  const i = g()
  i.next()
  log('i', [i.return('r'), i.next('x'), i.next(), i.next(), i.next()])
  const k = g()
  k.next()
  log('k', [k.return('r'), k.return('q'), k.next()])
  try {
    const l = g()
    l.next()
    log('l', l.throw(new Error('u5')))
    yield 'held'
    l.next()
    l.next()
    l.next()
  } catch (e) {
    log('l', e)
  }
}
function start() {
  return main(1)
}
