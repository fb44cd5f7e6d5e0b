// Of what every kind of value consists, told to a listener (listener.ts). One place for all who look into a
// suspended computation without copying it.
//
// Law: two objects about which the same is told, each part of the one standing for that part of the other,
// cannot be told apart by a program that reaches them through these parts only. So order counts: of the keys
// of an object, of the entries of a Map or Set.
//
// What clones share, functions of modules and native objects, has no anatomy: it is what it is.

import { baseOf, isImmutableNative, isNamespace } from './builtins.ts'
import { AsyncCursor } from './async-generator.ts'
import { classOf, closureOf, isClass, isScope, secretsOf } from './closure.ts'
import type { Scope } from './closure.ts'
import { anyCursorOf } from './cursors.ts'
import { generatorRunning } from './errors.ts'
import type { Frame } from './frame.ts'
import { makerOf, PENDING } from './function.ts'
import type { Maker } from './function.ts'
import { isImmutableClass } from './immutable.ts'
import type { Listener } from './listener.ts'
import { atFirst, isMethodAgain, isOwnOfFunctions, keysOfClass } from './made-again.ts'
import { describe as describeMapped, isMapped, ownerOf } from './mapped.ts'
import { hidesState } from './private.ts'
import { dataKeys, isDense } from './properties.ts'
import { builderOf } from './registry.ts'
import { isMarked } from './share.ts'
import { Standing } from './standing.ts'
import { isArguments, isModuleNamespace } from './tag.ts'
import { isCollection, isKeyed, opinionOf } from './value.ts'

/** Tells of what a value consists. */
export type Anatomy = (value: never, to: Listener) => void

/** It counts as itself. */
export const ITSELF = 'itself'
/** It says itself what it equals (value.ts). */
export const VALUE = 'value'

/** How an object is looked at. */
export function anatomyOf(value: object): Anatomy | typeof ITSELF | typeof VALUE {
  if (isMarked(value)) return ITSELF
  if (typeof value === 'function') return anatomyOfFunction(value)
  const prototype: object | null = Object.getPrototypeOf(value)
  if (prototype === Array.prototype && Array.isArray(value)) return describeArray
  if (prototype === Object.prototype) return anatomyOfPlain(value)
  if (prototype === null) return isModuleNamespace(value) ? ITSELF : describeBare
  if (isImmutableClass(prototype)) return anatomyOfImmutable(value, prototype)
  if (isScope(value)) return describeScope
  if (isMapped(value)) return describeMapped
  if (value instanceof Standing) return describeStanding
  if (anyCursorOf(value) !== undefined) return describeGenerator
  if (baseOf(prototype) !== undefined) return describeBuiltIn
  if (isNamespace(value) || isImmutableNative(value, prototype)) return ITSELF
  if (ownClassOf(value) !== null) return describeClassPrototype
  return hidesState(prototype) ? ITSELF : describeInstance
}

function anatomyOfPlain(value: object): Anatomy | typeof ITSELF {
  if (isNamespace(value)) return ITSELF
  return ownClassOf(value) === null ? describePlain : describeClassPrototype
}

/** Of what an object consists, also where it would say itself what it equals; null where it is only itself. */
export function structureOf(value: object): Anatomy | null {
  const anatomy = anatomyOf(value)
  if (anatomy === ITSELF) return null
  if (anatomy !== VALUE) return anatomy
  const prototype: object = Object.getPrototypeOf(value)
  if (isCollection(value)) return describeCollection
  return hidesState(prototype) ? null : describeInstance
}

/** Tells of all frames of a stack, the one that runs next first. */
export function describeStack(stack: Frame | null, to: Listener): void {
  for (let frame = stack; frame !== null; frame = frame.$parent) frame.$describe(frame, to)
  to.fact('bottom')
}

function anatomyOfFunction(fn: Function): Anatomy | typeof ITSELF {
  if (closureOf(fn) !== undefined || builderOf(fn) !== undefined) return describeFunction
  // The step of a generator function that stands alone is the same for all that were made of it.
  return (makerOf(fn)?.code.step ?? null) === null ? ITSELF : describeFunction
}

function anatomyOfImmutable(value: object, prototype: object): Anatomy | typeof ITSELF | typeof VALUE {
  const opinion = opinionOf(value)
  if (opinion === 'value' || opinion === 'itself') return opinion
  if (opinion === 'collection') return describeCollection
  return hidesState(prototype) ? ITSELF : describeInstance
}

function describeArray(value: readonly unknown[], to: Listener): void {
  if (!Object.isExtensible(value) || !isDense(value)) {
    to.fact('sparse')
    to.fact(value.length)
    return describeProperties(value, to)
  }
  to.fact('array')
  to.fact(value.length)
  for (let i = 0; i < value.length; i++) to.part(value[i])
}

function describePlain(value: Readonly<Record<string, unknown>>, to: Listener): void {
  const keys = Object.isExtensible(value) ? dataKeys(value) : null
  if (keys !== null) {
    to.fact('object')
    to.fact(keys.length)
    for (let i = 0; i < keys.length; i++) {
      to.fact(keys[i]!)
      to.part(value[keys[i]!])
    }
    return
  }
  if (isArguments(value)) {
    const owner = ownerOf(value)
    to.fact('arguments')
    to.fact(owner !== undefined)
    if (owner !== undefined) return to.part(owner)
    return describeProperties(value, to, (key) => key === 'callee')
  }
  to.fact('plain')
  describeProperties(value, to)
}

function describeBare(value: object, to: Listener): void {
  to.fact('bare')
  describeProperties(value, to)
}

function describeScope(scope: Scope, to: Listener): void {
  const names = Object.keys(scope)
  to.fact('scope')
  to.fact(scope.$constant)
  to.fact(names.length)
  for (const name of names) {
    to.fact(name)
    if (name === 'this') to.common(scope[name])
    else to.part(scope[name])
  }
}

function describeStanding(standing: Standing, to: Listener): void {
  standing.describe(to)
}

function describeGenerator(generator: object, to: Listener): void {
  const cursor = anyCursorOf(generator)!
  const { running, stack, maker } = cursor
  if (running || (cursor instanceof AsyncCursor && cursor.busy)) throw generatorRunning()
  const prototype: object = Object.getPrototypeOf(generator)
  to.fact('generator')
  to.part(maker.fn)
  to.fact(prototype === maker.prototype)
  if (prototype !== maker.prototype) to.prototype(prototype)
  describeProperties(generator, to)
  to.fact(stack === null)
  if (stack !== null) describeStack(stack, to)
}

function describeBuiltIn(value: object, to: Listener): void {
  const prototype: object = Object.getPrototypeOf(value)
  const kind = baseOf(prototype)!
  try {
    kind.describe(value as never, to)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    // It only looks like one.
    to.fact('impostor')
    return to.common(value)
  }
  describeClass(prototype, to)
  describeProperties(value, to, (key) => (kind.hasTold ?? kind.hasMade)?.(key) === true)
}

/** Of Immutable.js, in its order. */
function describeCollection(collection: object, to: Listener): void {
  const keyed = isKeyed(collection)
  const elements = [...(collection as Iterable<unknown>)]
  to.fact('collection')
  to.prototype(Object.getPrototypeOf(collection) as object)
  to.fact(elements.length)
  for (const element of elements) {
    if (keyed) for (const each of element as readonly unknown[]) to.part(each)
    else to.part(element)
  }
}

function describeInstance(value: object, to: Listener): void {
  to.fact('instance')
  describeClass(Object.getPrototypeOf(value) as object, to)
  describeProperties(value, to)
}

/** A class that a generator declares is another one in each clone, and so are its instances. */
function describeClass(prototype: object, to: Listener): void {
  const own = ownClassOf(prototype)
  to.fact(own !== null)
  if (own === null) to.prototype(prototype)
  else to.part(own)
}

/** The class that a generator declared and that has `value` as its prototype. */
function ownClassOf(value: object): Function | null {
  const constructor = classOf(value)
  return constructor !== null && closureOf(constructor) !== undefined ? constructor : null
}

function describeClassPrototype(prototype: object, to: Listener): void {
  to.fact('class prototype')
  to.part(classOf(prototype))
}

/** A function that is made again from its place in the source and from what it captured. */
function describeFunction(fn: Function, to: Listener): void {
  const closure = closureOf(fn)
  const maker = makerOf(fn)
  const build = closure?.build ?? builderOf(fn)
  const parts = closure?.parts ?? []
  to.fact(closure !== undefined ? 'closure' : build !== undefined ? 'made' : 'declared')
  to.code(build ?? maker!.code)
  to.fact(parts.length)
  for (const part of parts) to.part(part)
  const home = maker?.home
  to.fact(home === undefined ? 'no home' : home === PENDING ? 'pending home' : 'home')
  if (home !== undefined && home !== PENDING) to.part(home)
  const secrets = Object.entries(secretsOf(fn) ?? {})
  to.fact(secrets.length)
  for (const [name, value] of secrets) {
    to.fact(name)
    to.part(value)
  }
  if (closure !== undefined && isClass(fn)) {
    to.fact('class')
    const first = atFirst(fn)
    describeMadeAgain(fn.prototype as object, first.prototype as object, to)
    return describeMadeAgain(fn, first, to)
  }
  describePrototype(fn, maker, to)
  // A class makes its static methods itself.
  describeProperties(fn, to, (key, property) => isOwnOfFunctions(key) || isMethod(property))
}

/** Of a class, or the prototype of one, what has become of it since it was as `first`. */
function describeMadeAgain(value: object, first: object, to: Listener): void {
  const keys = keysOfClass(value)
  to.fact(lockOf(value))
  to.fact(keys.length)
  for (const key of keys) to.part(key)
  for (const key of keys) {
    const property = Object.getOwnPropertyDescriptor(value, key)!
    const isMade = isMethodAgain(property, Object.getOwnPropertyDescriptor(first, key))
    to.fact(isMade)
    if (isMade) to.fact(attributesOf(property))
    else describeProperty(property, to)
  }
}

function isMethod(property: PropertyDescriptor): boolean {
  return property.enumerable === false && (typeof property.value === 'function' || !('value' in property))
}

/** Only what somebody has put there: everything else comes with the function. */
function describePrototype(fn: Function, maker: Maker | undefined, to: Listener): void {
  const property = Object.getOwnPropertyDescriptor(fn, 'prototype')
  const prototype: unknown = property?.value
  const isObject = typeof prototype === 'object' && prototype !== null
  const isFirst = maker === undefined || prototype === maker.prototype
  if (property !== undefined && (!isObject || !isFirst)) {
    to.fact('other prototype')
    return to.part(prototype)
  }
  to.fact(isObject ? 'own prototype' : 'no prototype')
  if (isObject) describeProperties(prototype, to, (_, { enumerable }) => enumerable === false)
}

const ATTRIBUTES = ['writable', 'enumerable', 'configurable'] as const

/** How far an object is closed to changes, and its own properties with their attributes. */
function describeProperties(
  value: object,
  to: Listener,
  except?: (key: PropertyKey, property: PropertyDescriptor) => boolean,
): void {
  to.fact(lockOf(value))
  const keys = Reflect.ownKeys(value).filter(
    (key) => except?.(key, Object.getOwnPropertyDescriptor(value, key)!) !== true,
  )
  to.fact(keys.length)
  for (const key of keys) {
    const property = Object.getOwnPropertyDescriptor(value, key)!
    to.part(key)
    describeProperty(property, to)
  }
}

function describeProperty(property: PropertyDescriptor, to: Listener): void {
  to.fact(attributesOf(property))
  to.fact('value' in property)
  if ('value' in property) to.part(property.value)
  else {
    to.part(property.get)
    to.part(property.set)
  }
}

function attributesOf(property: PropertyDescriptor): number {
  return ATTRIBUTES.reduce((bits, name, i) => bits + (property[name] === true ? 1 << i : 0), 0)
}

function lockOf(value: object): string {
  if (Object.isExtensible(value)) return 'open'
  return Object.isFrozen(value) ? 'frozen' : Object.isSealed(value) ? 'sealed' : 'closed'
}
