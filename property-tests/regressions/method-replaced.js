// Law: oracle. Two generator methods of one name in a class: the first was given the second's function, and threw.
// script: g0.next(0); g1 = clone(g0); g0.next(1); g1.next(2)
function* main() {
  const name = yield
  class Replaced {
    *same() {
      yield 'first'
    }
    *same(x) {
      yield 'second'
      return [x, new.target]
    }
    *plain() {
      yield 'generator'
    }
    plain() {
      return 'plain'
    }
    *read() {
      yield 'generator'
    }
    get read() {
      return log('read', 'accessor')
    }
    *['computed']() {
      yield 'generator'
    }
    [`comp${'uted'}`]() {
      return 'plain'
    }
    [`kept${name}`]() {
      return 'plain'
    }
    *[`kept${name}`]() {
      yield 'generator'
      return name
    }
    static *same() {
      return super.name
    }
  }
  const made = new Replaced()
  log('keys', Reflect.ownKeys(Replaced.prototype))
  log('same', [...made.same(1)])
  log('others', [
    made.plain(),
    made.read,
    made.computed(),
    [...made[`kept${name}`]()],
    Replaced.same().next().value,
  ])
  return {
    *m() {
      yield 1
    },
    *m() {
      yield 2
    },
  }
    .m()
    .next().value
}
function start() {
  return main()
}
