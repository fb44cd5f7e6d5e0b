// Law: oracle. The head of a native `for (var ...)` was emitted with a semicolon too many.
// script: g0.next(undefined)
function* main() {
  for (var m = 1; m < 2; m++) log('round', m)
}
function start() {
  return main()
}
