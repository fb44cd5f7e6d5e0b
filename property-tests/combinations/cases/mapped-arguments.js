// Sloppy `arguments`, written through closures, deleted, redefined and shadowed between suspensions.
function* main(a, b, c) {
  const setA = (v) => {
      a = v
    },
    getA = () => a,
    args = arguments,
    set = (i, v) => {
      args[i] = v
    }
  setA(yield [a, args[0]])
  log('1', [a, args[0], getA()])
  set(0, yield 'two')
  log('2', [a, args[0], getA(), args.length])
  delete args[0]
  setA(yield 'three')
  log('3', [a, args[0], 0 in args])
  args[0] = 'again'
  log('4', [a, args[0]])
  Object.defineProperty(args, 1, { writable: false })
  b = yield 'four'
  log('5', [b, args[1]])
  Object.defineProperty(arguments, 2, { get: () => 'got', configurable: true })
  c = yield 'five'
  log('6', [c, arguments[2], Object.prototype.toString.call(args), args.callee === main, [...args].length])
  arguments.length = 1
  log('7', [...arguments])
  arguments = yield 'six'
  log('8', [arguments, args.length, a])
  var inner = function () {
    return arguments.length
  }
  log('9', inner(yield 1, yield 2))
}
function start() {
  return main(1, 2, 3, 4)
}
