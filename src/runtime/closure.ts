// Variables that inner functions capture live in scope records, and the functions are made by a
// builder from those records. So a clone can have its own variables, and closures over them can be
// made again over the clone's records, wherever they are reachable.

import { uninitialised } from './errors.ts'
import { makeStamp } from './stamp.ts'
import { apply, create, getOwnPropertyDescriptor, getPrototypeOf } from './intrinsics.ts'

/** The captured variables of one block, by name. `$constant`: none is assigned after its initialiser. */
export interface Scope {
  readonly $constant: boolean
  [variable: string]: unknown
}

/** In the place of a variable whose declaration has not run yet. */
export const UNINITIALISED: unique symbol = Symbol('uninitialised')

/** How a closure was made, so that it can be made again over other records. */
export interface Closure {
  readonly build: (...parts: readonly unknown[]) => Function
  /** Scope records, and of a class its heritage and keys. */
  readonly parts: readonly unknown[]
}

const closures = makeStamp<Closure>()

export function closureOf(fn: object): Closure | undefined {
  return closures.get(fn)
}

/** Makes a closure over `parts` and remembers how. */
export function closure(build: Closure['build'], ...parts: readonly unknown[]): Function {
  const fn = apply(build, undefined, parts)
  closures.set(fn, { build, parts })
  return fn
}

/** Remembers how the method of a class was made (methods.ts). */
export function remember(fn: Function, made: Closure): void {
  closures.set(fn, made)
}

/** Makes a closure again over other parts; a class knows by the last argument that its static code has run. */
export function closureAgain(build: Closure['build'], parts: readonly unknown[]): Function {
  const given: unknown[] = []
  for (let i = 0; i < parts.length; i++) given[i] = parts[i]
  given[parts.length] = true
  const fn = apply(build, undefined, given)
  // A method has been made with its class, which has remembered it.
  if (closures.get(fn) === undefined) closures.set(fn, { build, parts })
  return fn
}

/** Whether `fn` is a class: nobody can give it another prototype. */
export function isClass(fn: Function): boolean {
  return getOwnPropertyDescriptor(fn, 'prototype')?.writable === false
}

/** The class that has `value` as its prototype. That of an ordinary function is a value like any other. */
export function classOf(value: object): Function | null {
  const constructor: unknown = getOwnPropertyDescriptor(value, 'constructor')?.value
  if (typeof constructor !== 'function' || constructor.prototype !== value) return null
  return isClass(constructor) ? constructor : null
}

/** The static private fields of a class, as properties. */
export type Secrets = Record<string, unknown>

const secretsOfClasses = makeStamp<Secrets>()

/** Told by a class that will be made again. */
export function secrets(made: object, fields: Secrets): void {
  secretsOfClasses.set(made, fields)
}

export function secretsOf(made: object): Secrets | undefined {
  return secretsOfClasses.get(made)
}

const scopePrototype = { __proto__: null, $constant: false }
const constantScopePrototype = { __proto__: scopePrototype, $constant: true }

/** Gives the constructor of a scope record its prototype. */
export function scope(constructor: Function, constant: boolean): void {
  constructor.prototype = constant ? constantScopePrototype : scopePrototype
}

/** A scope record, still to be filled. */
export function emptyScope(constant: boolean): Scope {
  return create(constant ? constantScopePrototype : scopePrototype) as Scope
}

export function isScope(value: object): value is Scope {
  const prototype: unknown = getPrototypeOf(value)
  return prototype === scopePrototype || prototype === constantScopePrototype
}

/** Reads a variable that may not be initialised yet. */
export function checked(value: unknown, name: string): unknown {
  if (value === UNINITIALISED) throw uninitialised(name)
  return value
}
