// Labelled jumps that leave `finally` blocks which suspend, from loops over closed iterators.
function* main(j) {
  const out = []
  outer: for (let i = 0; i < 4; i++) {
    out.push(() => i)
    inner: for (const x of foreign('f' + i, 3, 'return')) {
      try {
        try {
          if (yield ['x', i, x]) continue outer
          else continue inner
        } finally {
          const s = yield 'fin1'
          if (s === 'a') break outer
          if (s === 2) {
            i++
            continue outer
          }
          log('s', s)
        }
      } finally {
        try {
          log('deep', yield 'fin2')
        } finally {
          out.push(yield 'fin3')
        }
      }
    }
  }
  lab: {
    try {
      break lab
    } finally {
      lab2: try {
        throw yield 'th'
      } catch {
        break lab2
      } finally {
        log('l', yield 'in lab')
      }
    }
  }
  const f = function* () {
    l: try {
      return yield 'r'
    } finally {
      if (yield 'c') break l
    }
    return 'fell'
  }
  log('f', yield* f())
  return out.map((x) => (typeof x === 'function' ? x() : x))
}
function start() {
  return main(1)
}
