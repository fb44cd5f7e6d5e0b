// Values in the sense of Immutable.js: they say themselves what they equal, and which of two equal ones is
// there does not count. They follow its protocol, `equals` and `hashCode`, and promise that they never change.
//
// A collection speaks for what it holds only where that is values all the way down. Immutable.js compares
// everything else by identity and takes 0 for -0, which is not what a program can see.

import { isImmutableClass } from './immutable.ts'

export interface Value {
  equals(other: unknown): boolean
  /** A small integer, the same for equal values. */
  hashCode(): number
}

const COLLECTION = '@@__IMMUTABLE_ITERABLE__@@'
const RECORD = '@@__IMMUTABLE_RECORD__@@'
const LAZY = '@@__IMMUTABLE_SEQ__@@'

/** How a value of an immutable class is looked at. */
export type Opinion = 'value' | 'collection' | 'instance' | 'itself'

const opinions = new WeakMap<object, Opinion>()

/**
 * `'value'`: by its protocol. `'collection'`: by its elements. `'instance'`: by its properties. `'itself'`: it is
 * that very one; so are sequences of Immutable.js that compute their elements, and collections that
 * `asMutable` has opened.
 */
export function opinionOf(value: object): Opinion {
  let opinion = opinions.get(value)
  if (opinion === undefined) {
    opinion = judge(value)
    if (!isOpen(value)) opinions.set(value, opinion)
  }
  return opinion
}

function judge(value: object): Opinion {
  if (isCollection(value)) {
    if (Reflect.get(value, LAZY) === true || isOpen(value)) return 'itself'
    return holdsValues(value) ? 'value' : 'collection'
  }
  return isFunction(value, 'equals') && isFunction(value, 'hashCode') ? 'value' : 'instance'
}

/** A collection or record of Immutable.js, or the prototype of some. */
export function isCollection(value: object): boolean {
  return Reflect.get(value, COLLECTION) === true || Reflect.get(value, RECORD) === true
}

function isOpen(value: object): boolean {
  return Boolean(Reflect.get(value, '__ownerID'))
}

function isFunction(value: object, key: string): boolean {
  return typeof Reflect.get(value, key) === 'function'
}

function holdsValues(collection: object): boolean {
  for (const element of collection as Iterable<unknown>) {
    // Those of keyed collections are pairs made for us.
    if (Array.isArray(element) && isKeyed(collection)) {
      if (!isValue(element[0]) || !isValue(element[1])) return false
    } else if (!isValue(element)) return false
  }
  return true
}

/** Whether iterating gives pairs of key and value. */
export function isKeyed(collection: object): boolean {
  return (
    Reflect.get(collection, '@@__IMMUTABLE_KEYED__@@') === true || Reflect.get(collection, RECORD) === true
  )
}

function isValue(value: unknown): boolean {
  if (typeof value === 'function') return false
  if (typeof value !== 'object' || value === null) return !Object.is(value, -0)
  const prototype: object | null = Object.getPrototypeOf(value)
  return prototype !== null && isImmutableClass(prototype) && opinionOf(value) === 'value'
}
