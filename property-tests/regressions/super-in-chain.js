// Law: oracle. `super.m?.(yield)` and a tagged template of a member of `super` gave code that did not parse.
// script: g0.next(0); g1 = clone(g0); g0.next('a'); g1.next('b'); g0.next(1); g1.next(2); g1.next(3)
const o = {
  *m() {
    log('called', super.hasOwnProperty?.(yield 'argument'))
    log('none', super.nothing?.(yield 'never'))
    log('tag', super.hasOwnProperty`a${yield 'substitution'}`)
    return super.nothing?.[yield 'never'].deeper
  },
}
function start() {
  return o.m()
}
