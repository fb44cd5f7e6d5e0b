export function* main() {
  for (const each of ['a', 'b', 'c']) {
    if (each === 'b') continue
    yield each
  }
}
