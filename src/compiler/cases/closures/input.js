export function* main() {
  let count = 0
  const constant = 10
  const increment = () => ++count
  yield increment()
  count += constant
  yield increment()
  yield (() => constant)()
}
