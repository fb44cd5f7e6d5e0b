// A suspension in each operand of each operator, in order.
function* main(j) {
  const o = {
    get k() {
      log('k', 0)
      return {
        toString() {
          log('ts', 0)
          return 'kk'
        },
      }
    },
    n: 2,
  }
  log('1', {
    a: yield 1,
    ['b' + (yield 2)]: () => {},
    __proto__: yield { z: 1 },
    ...(yield { q: 1 }),
    async [o.k](x) {
      return x
    },
    get [yield 'g']() {
      return 5
    },
    set [yield 'g'](v) {},
    *[yield 'gen']() {},
    lit: class {},
    [yield 'cls']: class {
      static x = 1
    },
  })
  log('2', [yield 3, , ...(yield [1]), , yield 4].length)
  log(
    '3',
    `${yield 5}${{
      toString() {
        log('s', 0)
        return 'S'
      },
    }}${yield 6}`,
  )
  log('4', (yield 7) ? yield 8 : yield 9)
  log('5', new (yield Date)(...[0], yield 10) instanceof Object)
  log('6', [
    (yield 11) in o,
    (yield 12) instanceof Object,
    (yield 13) + (yield 14) * (yield 15) ** 2,
    -(yield 16),
    !(yield 17),
  ])
  log('7', [
    o.n++,
    o[yield 'n']++,
    --o[(yield 18, 'n')],
    (o.n **= yield 19),
    (o[o.k] = yield 20),
    (o[o.k] += yield 21),
  ])
  log('8', (yield 22, typeof (yield 23), void (yield 24)))
  log('9', [o.f?.(yield 25), (yield o)?.n, (yield null)?.[yield 'no']])
  let x = 1
  x += ((x = 5), yield 26)
  log('x', x)
  x = x++ + (yield 27) + x++
  log('x', x)
  const a = [1, 2, 3]
  let i = 0
  a[i++] = a[i++] + ((i = 2), yield 28)
  log('a', a)
  a[i] ||= a[yield 29]
  ;[a[0], a[1]] = [a[1], yield 30]
  log('a', a)
  log(
    'f',
    (function () {
      return [].slice.call(arguments)
    })(yield 31, ...((yield 32) ?? []), (x = yield 33), x),
  )
  log('order', [x, (x = 9), x, yield x, x++, x])
  log(
    'm',
    [1, 2].map((y) => y + x + a.length),
  )
  return yield yield yield 34
}
function start() {
  return main(1)
}
