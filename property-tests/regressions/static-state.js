// Law: independence. A class that uses no variable of its generator shared what its static code had made among clones.
// script: g0.next(0); g1 = clone(g0); g0.next(1); g1.next(2)
function* main() {
  class Counter {
    static #seen = 0
    static list = [1]
    static count() {
      return [++this.#seen, this.list.push(this.#seen)]
    }
  }
  for (;;) yield Counter.count()
}
function start() {
  return main()
}
