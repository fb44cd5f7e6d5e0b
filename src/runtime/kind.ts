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
  /**
   * The prototype of a generator whose function has `given` as its `prototype`. Where that is no object, it is
   * `%GeneratorPrototype%`, of which there are two here: the native one, which programs find above the function, and
   * ours, which they find above the function's first `prototype`.
   */
  readonly prototypeFrom: (given: unknown) => object
  /** Gives a generator methods of its own where `next` would be that of native ones. */
  readonly complete: (made: object) => object
}

type Methods = Readonly<Record<'next' | 'return' | 'throw', (this: unknown, value: unknown) => unknown>>

/**
 * The kind whose native functions inherit from `functionPrototype`; `methods` are those of its generators.
 * `fallback` says which prototype stands for one that is no object: the one that Test262 looks for.
 */
export function makeKind(
  tag: string,
  functionPrototype: object,
  methods: Methods,
  fallback: 'native' | 'own',
): Kind {
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
      if (isObject) return given
      return fallback === 'native' ? nativePrototype : prototype
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
