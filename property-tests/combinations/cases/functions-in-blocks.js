// Annex B: functions in blocks, branches, cases and labels beside variables, parameters and `arguments`.
function* main(a, f0) {
  log('0', [typeof f, typeof g, typeof h, typeof a, typeof f0])
  {
    log('in', typeof f)
    yield 1
    function f() {
      return 1
    }
    f = 2
    log('assigned', f)
    yield 'f'
  }
  log('1', typeof f)
  if (yield 2) {
    function g() {
      return 'g1'
    }
  } else {
    function g() {
      return 'g2'
    }
  }
  log('2', typeof g === 'function' ? g() : g)
  {
    let h = yield 3
    {
      function h() {}
    }
    log('h', h)
  }
  log('3', typeof h)
  {
    function a() {
      return 'a'
    }
    yield typeof a
  }
  log('4', typeof a)
  {
    function f0() {
      return 'f0'
    }
    yield f0()
  }
  log('5', typeof f0)
  for (let k of [1, 2]) {
    function loop() {
      return k
    }
    yield loop()
  }
  log('6', loop())
  try {
    throw 1
  } catch (e) {
    {
      function e() {}
    }
    var e = yield 'e'
    log('e', e)
  }
  log('7', typeof e)
  switch (1) {
    case yield 'sw':
      function sw() {
        return 'sw'
      }
  }
  log('8', typeof sw)
  {
    function* gen() {
      yield 1
    }
    async function asy() {}
    log('gen', [typeof gen, typeof asy])
    yield
  }
  log('9', [typeof gen, typeof asy])
  {
    function dup() {
      return 1
    }
    yield dup()
    function dup() {
      return 2
    }
  }
  log('10', dup())
  lab: function lf() {
    return 'lf'
  }
  log('11', lf())
  {
    yield
    function arguments() {}
    log('arg', typeof arguments)
  }
  log('12', typeof arguments)
}
function start() {
  return main(1)
}
