// Labels on everything, fall-through and completions.
function* main(j) {
  a: {
    b: {
      c: for (;;) {
        try {
          switch (yield 'sw') {
            case 1:
              break c
            case 'a':
              break b
            case 2:
              break a
            case 3:
              continue c
            default: {
              if (yield 'def') break
            }
          }
          log('after', 0)
        } finally {
          log('f', yield 'fin')
        }
      }
      log('c', 0)
    }
    log('b', 0)
  }
  x: y: for (const k of [1, 2])
    z: for (const l of [3, 4]) {
      if (l === 4) continue x
      if (k === 2) break y
      yield [k, l]
    }
  do {
    if (yield 'do') continue
    break
  } while (yield 'while')
  for (var i = 0; ;) {
    if (i++ > 2) break
    if (yield i) continue
    w: while (true) {
      while (true) {
        yield 'in'
        break w
      }
    }
  }
  if (j)
    lab: if (yield 'if') {
      break lab
    } else yield 'else'
  switch (3) {
    case yield 1:
    case yield 2:
      log('12', 0)
    default:
      log('d', 0)
    case yield 3:
      log('3', 0)
      break
    case yield 4:
      log('4', 0)
  }
  switch (yield 's') {
  }
  switch (yield 's2') {
    default:
  }
  for (const x of [1])
    try {
      continue
    } finally {
      yield 'cf'
    }
  var f = function () {
    a: for (;;) {
      for (;;) break a
    }
    return 1
  }
  log('f', f())
  {}
  try {
    try {
      throw yield 'e1'
    } finally {
      throw yield 'e2'
    }
  } catch (e) {
    log('e', e)
  }
  try {
    for (const x of foreign('t', 3, 'throwingReturn')) {
      try {
        throw new Error('u7')
      } finally {
        yield 'ft'
      }
    }
  } catch (e) {
    log('e', e)
  }
  try {
    for (const x of foreign('t2', 3, 'throwingReturn')) {
      if (yield x) break
    }
  } catch (e) {
    log('e', e)
  }
}
function start() {
  return main(1)
}
