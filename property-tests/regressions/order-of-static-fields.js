// Law: oracle. A class that was made again for a clone had its static fields before what static blocks had set, and those
// that had been deleted.
// script: g0.next(0); g1 = clone(g0); g0.next(1); g2 = clone(g1); g1.next(1); g2.next(2)
function* main() {
  const Own = class Own {
    static {
      this.first = 1
    }
    static second = () => [typeof this, 1]
    static gone = 1
    static method() {
      return Reflect.ownKeys(this)
    }
    static lost() {}
    static {
      this.third = delete this.gone
      delete this.lost
    }
    static method2() {}
  }
  yield Own
  return log('keys', Own.method())
}
function start() {
  return main()
}
