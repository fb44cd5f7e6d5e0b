// Law: oracle. The names of a catch pattern were undefined, and not in their dead zone, inside the pattern.
// script: g0.next(undefined)
const m = 'M'
function* main() {
  try {
    throw {}
  } catch ({ [m]: a = 1, c: m }) {
    yield 1
  }
}
function start() {
  return main()
}
