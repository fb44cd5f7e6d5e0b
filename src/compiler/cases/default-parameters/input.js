let made = 0
const next = () => ++made

function* inner(a, b = a + next(), { c = b } = {}, ...rest) {
  yield [a, b, c, rest]
  a = 0
  yield a
}

export function* main() {
  yield* inner(1)
  yield* inner(1, 2, { c: 3 }, 4, 5)
  yield [inner.length, made]
}
