// Law: oracle. Where all that yields left in one place, a function that was yielded took the name of a register.
// script: g0.next(0); g0.next(1); g0.next(2); g0.next(0); g0.next(1); g0.next(2); g0.next(0); g0.next(1); g0.next(2); g0.next(0); g0.next(1); g0.next(2); g0.next(0); g0.next(1); g0.next(2); g0.next(0); g0.next(1)
function* main() {
  const a = yield () => 0
  const b = yield function () {}
  const c = yield class {}
  const d = yield a
  const e = yield ((0, () => 1))
  const f = yield { k: () => 0 }.k
  const h = yield
  const i = yield
  const j = yield
  const k = yield
  const l = yield
  const m = yield
  const o = yield
  const p = yield
  const q = yield
  return [a, b, c, d, e, f, h, i, j, k, l, m, o, p, q]
}
function start() {
  return main()
}
