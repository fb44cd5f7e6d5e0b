// Law: oracle. A function under a computed key lost its name beside a yield.
// script: g0.next(0); g1 = clone(g0); g0.next(1); g1.next(2)
function* main() {
  log('made', { ['k' + 1]: () => 1, c: yield* new Set(), [2]: () => yield_ })
  yield { ['f']: function () {}, d: yield 1, ['g']: class {} }
}
const yield_ = 1
function start() {
  return main()
}
