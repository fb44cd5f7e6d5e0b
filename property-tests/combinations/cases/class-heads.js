// The heritage and the keys of a class mention the class: its name is in its dead zone there, closures see it later, and
// private names are known in keys before anything has them.
function attempt(what, f) {
  try {
    log(what, f())
  } catch (error) {
    log(what, error.name)
  }
}
const name = (C) => (typeof C === 'function' ? C.name : C)
function* heritage(j) {
  let seen
  let total = 0
  try {
    class A extends (log('asked', yield 'early'), A) {}
  } catch (error) {
    log('heritage', [error.name, error.message])
  }
  try {
    log('typeof', class A extends (yield typeof A) {})
  } catch (error) {
    log('typeof', [error.name, error.message])
  }
  try {
    log('write', class A extends (A = yield 'write') {})
  } catch (error) {
    log('write', [error.name, error.message])
  }
  const Other = class B extends ((seen = () => [name(B), ++total]), yield 'closure', Object) {
    static own = (log('static', seen()), B.name)
    static #count = 0
    static count() {
      return ++B.#count
    }
    ['m' + total]() {
      return B
    }
  }
  attempt('closure', seen)
  attempt('constant', () => [Other.own, new Other().m0() === Other])
  for (;;) {
    log('again', [seen(), Other.own, Other.count(), new Other().m0() === Other])
    total += Number(yield total) || 0
  }
}
function* keys() {
  let total = 0
  const all = []
  for (const at of [0, 1]) {
    class K {
      static [(all.push(() => [name(K), at, ++total]), 'k' + (yield at))] = K.name;
      [(all.push(() => new K().at === K), yield 'again', 'at')] = K;
      static { attempt('block', all.at(-2)) }
    }
    log('made', [Object.keys(K), K.kundefined, new K().at === K])
  }
  attempt('in a dead zone', () => class Z { [Z.name]() { return total } })
  attempt('in a function', () => class Z { [(all.push(() => Z === undefined), 'a')]() { return total } })
  for (;;) log('all', [all.map((f) => f()), yield total])
}
function* secrets() {
  let has, get, set, call, tag, into, maybe
  let total = 0
  attempt('before', () => has && has({}))
  const S = class S {
    #x = ++total
    static #own = 'own'
    get #both() { return [this.#x, total] }
    set #both(v) { this.#x = v }
    #m(...args) { return [this.#x, ...args] };
    [((has = (o) => #x in o), yield 'has', 'a')] = 1;
    [((get = (o) => [o.#x, o.#both]), (set = (o, v) => [(o.#x = v), (o.#both += 'b'), o.#x++]), yield 'get', 'b')] = 2;
    [((call = (o) => o.#m(...(o.#m?.(1) ?? []))), (tag = (o) => o.#m`a${1}`.length), 'c')] = 3;
    [((into = (o, v) => (([o.#x, { a: o.#both = 5 }] = v), o.#x)), (maybe = (o) => [o?.#x, o?.#m(2), o?.#m?.(3).length]), 'd')] = 4;
    [(attempt('early in', () => #x in {}), attempt('early get', () => get({})), attempt('early set', () => set({}, 1)), attempt('no object', () => #x in 1), attempt('maybe', () => maybe(null)), 'e')]() {}
    static own() { return this.#own }
  }
  for (;;) {
    const o = new S()
    attempt('has', () => [has(o), has({}), has(S)])
    attempt('get', () => get(o))
    attempt('set', () => set(o, 7))
    attempt('call', () => call(o))
    attempt('tag', () => tag(o))
    attempt('into', () => into(o, [1, {}]))
    attempt('maybe', () => [maybe(o), maybe(null), maybe(undefined)])
    attempt('other', () => get({}))
    attempt('nothing', () => get(null))
    attempt('is object', () => has(1))
    attempt('own', () => S.own())
    total += Number(yield total) || 0
  }
}
function* direct() {
  for (const key of [(v) => v, null])
    try {
      class D {
        #x = 1;
        [#x in (yield 'in')]() {}
        [key(yield 'get').#x]() {}
      }
      log('made', Object.getOwnPropertyNames(D.prototype))
    } catch (error) {
      log('direct', error.name)
    }
  try {
    class E {
      #x = 1;
      [((yield 'object').#x = yield 'value')]() {}
    }
  } catch (error) {
    log('direct', error.name)
  }
}
function* nested() {
  let total = 0
  let f
  class Outer {
    #x = 1;
    [((f = class Inner extends ((total += 1), yield 'nested', Object) {
      #y = 2
      read(o) { return [o.#x, this.#y, Inner.name, total] }
      [((o) => #y in o).length]() { return Outer.name }
    }), 'k')] = 3
  }
  for (;;) log('nested', [new f().read(new Outer()), new f()[1](), yield ++total])
}
function* main(j) {
  const all = [heritage, keys, secrets, direct, nested]
  for (const each of all) {
    const one = each(j)
    let sent = j
    for (let i = 0; i < 9; i++) {
      const { value, done } = one.next(sent)
      if (done) break
      sent = yield value
    }
  }
}
function start() { return main() }
