// Law: oracle. A class inside a generator that mentions a private name of the class around it was built where there is none.
// script: g0.next(0); g0.next(1); g0.next(2)
class Holder {
  static get #c() {
    return log('get #c', 'c')
  }
  static begin() {
    return this.#main()
  }
  static *#main() {
    class Inner {
      #own = log('field', Holder.#c)
      static made = new (class {
        #own = 1
        value = [this.#own, Holder.#c]
      })().value
      own() {
        return this.#own
      }
    }
    yield new Inner().own()
    yield Inner.made
  }
}
function start() {
  return Holder.begin()
}
