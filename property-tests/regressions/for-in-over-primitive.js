// Law: oracle. A clone inside a for-in over a primitive was refused, because the position held a String object.
// script: g0.next(undefined); g1 = clone(g0); g0.next(1); g1.next(2)
function* main() {
  for (var key in 'ab') log('sent', yield key)
}
function start() {
  return main()
}
