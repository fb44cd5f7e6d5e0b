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
import { closureAgain, closureOf, isScope, secretsOf, UNINITIALISED } from './closure.ts'
import type { Scope } from './closure.ts'
import { anyCursorOf } from './cursors.ts'
import { generatorRunning } from './errors.ts'
import { CLEAN, DIRTY, PROVEN, UNKNOWN } from './frame.ts'
import type { CopyValue, Frame } from './frame.ts'
import { isDeeplyFrozen } from './frozen.ts'
import { Maker, makerOf } from './function.ts'
import { Cursor, makeGenerator } from './generator.ts'
import type { MadeBy } from './generator.ts'
import {
  ARGUMENTS,
  BUILT_IN,
  DATA,
  ELEMENTS,
  FUNCTION,
  GENERATOR,
  Graph,
  MAPPED,
  NOTHING,
  PROPERTIES,
  VARIABLES,
} from './graph.ts'
import { isImmutableClass, isOfLastImmutableClass } from './immutable.ts'
import { argumentsOf, fill as fillMapped, isMapped, ownerOf, renew } from './mapped.ts'
import type { Mapped } from './mapped.ts'
import { ISOLATE, LEAVING } from './policy.ts'
import type { CopyPart, Policy, Treatment } from './policy.ts'
import { Position } from './position.ts'
import { isPrimitive } from './primitive.ts'
import { hidesState } from './private.ts'
import { copyProperties, dataKeys, isDense, lockLike } from './properties.ts'
import { explainedAlone } from './refusal.ts'
import { acquiredAs, Hold, letGo } from './resource.ts'
import type { Acquired } from './resource.ts'
import { isMarked } from './share.ts'
import { Standing } from './standing.ts'
import { Uncopyable } from './uncopyable.ts'

/** A value says how it is copied: `[Symbol.for('multishot.clone')](copy)` returns the copy. */
export const CLONE: unique symbol = Symbol.for('multishot.clone') as never

/** The copy that is under way. */
interface Undertaking {
  readonly graph: Graph
  readonly policy: Policy
  /** The value whose own method or policy function is at work, innermost last. */
  readonly asked: object[]
  /** Positions that can be found only when what they stand in is filled. */
  readonly unsettled: Position[]
  readonly wanted: number[] | null
  readonly resources: Resources | null
}

/** The resources that a copy has got: duplicates, and holds of them and of others. */
interface Resources {
  readonly twins: Acquired[]
  readonly holds: Hold[]
}

let graph = new Graph()
let policy = ISOLATE
let asked: object[] = []
let unsettled: Position[] = []
/** What must be filled before user code goes on; null while no such code waits. */
let wanted: number[] | null = null
let resources: Resources | null = null
/** Counts what was copied, so that a caller can tell whether anything was. */
let copies = 0

/** Begins a copy of its own and returns the one that was under way: a user's clone method may start another. */
export function beginCopy(by: Policy): Undertaking {
  const outer = { graph, policy, asked, unsettled, wanted, resources }
  graph = new Graph()
  policy = by
  asked = []
  unsettled = []
  wanted = null
  resources = null
  return outer
}

export function endCopy(outer: Undertaking): void {
  ;({ graph, policy, asked, unsettled, wanted, resources } = outer)
}

/** Gives back the resources of a copy that will not be completed. */
export function giveUpCopy(): void {
  if (resources === null) return
  const { twins, holds } = resources
  letGo(holds)
  for (const twin of twins) if (twin.isOpen) twin.close()
}

/**
 * Leaves the variables of the functions around `maker` shared in the copy that is under way: they are
 * no part of its frames (design, section 2).
 */
export function shareEnclosing(maker: MadeBy): void {
  const enclosing = closureOf(maker.fn)
  if (enclosing === undefined) return
  for (const scope of enclosing.parts as Scope[]) if (graph.find(scope) < 0) graph.add(scope, scope, NOTHING)
}

/**
 * The copy of a stack of its own, or the stack itself when nobody changes anything in it: then `$clean` remembers it.
 *
 * What the compiler has proved is shared only if all of the stack is, and copied with the rest where one slot has to
 * be: a proven slot and another may name one object.
 */
export function copyStack(stack: Frame): Frame {
  return isShareable(stack) ? stack : copyFrames(stack)
}

/** Whether forks share the stack, asked from the bottom up: a frame knows of its parents what they know of themselves. */
export function isShareable(stack: Frame): boolean {
  if (isClean(stack)) return true
  const unknown: Frame[] = []
  for (let frame: Frame | null = stack; frame !== null && frame.$clean === UNKNOWN; frame = frame.$parent)
    unknown.push(frame)
  for (let i = unknown.length - 1; i >= 0; i--) if (!isClean(unknown[i]!)) return false
  return unknown.length > 0
}

/** The copy of a stack that is copied together with other things. */
function copyFrames(stack: Frame): Frame {
  if (isKnownClean(stack)) return stack
  if (stack.$parent === null || isKnownClean(stack.$parent)) return copyAbove(stack, stack.$parent)
  const frames: Frame[] = []
  let below: Frame | null = stack
  while (below !== null && !isKnownClean(below)) {
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

function isKnownClean(stack: Frame): boolean {
  return stack.$clean === CLEAN || stack.$clean === policy.clean
}

/** Whether forks are known to share the stack, or its top frame is easily seen to allow it and the rest is known. */
export function isClean(stack: Frame): boolean {
  const known = stack.$clean
  if (known !== UNKNOWN) return known % 2 === 1
  const below = stack.$parent === null ? CLEAN : stack.$parent.$clean
  if (below % 2 === 0 || !stack.$probe(stack, isShared)) return false
  stack.$clean = stack.$proven ? PROVEN : below
  return true
}

/**
 * The copy of a frame above its copied parent; the frame itself if nothing changed. It is known to be clean
 * from then on only where all below is, because what stands below a clean frame is never asked again.
 */
function copyAbove(frame: Frame, parent: Frame | null): Frame {
  if (isClean(frame) && frame.$clean === CLEAN) return frame
  const before = copies
  const copied = frame.$copy(frame, copyValue, parent)
  if (copied === frame) return frame
  if (copies === before && parent === frame.$parent) {
    if (parent === null || isKnownClean(parent)) frame.$clean = policy.clean
    return frame
  }
  if (frame.$clean !== PROVEN) frame.$clean = DIRTY
  return copied
}

/** Whether the function closes over variables of no generator: then it is everybody's, with the variables around it. */
function isFree(maker: Maker): boolean {
  return closureOf(maker.fn) === undefined
}

/** Whether a look at the value is enough to know that clones share it. */
export function isShared(value: unknown): boolean {
  if (typeof value === 'object')
    return value === null || isOfLastImmutableClass(value) || (value instanceof Maker && isFree(value))
  return typeof value === 'function' ? closureOf(value) === undefined : true
}

/** The copy of one value within the copy that is under way; perhaps not yet filled. */
export const copyValue: CopyValue = <T>(value: T): T => {
  if (typeof value === 'object') return value === null ? value : (copyObject(value) as T)
  return typeof value === 'function' ? (copyFunction(value) as T) : value
}

/** The copy of a part of a value that says itself how it is copied: filled, because user code may look into it. */
const copyWhole: CopyPart = Object.assign(
  <T>(part: T): T => {
    const outer = wanted
    wanted = []
    try {
      const copy = copyValue(part)
      for (let place = wanted.pop(); place !== undefined; place = wanted.pop()) fillAt(place)
      return copy
    } finally {
      wanted = outer
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
  if (copy !== source) copies++
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
  resources ??= { twins: [], holds: [] }
  const twin = open.dup()
  resources.twins.push(twin)
  return start(source, twin.value as object, NOTHING)
}

function isUnchanging(source: object, prototype: object): boolean {
  return isImmutableClass(prototype) || isImmutableNative(source, prototype)
}

/** What is part of the frames, not of the data: no policy has a say in it. */
function isOwnState(value: object): boolean {
  return (
    isScope(value) ||
    isMapped(value) ||
    ownerOf(value) !== undefined ||
    value instanceof Standing ||
    value instanceof Maker ||
    anyCursorOf(value) !== undefined
  )
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

/** Registers `copy` for `source` before its parts are copied, so that cycles close. */
function start<T extends object>(source: object, copy: T, fill: number): T {
  copies++
  const place = graph.add(source, copy, fill)
  wanted?.push(place)
  return copy
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
  if (copy === source) graph.kept++
  else copies++
  return copy
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
  const tag = Object.prototype.toString.call(source)
  if (tag === '[object Arguments]') return copyArguments(source as IArguments)
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
  return start(source, Reflect.apply(takeArguments, undefined, new Array(source.length)), ARGUMENTS) as object
}

function takeArguments(): IArguments {
  return arguments
}

function copyBare(source: object): object {
  if (!Object.isExtensible(source)) {
    if (isDeeplyFrozen(source)) return source
    // A module's namespace: the variables of modules are shared.
    if (Object.prototype.toString.call(source) === '[object Module]') return source
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
  if (source instanceof Maker) {
    const fn = copyFunction(source.fn)
    return fn === source.fn ? source : makerOf(fn)!
  }
  const cursor = anyCursorOf(source)
  if (cursor !== undefined) return copyGenerator(source, cursor)
  const method: unknown = Reflect.get(source, CLONE)
  if (typeof method === 'function') return ask(source, method, source)
  const kind = builtInWith(prototype)
  if (kind !== undefined) return copyBuiltIn(source, prototype, kind)
  if (isNamespace(source) || isImmutableNative(source, prototype)) return source
  throw new Uncopyable(source)
}

/** Parts of an iteration that are the clone's own. */
function copyStanding(source: Standing): object {
  const copy = source.copy(copyValue, policy === ISOLATE ? copyApart : apartUnder(policy))
  if (copy === source) return source
  if (copy instanceof Position) unsettled.push(copy)
  if (copy instanceof Hold) (resources ??= { twins: [], holds: [] }).holds.push(copy)
  return start(source, copy, NOTHING)
}

/** Copies single values later, as this copy copies its own. */
function apartUnder(by: Policy): CopyValue {
  return <T>(value: T): T => {
    if (isPrimitive(value)) return value
    const outer = beginCopy(by)
    try {
      const copy = copyValue(value)
      fillCopies()
      return copy
    } catch (error) {
      giveUpCopy()
      throw explainedAlone(error, '$element')
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
  const constructor: unknown = Object.getOwnPropertyDescriptor(prototype, 'constructor')?.value
  if (typeof constructor !== 'function' || constructor.prototype !== prototype) return prototype
  // That of an ordinary function is a value like any other, which the function's copy keeps.
  if (Object.getOwnPropertyDescriptor(constructor, 'prototype')!.writable === true) return prototype
  return copyFunction(constructor).prototype as object
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
  if (source.$constant && isCleanScope(source, new Set())) return source
  return start(source, Object.create(Object.getPrototypeOf(source)) as Scope, VARIABLES)
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
  return (prototype !== null && isImmutableClass(prototype)) || isMarked(value) || isDeeplyFrozen(value)
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
  return start(source, copy, FUNCTION) as T
}

/** What the copy that is under way has met. */
export function metSoFar(): Graph {
  return graph
}

/** Fills what has been met and what is met on the way. */
export function fillCopies(): void {
  while (graph.filled < graph.sources.length) fillAt(graph.filled++)
  // An iteration can be found again only in a collection that is complete.
  for (let position = unsettled.pop(); position !== undefined; position = unsettled.pop()) position.settle()
  const orphan = resources?.twins.find((twin) => twin.holders === 0)
  if (orphan !== undefined) throw new Uncopyable(orphan, 'elsewhere')
}

function fillAt(place: number): void {
  const source = graph.sources[place]!
  const copy = graph.copies[place]!
  const fill = graph.fills[place]!
  if (fill <= NOTHING) return
  graph.fills[place] = -fill
  switch (fill) {
    case ELEMENTS:
      return fillElements(copy as unknown[])
    case DATA:
      return fillData(copy as Record<string, unknown>)
    case PROPERTIES:
      copyProperties(source, copy, copyValue)
      return lockLike(source, copy)
    case ARGUMENTS:
      return copyProperties(source, copy, copyValue, (key) => key === 'callee')
    case MAPPED:
      fillMapped(source as Mapped, copy as Mapped, copyValue)
      return lockLike(argumentsOf(source as Mapped), argumentsOf(copy as Mapped))
    case VARIABLES:
      return fillVariables(source as Scope, copy as Scope)
    case FUNCTION:
      return fillFunction(source as Function, copy as Function)
    case GENERATOR: {
      const { stack } = anyCursorOf(source)!
      if (stack !== null) anyCursorOf(copy)!.stack = copyFrames(stack)
      return copyProperties(source, copy, copyValue)
    }
    case BUILT_IN:
      return fillBuiltIn(source, copy)
    default:
      throw new Error('invariant: every copy says how it is filled')
  }
}

function fillElements(copy: unknown[]): void {
  for (let i = 0; i < copy.length; i++) {
    const element = copy[i]
    if ((typeof element === 'object' && element !== null) || typeof element === 'function')
      copy[i] = copyValue(element)
  }
}

function fillData(copy: Record<string, unknown>): void {
  for (const key in copy) {
    const value = copy[key]
    if (
      ((typeof value === 'object' && value !== null) || typeof value === 'function') &&
      Object.hasOwn(copy, key)
    )
      copy[key] = copyValue(value)
  }
}

function fillVariables(source: Scope, copy: Scope): void {
  for (const name of Object.keys(source))
    copy[name] = name === 'this' ? source[name] : copyValue(source[name])
}

function fillBuiltIn(source: object, copy: object): void {
  const kind = baseOf(Object.getPrototypeOf(source) as object)!
  kind.fill?.(source as never, copy as never, copyValue)
  copyProperties(source, copy, copyValue, (key) => kind.hasMade?.(key) === true)
  lockLike(source, copy)
}

const ownOfFunctions = new Set<PropertyKey>(['length', 'prototype', 'arguments', 'caller'])

function fillFunction(source: Function, copy: Function): void {
  const fields = secretsOf(source)
  if (fields !== undefined)
    for (const name of Object.keys(fields)) secretsOf(copy)![name] = copyValue(fields[name])
  const maker = makerOf(source)
  if (maker?.home !== undefined) makerOf(copy)!.home = copyValue(maker.home)
  // Static methods of a class were made again with it, over the scopes of the clone. The name is not the
  // builder's when it came from a computed key.
  copyProperties(source, copy, copyValue, (key, property) => {
    if (ownOfFunctions.has(key)) return true
    return isMethod(property) && isMethod(Object.getOwnPropertyDescriptor(copy, key))
  })
}

function isMethod(property: PropertyDescriptor | undefined): boolean {
  return property !== undefined && (typeof property.value === 'function' || !('value' in property))
}
