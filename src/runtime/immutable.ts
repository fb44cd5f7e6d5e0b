// What can never change and is therefore shared by clones: effects, Immutable.js collections, classes
// that declare themselves immutable, and plain data that is frozen all the way down. The answer is
// needed at every fork, so classes are judged once and the last ones are remembered.

import { Effect } from './effect.ts'

/** A class says `static readonly [Symbol.for('multishot.immutable')] = true`. */
export const IMMUTABLE: unique symbol = Symbol.for('multishot.immutable') as never

const IMMUTABLE_COLLECTION = '@@__IMMUTABLE_ITERABLE__@@'
const IMMUTABLE_RECORD = '@@__IMMUTABLE_RECORD__@@'

/** The prototype found immutable last: most programs have one such class. */
let lastPrototype: object = Effect.prototype
const judged = new WeakMap<object, boolean>()

/** Whether the class of `value` promises that its instances never change. */
export function isImmutableClass(prototype: object): boolean {
  let answer = judged.get(prototype)
  if (answer === undefined) {
    answer = judge(prototype)
    judged.set(prototype, answer)
  }
  if (answer) lastPrototype = prototype
  return answer
}

/**
 * Whether `value` is an instance of the class found immutable last. What extends that class inherits its
 * promise. V8 compiles this to a comparison or two, where asking for the prototype would be a call.
 */
export function isOfLastImmutableClass(value: object): boolean {
  return isPrototypeOf.call(lastPrototype, value)
}

const { isPrototypeOf } = Object.prototype

function judge(prototype: object): boolean {
  if (prototype === Object.prototype || prototype === Array.prototype) return false
  if (prototype instanceof Effect) return true
  const constructor: unknown = Reflect.get(prototype, 'constructor')
  if (typeof constructor === 'function' && Reflect.get(constructor, IMMUTABLE) === true) return true
  return (
    Reflect.get(prototype, IMMUTABLE_COLLECTION) === true || Reflect.get(prototype, IMMUTABLE_RECORD) === true
  )
}
