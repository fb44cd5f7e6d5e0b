import { choose, guard } from 'multishot'

export function* ascending(size, digits) {
  let last = 0
  for (let i = 0; i < size; i++) {
    const digit = yield* choose(digits)
    yield* guard(digit > last)
    last = digit
  }
  return last
}
