const log = []
const key = (name) => ({
  toString() {
    log.push(name)
    return name
  },
})

export function* main() {
  let made = 0
  class Mixed extends (yield 'heritage', Object) {
    static [(yield 'first', key('a'))] = ++made;
    [(yield 'second', key('b'))] = ++made;
    *[(yield 'third', key('c'))]() {
      yield [super.toString === Object.prototype.toString, made]
    }
  }
  const mixed = new Mixed()
  yield [Mixed.a, mixed.b, ...mixed.c(), log]
}
