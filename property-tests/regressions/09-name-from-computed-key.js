// Law: oracle. A function that captures variables had no name under a computed key.
// script: g0.next(undefined); g1 = clone(g0); g1.next(1); g0.next(2)
function* main(j) {
  const key = 'kk'
  const made = {
    [key]: () => j++,
    *[key + 2]() {},
    [3]: function () {
      return j
    },
  }
  log('names', [made, yield made])
  log('counted', [made.kk(), made.kk()])
}
function start() {
  return main(1)
}
