export function* main() {
  for (const each of [1, 2, 3]) {
    switch (each) {
      case 1:
        yield 'one'
      case yield 'asked':
        yield 'fell'
        break
      default:
        yield 'other'
    }
  }
}
