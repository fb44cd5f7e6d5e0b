// Built-in containers that change while they are iterated.
function* main(j) {
  const m = new Map([
      ['a', 1],
      ['b', 2],
    ]),
    s = new Set([1, 2]),
    t = new Uint8Array([1, 2, 3]),
    str = 'a\u{1F600}b'
  for (const [k, v] of m) {
    m.delete('b')
    m.set('c' + v, yield [k, v])
    if (m.size > 4) break
  }
  for (const x of s) {
    if (x < 5) s.add(x + 3)
    yield x
  }
  for (const x of t) {
    t[x] = 9
    yield x
  }
  for (const c of str) yield c
  for (const x of m.values()) yield x
  for (const [i, x] of [5, , 6].entries()) yield [i, x]
  for (const x of 'a1b2'.matchAll(/\d/g)) yield x[0]
  const [p, q = yield 'q', ...r] = s
  log('pqr', [p, q, r])
  yield* m.keys()
  yield* t
  yield* str
  const it = [1, 2, 3][Symbol.iterator]()
  for (const x of it) {
    if (x === 2) break
  }
  log('rest', [...it])
  yield 1
  function* g() {
    const k = yield* [1, 2]
    return [k]
  }
  log('g', [...g(), yield* g()])
  for (const x of {
    *[Symbol.iterator]() {
      try {
        yield* arguments
        yield this
      } finally {
        log('c', 0)
      }
    },
  }) {
    yield typeof x
    break
  }
}
function start() {
  return main(1)
}
