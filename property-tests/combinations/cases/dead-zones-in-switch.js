// Dead zones in cases, heads of loops, patterns and parameters.
function* main(j) {
  for (let r = 0; r < 4; r++) {
    const probe = (what, f) => {
      try {
        log(what, f())
      } catch (e) {
        log(what, e.constructor.name)
      }
    }
    switch (yield r) {
      case 1: {
        let x = 'in'
        probe('x', () => x)
      }
      case (probe('y early', () => y), 2):
        let y = yield 'y'
        probe('y', () => y)
        function hoisted() {
          return y
        }
        break
      case 'a':
        probe('y dead', () => y)
        y2 = 3
        class C {
          static x = y2
        }
        probe('C', () => C.x)
        break
      default:
        probe('hoisted', hoisted)
        probe('C dead', () => C)
        probe('typeof', () => typeof y)
        var y2 = yield 'def'
    }
    log('out', [typeof hoisted, y2])
  }
  {
    const f = () => z
    try {
      f()
    } catch (e) {
      log('dead', e.constructor.name)
    }
    let z = yield 'z'
    log('z', f())
  }
  for (
    let q = (() => {
        try {
          return q
        } catch (e) {
          return e.constructor.name
        }
      })(),
      w = yield q;
    w > 0;
    w--
  )
    log('q', [q, yield w])
  try {
    for (const a of (yield 'head', [() => a])) a()
    for (let b in { [yield b]: 1 }) log('never', b)
  } catch (e) {
    log('head', e.constructor.name)
  }
  try {
    let [m = n, n] = [yield 'mn']
    log('mn', m)
    let [m2 = n2, n2] = []
  } catch (e) {
    log('pat', e.constructor.name)
  }
  try {
    ;(function (p = q, q) {})()
  } catch (e) {
    log('par', e.constructor.name)
  }
}
function start() {
  return main(1)
}
