import { choose, fail, guard } from 'multishot'

export function* main() {
  const x = yield* choose([1, 2, 3])
  yield* guard(x !== 2)
  if (x === 3) yield* fail('three')
  return x
}
