function* inner(name) {
  const answer = yield name
  return `${name}:${answer}`
}

export function* main() {
  yield yield* inner('direct')
  yield* [1, 2]
  yield [yield* inner('left'), yield* inner('right')]
}
