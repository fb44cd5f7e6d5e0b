export function* main(limit = 3) {
  let total = 0
  for (let i = 0; i < limit; i++) {
    const square = i * i
    total += square
    yield total
  }
  return total
}
