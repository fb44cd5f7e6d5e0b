// Law: oracle. The first value of the variable of a `for`-`in` that stays native was not computed.
// script: g0.next(0); g1 = clone(g0); g0.next(1); g1.next(2)
function* main(outside) {
  for (var first = log('first', outside) in null);
  label: for (var named = (function () {}) in { a: log('object', first), b: 2 }) {
    if (named === 'a') continue label
    log('body', named)
  }
  yield [first, named]
  for (var fn = (function () {}) in undefined);
  for (var captured = log('captured', 1) in null);
  const inside = () => {
    for (var own = log('own', captured) in null);
    for (var arrow = (() => captured) in null);
    return [own, arrow.name]
  }
  yield [fn.name, inside(), captured]
  for (var late = yield 'late' in null);
  return [late, inside()]
}
function start() {
  return main('outside')
}
