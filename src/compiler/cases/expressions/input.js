export function* main() {
  const object = { f: (...all) => all.join() }
  yield object.f(yield 'first', ...(yield* [['second']], ['spread']), yield 'last')
  yield `${yield 'x'}-${(yield 'y') ?? 'none'}`
  yield object?.[yield 'key']?.length
}
