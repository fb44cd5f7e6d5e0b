// Suspensions in all parts of loop heads, with variables captured in each round.
function* main(j) {
  const fs = []
  for (
    let i = yield 'init', k = () => i;
    (yield ['test', i]) && i < 9;
    i = i + 1 || (yield 'upd'), fs.push(() => i)
  ) {
    fs.push(() => i++)
    if (yield 'body') continue
    else i += 2
  }
  log(
    'fs',
    fs.map((f) => f()),
  )
  for (const [a = yield 'a', { b = yield 'b' } = {}] of [[1], [undefined, {}], []]) fs.push(() => [a, b])
  log(
    'fs',
    fs.map((f) => f()),
  )
  const o = { a: 1, b: 2 }
  for (const k in (yield 'obj', o)) {
    fs.push(() => k)
    if (k === 'a') {
      delete o.b
      o.z = 9
    }
    yield k
  }
  log(
    'fs',
    fs.slice(-3).map((f) => f()),
  )
  var v
  for (v in null) yield 'never'
  for (v of '𝒳y') yield v
  for (var w = 5 in {}) yield 'never'
  log('w', w)
  for (fs[yield 'idx'] of [() => 1, () => 2]) yield fs.length
  for (let of of [1]) yield of
  for (let in_ of new Map([[1, { x: 2 }]])) {
    const [k, { x }] = in_
    yield [k, x]
  }
  l1: l2: for (;;) {
    l3: do {
      try {
        if (yield 'l') continue l1
        break l2
      } finally {
        if ((yield 'f') === 'a') continue l3
      }
    } while (yield 'w')
  }
  for (let i = 0, f = () => i; i < 2; i++) {
    yield [i, f()]
  }
  for (const x of [1, 2]) {
    var x2 = x
    let x3 = x
    {
      function inner() {
        return [x, x3++]
      }
    }
    fs.push(inner)
    yield inner()
  }
  log(
    'inner',
    fs.slice(-2).map((f) => f()),
  )
}
function start() {
  return main(1)
}
