// Law: oracle. Accessors that capture variables were defined after the other properties of their literal.
// script: g0.next(undefined)
function* main(p = 1) {
  log('overwritten', {
    get c() {
      return p
    },
    ['c']: 1,
  })
  log('in order', {
    get b() {
      return p
    },
    a: 1,
    set b(x) {
      p = x
    },
  })
  log('spread', {
    get a() {
      return p
    },
    ...{ a: 2 },
  })
}
function start() {
  return main()
}
