// What strict code refuses: `arguments`, writes, deletes, functions of blocks.
'use strict'
function* main(a, b = 2, ...r) {
  const set = () => {
    a = 'set'
  }
  log('0', [arguments.length, [...arguments]])
  arguments[0] = yield a
  set()
  log('1', [a, arguments[0]])
  try {
    arguments.callee
  } catch (e) {
    log('callee', e instanceof TypeError)
  }
  try {
    main.caller
  } catch (e) {
    log('caller', e instanceof TypeError)
  }
  log('2', [Object.keys(main), main.hasOwnProperty('caller'), main.hasOwnProperty('arguments')])
  const f = () => arguments[yield_]
  const yield_ = yield 'idx'
  log('3', f())
  log('this', this)
  const g = function () {
    return this
  }
  log('g', g())
  log(
    'h',
    (0,
    {
      m() {
        return this
      },
    }.m)(),
  )
  try {
    undefinedVar = yield 'u'
  } catch (e) {
    log('e', e.constructor.name)
  }
  try {
    delete Object.freeze({ a: 1 })[yield 'a']
  } catch (e) {
    log('e', e.constructor.name)
  }
  try {
    ;({
      get a() {
        return 1
      },
    })[yield 'a'] = yield 'v'
  } catch (e) {
    log('e', e.constructor.name)
  }
  try {
    'str'[yield 0] = 1
  } catch (e) {
    log('e', e.constructor.name)
  }
  try {
    Object.freeze([1]).length += yield 1
  } catch (e) {
    log('e', e.constructor.name)
  }
  try {
    ;({
      get a() {
        return 1
      },
    }).a ||= yield 'v'
    ;({
      get a() {
        return 0
      },
    }).a ||= yield 'v'
  } catch (e) {
    log('e', e.constructor.name)
  }
  {
    function blockf() {
      return 1
    }
    yield blockf()
  }
  log('t', typeof blockf)
}
function start() {
  return main(1)
}
