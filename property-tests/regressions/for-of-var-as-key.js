// Law: oracle. The proof looked for the number that the head of a `for-of` gives its variable, and found nothing.
// script: g1 = clone(g0)
function* main() {
  for (var m of [1]) if (!more()) break
  let d = [2][m]
  yield d
}
function start() {
  return main()
}
