// Law: oracle. An assignment to a pattern behind other arguments lost its brackets, which V8 cannot read.
// script: g0.next(0); g1 = clone(g0); g0.next(1); g1.next(2)
function* main(a) {
  log('n22', yield [a, (1).valueOf((a <<= 1), ([] = [1]))])
  tag`p${[[1, yield]]}\n${([] = [1])}`
}
function tag(strings, ...values) {
  log('tag', [strings, values])
}
function start() {
  return main(1)
}
