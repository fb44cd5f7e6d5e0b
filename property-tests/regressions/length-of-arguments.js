// Law: independence. `arguments` whose length the program had changed to no length at all could not be cloned.
// script: g0.next(0); g1 = clone(g0); g0.next(1); g1.next(2)
'use strict'
function* main() {
  const kept = arguments
  kept.length = NaN
  kept[2] = 'more'
  yield kept
  log('kept', [kept.length, Reflect.ownKeys(kept), kept[0], kept[2], Object.prototype.toString.call(kept)])
  kept.length = 2
  yield [...kept]
}
function start() {
  return main('first', 'second')
}
