import { choose, guard } from 'multishot'

const digits = [3, 1, 2]

export function* main() {
  let last = 0
  for (let i = 0; i < 3; i++) {
    const digit = yield* choose(digits)
    yield* guard(digit > last)
    last = digit
  }
  return last
}
