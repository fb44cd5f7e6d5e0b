// Isolation: the private copy of everything mutable that a stack can reach. One copy is under way at a
// time; `graph` holds what it has met, so aliases and cycles keep their shape across the whole stack.
//
// Law: after a copy, no write through one side can be seen through the other (design, section 2).
// Values that cannot change are returned as they are, and `copies` tells whether anything was copied.
//
// A copy is made empty and filled later, in the order in which the objects were met. So `copyValue` may
// give an object that is still empty; `copyWhole`, which user code gets, never does.

import { isStranger } from './assumption.ts'
import { AsyncCursor, makeAsyncGenerator } from './async-generator.ts'
import { baseOf, builtInWith, isImmutableNative, isNamespace } from './builtins.ts'
import type { BuiltIn } from './builtins.ts'
import { isCleanScope, isShareable } from './clean.ts'
import { classOf, closureAgain, closureOf, isClass, isScope } from './closure.ts'
import type { Scope } from './closure.ts'
import { copyFrames } from './copy-frames.ts'
import { anyCursorOf } from './cursors.ts'
import { generatorRunning } from './errors.ts'
import { fillAt } from './fill.ts'
import type { CopyValue, Frame } from './frame.ts'
import { isDeeplyFrozen } from './frozen.ts'
import { Maker, makerOf } from './function.ts'
import { Cursor, makeGenerator } from './generator.ts'
import type { MadeBy } from './generator.ts'
import {
  ARGUMENTS,
  BUILT_IN,
  CLASS_PROTOTYPE,
  DATA,
  ELEMENTS,
  FUNCTION,
  GENERATOR,
  MAPPED,
  NOTHING,
  PROPERTIES,
  VARIABLES,
} from './graph.ts'
import { isImmutableClass, isOfLastImmutableClass } from './immutable.ts'
import { argumentsOf, isMapped, ownerOf, renew } from './mapped.ts'
import type { Mapped } from './mapped.ts'
import { ISOLATE, LEAVING } from './policy.ts'
import type { CopyPart, Policy, Treatment } from './policy.ts'
import { classAround, enclosing } from './methods.ts'
import { Position } from './position.ts'
import { isPrimitive } from './primitive.ts'
import { hidesState } from './private.ts'
import { dataKeys, isDense } from './properties.ts'
import { explainedAlone } from './refusal.ts'
import { acquiredAs, Hold } from './resource.ts'
import type { Acquired } from './resource.ts'
import { isOwnState } from './own-state.ts'
import { isMarked } from './share.ts'
import { Standing } from './standing.ts'
import { isArguments, isModuleNamespace } from './tag.ts'
import { Uncopyable } from './uncopyable.ts'
import {
  acquired,
  asked,
  beginCopy,
  copiedAgain,
  endCopy,
  giveUpCopy,
  graph,
  policy,
  resources,
  start,
  unsettled,
  want,
  wanted,
} from './undertaking.ts'

/** A value says how it is copied: `[Symbol.for('multishot.clone')](copy)` returns the copy. */
export const CLONE: unique symbol = Symbol.for('multishot.clone') as never

/**
 * Leaves the variables of the functions around `maker` shared in the copy that is under way: they are
 * no part of its frames (design, section 2).
 */
export function shareEnclosing(maker: MadeBy): void {
  for (const part of enclosing(maker) as object[]) if (graph.find(part) < 0) graph.add(part, part, NOTHING)
}

/**
 * The copy of a stack of its own, or the stack itself when nobody changes anything in it: then `$clean` remembers it.
 *
 * What the compiler has proved is shared only if all of the stack is, and copied with the rest where one slot has to
 * be: a proven slot and another may name one object.
 */
export function copyStack(stack: Frame): Frame {
  return isShareable(stack) ? stack : copyFrames(stack, copyValue)
}

/** The copy of one value within the copy that is under way; perhaps not yet filled. */
export const copyValue: CopyValue = <T>(value: T): T => {
  if (typeof value === 'object') return value === null ? value : (copyObject(value) as T)
  return typeof value === 'function' ? (copyFunction(value) as T) : value
}

/** The copy of a part of a value that says itself how it is copied: filled, because user code may look into it. */
const copyWhole: CopyPart = Object.assign(
  <T>(part: T): T => {
    const places: number[] = []
    const outer = want(places)
    try {
      const copy = copyValue(part)
      for (let place = places.pop(); place !== undefined; place = places.pop()) fillAt(place, copyValue)
      return copy
    } finally {
      want(outer)
    }
  },
  {
    as<T extends object>(twin: T): T {
      const source = asked.pop()
      if (source === undefined) throw new Error('invariant: `copy.as` is called once, while a value is asked')
      asked.push(source)
      graph.copies[graph.find(source)] = twin
      return twin
    },
  },
)

function copyObject(source: object): object {
  if (isOfLastImmutableClass(source)) return source
  const place = graph.find(source)
  if (place >= 0) return met(source, place)
  const prototype: object | null = Object.getPrototypeOf(source)
  if (policy.treatments !== null || policy.shallow) return copyByPolicy(source, prototype)
  return copyByKind(source, prototype)
}

/** What was met before. What is being asked how it is copied has no copy yet that anybody could be given. */
function met(source: object, place: number): object {
  const copy = graph.copies[place]!
  if (copy === UNFINISHED) throw new Uncopyable(source, 'cycle')
  if (copy !== source) copiedAgain()
  if (graph.fills[place]! > NOTHING) wanted?.push(place)
  return copy
}

const UNFINISHED: object = {}

function copyByKind(source: object, prototype: object | null): object {
  if (isMarked(source)) return source
  const open = acquiredAs(source)
  if (open !== undefined) return copyResource(source, open)
  if (prototype === Array.prototype && Array.isArray(source)) return copyArray(source)
  if (prototype === Object.prototype) return copyPlain(source)
  if (prototype === null) return copyBare(source)
  return isImmutableClass(prototype) ? source : copyOther(source, prototype)
}

function copyByPolicy(source: object, prototype: object | null): object {
  if (
    (prototype !== null && isUnchanging(source, prototype)) ||
    isMarked(source) ||
    isOwnState(source) ||
    acquiredAs(source) !== undefined
  )
    return copyByKind(source, prototype)
  if (policy.shallow || (policy === LEAVING && isStranger(source))) return source
  // An object without a prototype is as plain as any.
  const treatment = policy.treatments!(prototype ?? Object.prototype)
  return treatment === null ? copyByKind(source, prototype) : treat(source, prototype, treatment)
}

/** What a program has opened: the resource says itself what a clone gets. */
function copyResource(source: object, open: Acquired): object {
  const { onFork } = open.resource
  if (onFork === 'share') return source
  if (onFork === 'refuse') throw new Uncopyable(open, 'policy')
  const twin = open.dup()
  acquired().twins.push(twin)
  return start(source, twin.value as object, NOTHING)
}

function isUnchanging(source: object, prototype: object): boolean {
  return isImmutableClass(prototype) || isImmutableNative(source, prototype)
}

function treat(source: object, prototype: object | null, treatment: Treatment): object {
  if (treatment === 'share') return source
  if (treatment === 'refuse') throw new Uncopyable(source, 'policy')
  if (typeof treatment === 'function') return ask(source, treatment as never, undefined)
  return prototype === null || isPlain(prototype)
    ? copyByKind(source, prototype)
    : copyInstance(source, prototype)
}

function isPlain(prototype: object): boolean {
  return prototype === Object.prototype || prototype === Array.prototype
}

/** Has `method` say what the copy of `source` is: its own method, or a function of the policy. */
function ask(source: object, method: Function, receiver: unknown): object {
  const place = graph.add(source, UNFINISHED, NOTHING)
  asked.push(source)
  let copy: unknown
  try {
    copy = Reflect.apply(method, receiver, receiver === undefined ? [source, copyWhole] : [copyWhole])
  } finally {
    asked.pop()
  }
  const twin = graph.copies[place]!
  if (twin !== UNFINISHED && twin !== copy) throw new Uncopyable(source, 'two copies')
  if ((typeof copy !== 'object' || copy === null) && typeof copy !== 'function')
    throw new Uncopyable(source, 'no copy')
  graph.copies[place] = copy
  if (copy === source) {
    graph.kept++
    return copy
  }
  copiedAgain()
  becomeOfClone(copy)
  return copy
}

/** What code of the original's class has made, as an instance of the clone's: unless only that code knows its state. */
function becomeOfClone(copy: object): void {
  const prototype: object | null = Object.getPrototypeOf(copy)
  if (prototype === null || classOf(prototype) === null || hidesState(prototype)) return
  const own = prototypeInClone(prototype)
  if (own !== prototype) Object.setPrototypeOf(copy, own)
}

function copyArray(source: unknown[]): object {
  if (!Object.isExtensible(source)) {
    if (isDeeplyFrozen(source)) return source
    return start(source, new Array(source.length), PROPERTIES)
  }
  return isDense(source)
    ? start(source, source.slice(), ELEMENTS)
    : start(source, new Array(source.length), PROPERTIES)
}

function copyPlain(source: object): object {
  const extensible = Object.isExtensible(source)
  if (!extensible && isDeeplyFrozen(source)) return source
  if (extensible && dataKeys(source) !== null) return start(source, { ...source }, DATA)
  if (classOf(source) !== null) return prototypeInClone(source)
  if (isArguments(source)) return copyArguments(source)
  if (isNamespace(source)) return source
  return start(source, {}, PROPERTIES)
}

/** An `arguments` object whose elements are still to be copied. */
function copyArguments(source: IArguments): object {
  const owner = ownerOf(source)
  if (owner !== undefined) {
    copyObject(owner)
    return graph.copies[graph.find(source)]!
  }
  // Its elements and its length, which a program may have changed, are properties like others.
  return start(source, takeArguments(), ARGUMENTS)
}

function takeArguments(): IArguments {
  return arguments
}

function copyBare(source: object): object {
  if (!Object.isExtensible(source)) {
    if (isDeeplyFrozen(source)) return source
    // A module's namespace: the variables of modules are shared.
    if (isModuleNamespace(source)) return source
  }
  return start(source, Object.create(null), PROPERTIES)
}

/** Parameters and `arguments` that write each other: the two go together, whichever is met first. */
function copyMapped(source: Mapped): object {
  const copy = start(source, renew(source), MAPPED)
  start(argumentsOf(source), argumentsOf(copy), NOTHING)
  return copy
}

/** Everything that has a class. What nobody says how to copy is refused. */
function copyOther(source: object, prototype: object): object {
  if (isScope(source)) return copyScope(source)
  if (isMapped(source)) return copyMapped(source)
  if (source instanceof Standing) return copyStanding(source)
  if (source instanceof Maker) return copyMaker(source)
  const cursor = anyCursorOf(source)
  if (cursor !== undefined) return copyGenerator(source, cursor)
  const method: unknown = Reflect.get(source, CLONE)
  if (typeof method === 'function') return ask(source, method, source)
  const kind = builtInWith(prototype)
  if (kind !== undefined) return copyBuiltIn(source, prototype, kind)
  if (classOf(source) !== null) return prototypeInClone(source)
  if (isNamespace(source) || isImmutableNative(source, prototype)) return source
  throw new Uncopyable(source)
}

function copyMaker(source: Maker): Maker {
  const fn = copyFunction(source.fn)
  if (fn !== source.fn) return makerOf(fn)!
  const owner = classAround(source)
  if (owner !== undefined && copyFunction(owner) !== owner) throw new Uncopyable(source.fn, 'private method')
  return source
}

/** Parts of an iteration that are the clone's own. */
function copyStanding(source: Standing): object {
  const copy = source.copy(copyValue, policy === ISOLATE ? copyApart : apartUnder(policy))
  if (copy === source) return source
  if (copy instanceof Position) unsettled.push(copy)
  if (copy instanceof Hold) acquired().holds.push(copy)
  return start(source, copy, NOTHING)
}

/** Copies single values later, as this copy copies its own; `what` names them where one is refused (errors.ts). */
export function apartUnder(by: Policy, what = '$element'): CopyValue {
  return <T>(value: T): T => {
    if (isPrimitive(value)) return value
    const outer = beginCopy(by)
    try {
      const copy = copyValue(value)
      fillCopies()
      return copy
    } catch (error) {
      giveUpCopy()
      throw explainedAlone(error, what)
    } finally {
      endCopy(outer)
    }
  }
}

/** A copy of a value on its own, as it is now. */
export const copyApart: CopyValue = apartUnder(ISOLATE)

function copyBuiltIn(source: object, prototype: object, kind: BuiltIn): object {
  let copy: object
  try {
    copy = kind.empty(source as never, copyValue)
  } catch (error) {
    if (error instanceof TypeError) throw new Uncopyable(source)
    throw error
  }
  if (Object.getPrototypeOf(copy) !== prototype) Object.setPrototypeOf(copy, prototype)
  return start(source, copy, BUILT_IN)
}

/** An instance of a class whose instances are to be copied: by its properties, and by what its built-in base holds. */
function copyInstance(source: object, prototype: object): object {
  const own = prototypeInClone(prototype)
  const kind = baseOf(prototype)
  if (kind !== undefined) return copyBuiltIn(source, own, kind)
  if (hidesState(prototype)) throw new Uncopyable(source, 'private')
  return start(source, Object.create(own) as object, PROPERTIES)
}

/** A class that a generator declares is another one in each clone, and so are its instances. */
function prototypeInClone(prototype: object): object {
  const constructor = classOf(prototype)
  return constructor === null ? prototype : (copyFunction(constructor).prototype as object)
}

function copyGenerator(source: object, cursor: Cursor): object {
  if (cursor.running) throw generatorRunning()
  const prototype: object = Object.getPrototypeOf(source)
  const maker = copyValue(cursor.maker)
  if (!(cursor instanceof AsyncCursor))
    return start(source, makeGenerator(prototype, new Cursor(null, maker)), GENERATOR)
  if (cursor.busy) throw new Uncopyable(source, 'busy')
  return start(source, makeAsyncGenerator(prototype, new AsyncCursor(null, maker)), GENERATOR)
}

function copyScope(source: Scope): object {
  if (source.$constant && isCleanScope(source)) return source
  return start(source, Object.create(Object.getPrototypeOf(source)) as Scope, VARIABLES)
}

function copyFunction<T extends Function>(source: T): T {
  const made = closureOf(source)
  if (made === undefined || isMarked(source)) return source
  const place = graph.find(source)
  if (place >= 0) return met(source, place) as T
  const parts = made.parts.map((part) => copyValue(part))
  if (parts.every((part, i) => part === made.parts[i])) return source
  const copy = closureAgain(made.build, parts)
  // At once, because a class that extends the copy asks for it.
  const prototype = Object.getOwnPropertyDescriptor(source, 'prototype')
  if (prototype?.writable) Reflect.set(copy, 'prototype', prototype.value)
  const maker = makerOf(source)
  if (maker !== undefined) makerOf(copy)!.prototype = maker.prototype
  start(source, copy, FUNCTION)
  if (isClass(source)) start(source.prototype as object, copy.prototype as object, CLASS_PROTOTYPE)
  return copy as T
}

/** Fills what has been met and what is met on the way. */
export function fillCopies(): void {
  while (graph.filled < graph.sources.length) fillAt(graph.filled++, copyValue)
  // An iteration can be found again only in a collection that is complete.
  for (let position = unsettled.pop(); position !== undefined; position = unsettled.pop()) position.settle()
  const orphan = resources?.twins.find((twin) => twin.holders === 0)
  if (orphan !== undefined) throw new Uncopyable(orphan, 'elsewhere')
}
