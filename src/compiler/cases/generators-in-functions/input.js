function walkerOf(values) {
  return walk

  function* walk() {
    for (const value of values) yield value
    const again = function* () {
      yield values.length
    }
    yield* again()
  }
}

export function* main() {
  yield* walkerOf(['a', 'b'])()
}
