// Law: oracle. `super.m?.()` threw where there is no such method, and a template tag from `super` had another `this`.
// script: g0.next(undefined); g1 = clone(g0); g0.next(1); g1.next(2)
class Parent {
  tag(strings) {
    return [strings[0], typeof this.tag, this.own]
  }
}
class Child extends Parent {
  own() {}
  *main() {
    log('none', [super.none?.(), super.none?.(log('never', 1)).deeper, super.tag?.(['a'])])
    yield 1
    const arrow = () => [super.none?.(), super.tag`b`, super['tag']?.(['c'])]
    log('tag', [super.tag`d${1}`, arrow()])
    try {
      super.none`e`
    } catch (error) {
      log('error', error instanceof TypeError)
    }
  }
}
function start() {
  return Object.freeze(new Child()).main()
}
