export function* main() {
  outer: for (let i = 0; ; i++) {
    for (let j = 0; j < 3; j++) {
      if (j === 2) continue outer
      if (i === 2) break outer
      yield [i, j]
    }
  }
  block: {
    yield 'in'
    if (Math.PI > 3) break block
    yield 'never'
  }
}
