// The two kinds of generators, plain and async, differ in what they do; what they inherit from follows one
// pattern. Compiled generator functions inherit from `%GeneratorFunction.prototype%` like native ones.

import { create, defineProperties, get, getPrototypeOf } from './intrinsics.ts'

export interface Kind {
  /** `%GeneratorFunction.prototype%`, or its async brother. */
  readonly functionPrototype: object
  /**
   * What the `prototype` of a compiled generator function inherits from, where a native one inherits from
   * `%GeneratorPrototype%`. That has methods that take native generators only, and hiding them somewhere else would be
   * seen more: own properties of `prototype`, or native methods replaced for everybody.
   */
  readonly prototype: object
  /** The prototype of a generator whose function has `given` as its `prototype`. */
  readonly prototypeFrom: (given: unknown) => object
  /** Gives a generator methods of its own where `next` would be that of native ones. */
  readonly complete: (made: object) => object
}

type Methods = Readonly<Record<'next' | 'return' | 'throw', (this: unknown, value: unknown) => unknown>>

/** The kind whose native functions inherit from `functionPrototype`; `methods` are those of its generators. */
export function makeKind(tag: string, functionPrototype: object, methods: Methods): Kind {
  const nativePrototype: object = get(functionPrototype, 'prototype')
  const prototype: object = create(nativePrototype)
  const hidden = Object.fromEntries(
    Object.entries(methods).map(([name, value]) => [name, { value, writable: true, configurable: true }]),
  )
  defineProperties(prototype, {
    ...hidden,
    constructor: { value: functionPrototype, configurable: true },
    [Symbol.toStringTag]: { value: tag, configurable: true },
  })
  return {
    functionPrototype,
    prototype,
    prototypeFrom(given) {
      const isObject = (typeof given === 'object' && given !== null) || typeof given === 'function'
      return isObject ? given : nativePrototype
    },
    complete(made) {
      for (let at = getPrototypeOf(made) as object | null; at !== null; at = getPrototypeOf(at)) {
        if (at === prototype) break
        if (at === nativePrototype) return defineProperties(made, hidden)
      }
      return made
    },
  }
}
