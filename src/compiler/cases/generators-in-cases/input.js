function pick(n) {
  switch (n) {
    case 0:
      return [...numbers(1)]
    case 1:
      function* numbers(x) {
        yield x
        yield n
      }
    default:
      return [...numbers(2)]
  }
}

export function* main() {
  yield [pick(0), pick(1), pick(2)]
  switch (yield 'which') {
    default:
      yield* declared()
      break
    case 0:
      function* declared() {
        yield 'declared'
      }
  }
}
