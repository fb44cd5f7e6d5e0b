// A generator in a key of a class uses the private names of the class. Its instances are none that clones copy.
// law: oracle
function* main() {
  let walk
  class W {
    #list = [1];
    #add(...more) {
      return this.#list.push(...more)
    }
    [((walk = function* (o) {
      log('before', [yield o.#list, #list in (yield o)])
      o.#list = yield o.#list
      o.#list ??= yield 'none'
      try {
        o.#list.push(yield o.#add?.(yield 1, yield 2))
        o.#add(yield o?.#list)
        ;[o.#list[0], { a: o.#list = yield 'default' }] = [yield 'first', {}]
        o.#add`${yield 'tag'}`
      } catch (error) {
        log('caught', error.name)
      }
      return o.#list
    }), yield 'walk', 'w')] = 1
    get() { return this.#list }
  }
  for (let i = 0; i < 3; i++) {
    const o = new W()
    log('walked', [yield* walk(o), o.get()])
  }
}
function start() { return main() }
