// Law: oracle. A function that stands for a branch of `if` made the compiler stop.
// script: g0.next(1); g1 = clone(g0); g0.next(true); g1.next(false); g0.next(1); g1.next(1)
function* main() {
  if (yield typeof one)
    function one() {
      return 1
    }
  else
    function two() {
      return 2
    }
  log('made', [typeof one, typeof two])
  yield one?.() ?? two()
}
function start() {
  return main()
}
