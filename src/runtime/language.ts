// Operations of ECMAScript that emitted code spells out where a suspension splits an expression, or
// where a variable has moved into a record. Each is named after what the standard does at that place.

import { UNINITIALISED } from './closure.ts'
import {
  constantAssigned,
  noProperties,
  notAFunction,
  notDestructurable,
  readOnly,
  superDeleted,
  uninitialised,
} from './errors.ts'
import { machine } from './machine.ts'
import type { Position } from './position.ts'
import {
  apply as applyTo,
  defineProperty,
  get,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  ownKeys,
  set,
  setPrototypeOf,
  toObject,
} from './intrinsics.ts'

/** The value to assign to a variable whose declaration may not have run: `current` is what it holds. */
export function initialised(value: unknown, current: unknown, name: string): unknown {
  if (current === UNINITIALISED) throw uninitialised(name)
  return value
}

/** The target of an assignment to a constant: reading gives its value, writing throws. */
export function constant(value: unknown, name: string): { value: unknown } {
  return {
    get value() {
      if (value === UNINITIALISED) throw uninitialised(name)
      return value
    },
    set value(_) {
      throw value === UNINITIALISED ? uninitialised(name) : constantAssigned(name)
    },
  }
}

/** `super[key]` of a method whose home object is `home`, for the receiver `self`. */
export function superReference(
  home: object,
  key: PropertyKey,
  self: unknown,
  sloppy?: boolean,
): { value: unknown; readonly method: unknown } {
  const base: object = getPrototypeOf(home)
  return {
    /** The member as a function for `self`, where it stands before `?.(` or a template. */
    get method() {
      const found = get(base, key, self)
      if (found === undefined || found === null) return found
      const text = typeof key === 'string' ? `super.${key}` : 'super[…]'
      return (...args: unknown[]) => apply(found, self, args, text)
    },
    get value() {
      return get(base, key, self)
    },
    set value(value) {
      if (!set(base, key, value, self) && sloppy !== true) throw readOnly(key)
    },
  }
}

/** `delete super[key]`. */
export function deleteSuper(_key: unknown): never {
  throw superDeleted()
}

/** The target of a pattern for a variable whose declaration may not have run. */
export function late(read: () => unknown, write: (value: unknown) => void, name: string): { value: unknown } {
  return {
    get value() {
      return read()
    },
    set value(value) {
      if (read() === UNINITIALISED) throw uninitialised(name)
      write(value)
    },
  }
}

/** The target of an assignment to a function expression's own name: ignored, or refused in strict code. */
export function ownName(value: unknown, name: string, strict: boolean): { value: unknown } {
  return {
    get value() {
      return value
    },
    set value(_) {
      if (strict) throw constantAssigned(name)
    },
  }
}

/** Calls `fn` with a receiver; `text` is how the source spells the callee. */
export function apply(fn: unknown, receiver: unknown, args: readonly unknown[], text: string): unknown {
  if (typeof fn !== 'function') throw notAFunction(text)
  return applyTo(fn, receiver, args)
}

/** ToPropertyKey, after the base has been found to be an object. */
export function key(base: unknown, value: unknown): PropertyKey {
  if (base === undefined || base === null) throw noProperties(base)
  return typeof value === 'symbol' ? value : typeof value === 'string' ? value : toKey(value)
}

function toKey(value: unknown): PropertyKey {
  const primitive = ownKeys({ [value as PropertyKey]: 0 })[0]!
  return primitive
}

/** A function under a computed key, which gives it its name. To be spread into the object literal. */
export function method(name: PropertyKey, fn: Function): object {
  return { [name]: named(name, fn) }
}

/** An anonymous function or class that takes its name from a computed key. */
export function named(name: PropertyKey, fn: Function): Function {
  const own =
    typeof name === 'symbol' ? (name.description === undefined ? '' : `[${name.description}]`) : key({}, name)
  // A static member of that name stays.
  const existing = getOwnPropertyDescriptor(fn, 'name')
  if (existing === undefined || existing.value === '')
    defineProperty(fn, 'name', { value: own, configurable: true })
  return fn
}

/** The getter or setter of an object literal with one accessor. */
export function accessorOf(object: object, name: PropertyKey, kind: 'get' | 'set'): Function {
  return getOwnPropertyDescriptor(object, name)![kind]!
}

/** Adds an accessor to the object literal so far. */
export function accessor(object: object, name: PropertyKey, kind: 'get' | 'set', fn: Function): object {
  return defineProperty(object, name, { [kind]: fn, enumerable: true, configurable: true })
}

/** Adds an accessor under a computed key, which names its function. */
export function accessorAt(
  object: object,
  name: unknown,
  kind: 'get' | 'set',
  make: (name: PropertyKey) => Function,
): object {
  const own = key(object, name)
  return accessor(object, own, kind, make(own))
}

const objectPrototype: unknown = getPrototypeOf({})

/** Goes on with an object literal after an accessor: the properties of `more` are defined on `object`. */
export function merge(object: object, more: object): object {
  const prototype: object | null = getPrototypeOf(more)
  // `__proto__: value`, which stands in a literal once.
  if (prototype !== objectPrototype) setPrototypeOf(object, prototype)
  const names = ownKeys(more)
  for (let i = 0; i < names.length; i++) {
    const name = names[i]!
    const property = getOwnPropertyDescriptor(more, name)!
    // A getter and a setter of one name belong together, so a missing half is not defined.
    if (property.get === undefined) delete property.get
    if (property.set === undefined) delete property.set
    defineProperty(object, name, property)
  }
  return object
}

/** A tag that gives the template object, which is one per place in the source. */
export function strings(template: TemplateStringsArray): TemplateStringsArray {
  return template
}

/** RequireObjectCoercible, for the value of an object pattern. */
export function destructurable(value: unknown): void {
  if (value === undefined || value === null) throw notDestructurable(value)
}

/** The rest of an object pattern: CopyDataProperties without the keys already taken. */
export function rest(value: unknown, taken: readonly PropertyKey[]): object {
  const result: Record<PropertyKey, unknown> = {}
  const source = toObject(value)
  const names = ownKeys(source)
  for (let i = 0; i < names.length; i++) {
    const name = names[i]!
    if (isAmong(name, taken)) continue
    if (getOwnPropertyDescriptor(source, name)?.enumerable)
      defineProperty(result, name, {
        value: get(source, name, value),
        writable: true,
        enumerable: true,
        configurable: true,
      })
  }
  return result
}

function isAmong(name: PropertyKey, taken: readonly PropertyKey[]): boolean {
  for (let i = 0; i < taken.length; i++) {
    const each = taken[i]!
    if (name === (typeof each === 'number' ? `${each}` : each)) return true
  }
  return false
}

/** The next position of an array pattern; null once the iterator has ended. */
export function advance(position: Position | null): Position | null {
  return position === null ? null : position.next()
}

/** The element that advancing left, undefined behind the end. */
export function take(position: Position | null): unknown {
  return position === null ? undefined : machine.value
}

/** All further elements, for the rest of an array pattern. */
export function drain(position: Position | null): unknown[] {
  const elements: unknown[] = []
  for (let at = advance(position); at !== null; at = at.next()) elements[elements.length] = machine.value
  return elements
}

/** Ends an iteration that is left early. */
export function close(position: Position | null, threw: boolean): void {
  if (position !== null) position.close(threw)
}
