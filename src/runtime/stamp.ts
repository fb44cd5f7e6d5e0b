// A stamp hangs hidden data on an object that somebody else made: a generator object whose prototype
// is the user's, a function that must stay an ordinary function. A private field is invisible to
// `Reflect.ownKeys`, survives freezing, and V8 reads it with an inline cache, unlike a WeakMap.

class Given {
  constructor(object: object) {
    // oxlint-disable-next-line no-constructor-return -- returning another object is what installs the field on it
    return object
  }
}

/** Hidden data of one kind: `stamp.set(object, data)` once, `stamp.get(object)` afterwards. */
export interface Stamp<Data> {
  set(object: object, data: Data): void
  get(object: object): Data | undefined
}

export function makeStamp<Data>(): Stamp<Data> {
  class Stamped extends Given {
    #data: Data
    constructor(object: object, data: Data) {
      super(object)
      this.#data = data
    }
    static read(object: object): Data | undefined {
      return #data in object ? object.#data : undefined
    }
  }
  return {
    set(object, data) {
      new Stamped(object, data)
    },
    get: Stamped.read,
  }
}
