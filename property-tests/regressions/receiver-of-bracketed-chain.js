// Law: oracle. A chain in brackets that is called beside a yield lost its receiver.
// script: g0.next(0); g0.next(1); g0.next(2)
function* main() {
  const a = {
    n: 1,
    b(x) {
      return this.n + x
    },
  }
  log('called', [(a?.b)(yield 1), a?.b?.(yield 2)])
}
function start() {
  return main()
}
