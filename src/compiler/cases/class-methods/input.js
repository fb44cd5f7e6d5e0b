class Tree {
  #values = [1, 2];

  *walk() {
    for (const value of this.#values) yield value
    yield* this.#hidden()
  }
  *#hidden() {
    yield 'hidden'
  }
  static *all(...trees) {
    for (const tree of trees) yield* tree.walk()
  }
  *[Symbol.iterator]() {
    yield* Tree.all(this)
  }
}

export function* main() {
  yield* new Tree()
}
