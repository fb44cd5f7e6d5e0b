export function* main() {
  const readers = []
  for (let i = 0; i < 3; i++) {
    readers.push(() => i)
    yield i
  }
  yield readers.map((read) => read())
}
