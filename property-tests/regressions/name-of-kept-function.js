// Law: oracle. A function without a name took the name of the temporary that kept it.
// script: g0.next(undefined); g0.next(1); g0.next(undefined)
function* main() {
  log('conditional', yield (yield 1) ? () => 1 : 2)
  const named = (() => 1) ?? (yield)
  log('coalesced', named)
  tag`p${() => 1}q${yield 1}`
}
function start() {
  return main()
}
