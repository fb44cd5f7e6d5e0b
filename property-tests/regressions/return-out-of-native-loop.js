// Law: oracle. `return` out of statements that stay native, whose leaving runs a compiled generator: the value was lost.
// script: g0.next(0); g1 = clone(g0); g0.next(1); g1.next(2)
function* closed(name) {
  try {
    yield name
    yield 'more'
  } finally {
    log('closed', [...inner()])
  }
}
function* inner() {
  return void (yield 'inner')
}
function* outOfLoop() {
  for (const each of closed('loop')) return log('value', each)
}
function* outOfTwoLoops() {
  for (const first of closed('outer')) for (const second of closed('inner')) return [first, second]
}
function* outOfTry() {
  try {
    return 'tried'
  } finally {
    log('finally', [...inner()])
  }
}
function* outOfCatch() {
  try {
    throw 'thrown'
  } catch (error) {
    return error
  } finally {
    for (const each of closed('finally')) if (each) break
  }
}
function* overruled() {
  for (const each of closed('loop')) {
    try {
      return each
    } finally {
      continue
    }
  }
  return 'overruled'
}
function* inTry() {
  try {
    yield 'before'
    for (const each of closed('in try'))
      switch (each) {
        default:
          return each
      }
  } finally {
    log('last', [...inner()])
  }
}
function* main() {
  const sent = yield
  log('results', [yield* outOfLoop(), yield* outOfTwoLoops(), yield* outOfTry(), yield* outOfCatch()])
  return [sent, yield* overruled(), yield* inTry()]
}
function start() {
  return main()
}
