// Law: oracle. A function took the name of a variable in brackets.
// script: g0.next(0)
function* main() {
  let f
  f = () => 0
  log('name', f.name)
  f = yield
}
function start() {
  return main()
}
