// The built-ins that the runtime calls while a program runs, as they were when it was loaded. ECMAScript
// defines generators by operations that no program can see, so a program may replace what it likes:
// `Object.defineProperty`, `Reflect.apply`, the iterator of arrays. For the same reason nothing that runs then
// calls a method of an array, a map or a string, spreads an array or takes it apart by a pattern.

export const { apply, construct, deleteProperty, get, ownKeys, set } = Reflect
export const { create, defineProperties, defineProperty, freeze, getOwnPropertyDescriptor } = Object
export const { getPrototypeOf, hasOwn, setPrototypeOf } = Object
export const { isArray } = Array

/** ToObject. */
export const toObject = Object as (value: unknown) => object

const { toString } = Function.prototype

/** The source of a function. */
export function textOf(fn: Function): string {
  return apply(toString as () => string, fn, [])
}

const { split } = String.prototype

/** The parts of a text between separators; an empty text has none. */
export function words(text: string, separator: string): readonly string[] {
  return text === '' ? [] : apply(split as (separator: string) => string[], text, [separator])
}
