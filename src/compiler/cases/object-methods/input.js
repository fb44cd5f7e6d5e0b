const walker = {
  steps: 2,
  *walk() {
    for (let i = 0; i < this.steps; i++) yield i
  },
  *'with a name'() {
    yield 'named'
  },
}

export function* main() {
  yield* walker.walk()
  yield* walker['with a name']()
}
