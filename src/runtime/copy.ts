// Isolation: the private copy of everything mutable that a stack can reach. One copy at a time is
// under way; what it has copied already is found in `seen`, so aliases and cycles keep their shape
// across the whole stack.
//
// Law: after a copy, no write through one side can be seen through the other (design, section 2).
// Values that cannot change are returned as they are, and `copies` tells whether anything was copied.

import { closureAgain, closureOf, isScope, secretsOf, UNINITIALISED } from './closure.ts'
import type { Scope } from './closure.ts'
import { generatorRunning } from './errors.ts'
import { CLEAN, DIRTY } from './frame.ts'
import type { CopyValue, Frame } from './frame.ts'
import { isDeeplyFrozen } from './frozen.ts'
import { Maker, makerOf } from './function.ts'
import { Cursor, cursorOf, makeGenerator } from './generator.ts'
import type { MadeBy } from './generator.ts'
import { isImmutableClass, isOfLastImmutableClass } from './immutable.ts'
import { argumentsOf, fill, isMapped, ownerOf, renew } from './mapped.ts'
import type { Mapped } from './mapped.ts'
import { Standing } from './position.ts'
import { explain, Uncopyable } from './refusal.ts'
import { Seen } from './seen.ts'

/** A value says how it is copied: `[Symbol.for('multishot.clone')](copy)` returns the copy. */
export const CLONE: unique symbol = Symbol.for('multishot.clone') as never

/** What this copy has made; null until it has made something, because most copies make nothing. */
let seen: Seen | null = null
/** Counts what was copied, so that a caller can tell whether anything was. */
let copies = 0

/** Begins a copy of its own and returns the one that was under way: a user's clone method may start another. */
export function beginCopy(): Seen | null {
  const outer = seen
  seen = null
  return outer
}

export function endCopy(outer: Seen | null): void {
  seen = outer
}

/**
 * Leaves the variables of the functions around `maker` shared in the copy that is under way: they are
 * no part of its frames (design, section 2).
 */
export function shareEnclosing(maker: MadeBy): void {
  const enclosing = closureOf(maker.fn)
  if (enclosing !== undefined)
    for (const scope of enclosing.parts) (seen ??= new Seen()).set(scope as Scope, scope as Scope)
}

/** The copy of a stack, or the stack itself when nothing in it can change: then `$clean` remembers it. */
export function copyStack(stack: Frame): Frame {
  if (stack.$clean === CLEAN) return stack
  if (stack.$parent === null || stack.$parent.$clean === CLEAN) return copyAbove(stack, stack.$parent)
  const frames: Frame[] = []
  let below: Frame | null = stack
  while (below !== null && below.$clean !== CLEAN) {
    frames.push(below)
    below = below.$parent
  }
  // From the bottom up, because a frame is made with its parent.
  let parent: Frame | null = below
  for (let i = frames.length - 1; i >= 0; i--) {
    parent = copyAbove(frames[i]!, parent)
  }
  return parent!
}

/** Whether the stack is known to be clean, or its top frame is easily seen to be and the rest is known. */
export function isClean(stack: Frame): boolean {
  if (stack.$clean === CLEAN) return true
  if (stack.$clean === DIRTY || (stack.$parent !== null && stack.$parent.$clean !== CLEAN)) return false
  if (!stack.$probe(stack, isShared)) return false
  stack.$clean = CLEAN
  return true
}

/**
 * The copy of a frame above its copied parent; the frame itself if nothing changed. It is known to be clean
 * from then on only where all below is, because what stands below a clean frame is never asked again.
 */
function copyAbove(frame: Frame, parent: Frame | null): Frame {
  if (isClean(frame)) return frame
  const before = copies
  const copied = copyFrame(frame, parent)
  if (copied === frame) return frame
  if (copies === before && parent === frame.$parent) {
    if (parent === null || parent.$clean === CLEAN) frame.$clean = CLEAN
    return frame
  }
  frame.$clean = DIRTY
  return copied
}

function copyFrame(frame: Frame, parent: Frame | null): Frame {
  try {
    return frame.$copy(frame, copyValue, parent)
  } catch (error) {
    throw error instanceof Uncopyable ? explain(error.value, frame) : error
  }
}

/** Whether a look at the value is enough to know that clones share it. */
function isShared(value: unknown): boolean {
  if (typeof value === 'object') return value === null || isOfLastImmutableClass(value)
  return typeof value === 'function' ? closureOf(value) === undefined : true
}

/** The copy of one value within the copy that is under way. */
export const copyValue: CopyValue = <T>(value: T): T => {
  if (typeof value === 'object') return value === null ? value : (copyObject(value) as T)
  return typeof value === 'function' ? (copyFunction(value) as T) : value
}

function copyObject(source: object): object {
  if (isOfLastImmutableClass(source)) return source
  const prototype: object | null = Object.getPrototypeOf(source)
  if (prototype !== null && isImmutableClass(prototype)) return source
  const known = seen?.get(source)
  if (known !== undefined) {
    if (known !== source) copies++
    return known
  }
  if (prototype === Array.prototype && Array.isArray(source)) return copyArray(source)
  if (prototype === Object.prototype || prototype === null) return copyPlain(source, prototype)
  return copyOther(source, prototype)
}

/** Registers `copy` for `source` before its parts are copied, so that cycles close. */
function remember<T extends object>(source: object, copy: T): T {
  copies++
  seen ??= new Seen()
  seen.set(source, copy)
  return copy
}

function copyArray(source: unknown[]): unknown[] {
  if (!Object.isExtensible(source) && isDeeplyFrozen(source)) return source
  const { length } = source
  if (!isDense(source)) return copyProperties(source, remember(source, new Array(length)))
  const copy = remember(source, source.slice())
  for (let i = 0; i < length; i++) {
    const element = copy[i]
    if ((typeof element === 'object' && element !== null) || typeof element === 'function')
      copy[i] = copyValue(element)
  }
  return lockLike(source, copy)
}

/** Neither holes nor further properties nor accessors: elements only. */
function isDense(array: readonly unknown[]): boolean {
  const keys = Object.keys(array)
  if (keys.length !== array.length || Object.getOwnPropertySymbols(array).length > 0) return false
  // Indices come first among the keys: as many keys as elements may still be a hole and a property.
  return keys.length === 0 || keys.at(-1) === String(array.length - 1)
}

function takeArguments(): IArguments {
  return arguments
}

/** An `arguments` object over copies of what `source` holds. */
function copyArguments(source: IArguments): object {
  const owner = ownerOf(source)
  if (owner !== undefined) {
    copyObject(owner)
    return seen!.get(source)!
  }
  const copy = Reflect.apply(takeArguments, undefined, new Array(source.length)) as IArguments
  remember(source, copy)
  for (let i = 0; i < source.length; i++) copy[i] = copyValue(source[i])
  return copy
}

function copyPlain(source: object, prototype: object | null): object {
  if (Object.hasOwn(source, 'callee') && Object.prototype.toString.call(source) === '[object Arguments]')
    return copyArguments(source as IArguments)
  if (isScope(source)) return copyScope(source)
  if (!Object.isExtensible(source) && isDeeplyFrozen(source)) return source
  const copy: Record<string, unknown> = remember(source, prototype === null ? Object.create(null) : {})
  return copyData(source, copy) ? lockLike(source, copy) : copyProperties(source, copy)
}

/**
 * Copies an object that is nothing but writable data under string keys, as most are; false at the first
 * sign of anything else. Asking for all own keys at once would cost more than the rest together.
 */
function copyData(source: object, copy: Record<string, unknown>): boolean {
  const keys = Object.keys(source)
  if (Object.getOwnPropertyNames(source).length !== keys.length) return false
  if (Object.getOwnPropertySymbols(source).length > 0) return false
  for (const key of keys) {
    const property = Object.getOwnPropertyDescriptor(source, key)!
    if (property.writable !== true || !property.configurable || key === '__proto__') return false
    copy[key] = copyValue(property.value)
  }
  return true
}

/** Copies the own properties of `source`, accessors and attributes included. */
function copyProperties<T extends object>(source: object, copy: T): T {
  for (const key of Reflect.ownKeys(source)) {
    const property = Object.getOwnPropertyDescriptor(source, key)!
    if ('value' in property) {
      property.value = copyValue(property.value)
      if (property.writable && property.enumerable && property.configurable && key !== '__proto__') {
        ;(copy as Record<PropertyKey, unknown>)[key] = property.value
        continue
      }
    } else {
      property.get = copyValue(property.get)
      property.set = copyValue(property.set)
    }
    Object.defineProperty(copy, key, property)
  }
  return lockLike(source, copy)
}

function lockLike<T extends object>(source: object, copy: T): T {
  if (Object.isExtensible(source)) return copy
  if (Object.isFrozen(source)) return Object.freeze(copy)
  return Object.isSealed(source) ? Object.seal(copy) : Object.preventExtensions(copy)
}

/** Parameters and `arguments` that write each other: the two go together, whichever is met first. */
function copyMapped(source: Mapped): Mapped {
  const copy = remember(source, renew(source))
  const object = argumentsOf(source)
  const target = remember(object, argumentsOf(copy))
  fill(source, copy, copyValue)
  lockLike(object, target)
  return copy
}

const nodeBuffer = Reflect.get(globalThis, 'Buffer') as { readonly prototype: object } | undefined

const nativeViews = new Set<object | null>(
  [Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array]
    .concat([Float64Array, BigInt64Array, BigUint64Array, DataView] as never)
    .map(({ prototype }) => prototype),
)

const nativeErrors = new Set<object | null>(
  [Error, AggregateError, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError].map(
    ({ prototype }) => prototype,
  ),
)

/** Everything that has a class. What nobody says how to copy is refused. */
function copyOther(source: object, prototype: object): object {
  if (isScope(source)) return copyScope(source)
  if (isMapped(source)) return copyMapped(source)
  if (source instanceof Standing) {
    const copy = source.copy(copyValue)
    return copy === source ? source : remember(source, copy)
  }
  if (source instanceof Maker) {
    const fn = copyFunction(source.fn)
    return fn === source.fn ? source : makerOf(fn)!
  }
  const cursor = cursorOf(source)
  if (cursor !== undefined) return copyGenerator(source, cursor)
  const method: unknown = Reflect.get(source, CLONE)
  if (typeof method === 'function') return remember(source, Reflect.apply(method, source, [copyValue]))
  if (prototype === Map.prototype) {
    const copy = remember(source, new Map<unknown, unknown>())
    for (const [key, value] of source as Map<unknown, unknown>) copy.set(copyValue(key), copyValue(value))
    return copyProperties(source, copy)
  }
  if (prototype === Set.prototype) {
    const copy = remember(source, new Set<unknown>())
    for (const value of source as Set<unknown>) copy.add(copyValue(value))
    return copyProperties(source, copy)
  }
  if (prototype === Date.prototype) return copyProperties(source, remember(source, new Date(Number(source))))
  if (prototype === RegExp.prototype) {
    const { source: pattern, flags } = source as RegExp
    return copyProperties(source, remember(source, new RegExp(pattern, flags)))
  }
  if (prototype === ArrayBuffer.prototype && Reflect.get(source, 'resizable') !== true)
    return remember(source, (source as ArrayBuffer).slice(0))
  if (ArrayBuffer.isView(source)) return copyView(source, prototype)
  if (nativeErrors.has(prototype)) {
    const copy = remember(source, new Error())
    for (const key of Reflect.ownKeys(copy)) Reflect.deleteProperty(copy, key)
    return copyProperties(source, Object.setPrototypeOf(copy, prototype))
  }
  throw new Uncopyable(source)
}

/** A typed array or DataView: several views on one buffer stay on one buffer. */
function copyView(source: ArrayBufferView, prototype: object): object {
  // A Buffer of Node.js is a window on a pool that it shares with others: only its own bytes are copied.
  if (prototype === nodeBuffer?.prototype)
    return remember(source, Object.setPrototypeOf(Uint8Array.prototype.slice.call(source), prototype))
  if (!nativeViews.has(prototype)) throw new Uncopyable(source)
  const view = source as Uint8Array | DataView
  const constructor = view.constructor as new (
    buffer: ArrayBufferLike,
    offset: number,
    length: number,
  ) => object
  const length = view instanceof DataView ? view.byteLength : view.length
  const buffer = copyValue(view.buffer)
  return remember(source, new constructor(buffer, view.byteOffset, length))
}

function copyGenerator(source: object, cursor: Cursor): object {
  if (cursor.running) throw generatorRunning()
  const fresh = new Cursor(null, copyValue(cursor.maker))
  const copy = remember(source, makeGenerator(Object.getPrototypeOf(source), fresh))
  if (cursor.stack !== null) fresh.stack = copyStack(cursor.stack)
  return copyProperties(source, copy)
}

function copyScope(source: Scope): Scope {
  if (source.$constant && isCleanScope(source, new Set())) return source
  const copy = remember(source, Object.create(Object.getPrototypeOf(source)) as Scope)
  for (const name of Object.keys(source))
    copy[name] = name === 'this' ? source[name] : copyValue(source[name])
  return copy
}

const cleanScopes = new WeakSet<Scope>()

/**
 * Whether a scope of constants reaches nothing that can change. Recursive functions reach their own
 * scope, so a scope under inspection counts as clean until something speaks against it.
 */
function isCleanScope(scope: Scope, visited: Set<Scope>): boolean {
  if (cleanScopes.has(scope) || visited.has(scope)) return true
  if (!scope.$constant) return false
  visited.add(scope)
  for (const name of Object.keys(scope)) {
    const value = scope[name]
    if (name === 'this') continue
    if (value === UNINITIALISED) return false
    if (typeof value === 'function') {
      if (!isCleanPart(value, visited)) return false
    } else if (typeof value === 'object' && value !== null && !isImmutable(value)) return false
  }
  if (visited.values().next().value === scope) for (const each of visited) cleanScopes.add(each)
  return true
}

function isCleanPart(part: unknown, visited: Set<Scope>): boolean {
  if (typeof part === 'function')
    return closureOf(part)?.parts.every((inner) => isCleanPart(inner, visited)) !== false
  return typeof part !== 'object' || part === null || (isScope(part) && isCleanScope(part, visited))
}

function isImmutable(value: object): boolean {
  const prototype: object | null = Object.getPrototypeOf(value)
  return (
    (prototype !== null && isImmutableClass(prototype)) || (Object.isFrozen(value) && isDeeplyFrozen(value))
  )
}

const ownOfFunctions = new Set<PropertyKey>(['length', 'name', 'prototype', 'arguments', 'caller'])

function copyFunction<T extends Function>(source: T): T {
  const made = closureOf(source)
  if (made === undefined) return source
  const parts = made.parts.map((part) => copyValue(part))
  if (parts.every((part, i) => part === made.parts[i])) return source
  // Copying the parts may have come back to this very function.
  const known = seen?.get(source)
  if (known !== undefined) return known as T
  const copy = closureAgain(made.build, parts)
  remember(source, copy)
  const fields = secretsOf(source)
  if (fields !== undefined)
    for (const name of Object.keys(fields)) secretsOf(copy)![name] = copyValue(fields[name])
  const home = makerOf(source)?.home
  if (home !== undefined) makerOf(copy)!.home = copyValue(home)
  // A name that came from a computed key is not the builder's.
  if (copy.name !== source.name)
    Object.defineProperty(copy, 'name', { value: source.name, configurable: true })
  for (const key of Reflect.ownKeys(source)) {
    if (ownOfFunctions.has(key)) continue
    const property = Object.getOwnPropertyDescriptor(source, key)!
    // Static methods of a class were made again with it, over the scopes of the clone.
    if (isMethod(property) && isMethod(Object.getOwnPropertyDescriptor(copy, key))) continue
    if ('value' in property) property.value = copyValue(property.value)
    Object.defineProperty(copy, key, property)
  }
  const prototype = Object.getOwnPropertyDescriptor(source, 'prototype')
  if (prototype?.writable) Reflect.set(copy, 'prototype', prototype.value)
  return copy as T
}

function isMethod(property: PropertyDescriptor | undefined): boolean {
  return property !== undefined && (typeof property.value === 'function' || !('value' in property))
}
