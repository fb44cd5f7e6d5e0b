export function* main() {
  const { a, [yield 'key']: b = yield 'default', ...rest } = { a: 1, c: 3 }
  yield [a, b, rest]
  const [first = yield 'first', , ...others] = [undefined, 2, 3, 4]
  yield [first, others]
}
