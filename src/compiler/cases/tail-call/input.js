function* count(n) {
  if (n === 0) return 'done'
  yield n
  return yield* count(n - 1)
}

export function* main() {
  yield yield* count(3)
}
