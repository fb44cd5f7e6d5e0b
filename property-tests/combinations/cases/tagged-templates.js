// One template object for each place, in loops and in calls, with bad escapes and receivers.
function* main(j) {
  const all = []
  const keep = (s, ...v) => {
    all.push(s)
    return v
  }
  function t(x) {
    return keep`one${x}`
  }
  for (let i = 0; i < 3; i++) {
    t(i)
    keep`two${yield i}three${yield 'b'}`
    keep`\unicode and ${1}\xerxes`
  }
  log(
    'same',
    all.map((s) => all.indexOf(s)),
  )
  log('raw', [all[2], all[2].raw, Object.isFrozen(all[2].raw)])
  const o = {
    n: 1,
    tag(s, v) {
      return [this.n, s[0], v]
    },
  }
  log('this', [o.tag`a${yield 't'}`, o?.['tag']?.call(o, ['x'], yield 'u'), (yield o).tag`q`].length)
}
function start() {
  const g = main(1)
  return g
}
