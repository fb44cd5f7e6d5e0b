// The kinds of objects that hold something which is no property: the entries of a Map, the time of a
// Date, the bytes of a buffer. Each is copied in two steps: `empty` makes a copy without parts, so that
// cycles close, and `fill` copies the parts. `describe` tells what it holds, own properties left out.
//
// Invariant: only the intrinsic methods of a kind are used, never what the value or its class has in
// their place; so a subclass is copied without running its code, and what only looks like a Map is none.

import type { CopyValue } from './frame.ts'
import type { Listener } from './listener.ts'
import { hidesState } from './private.ts'

export interface BuiltIn {
  /** A copy without its parts, of the built-in class. Throws for an object that is not of the kind. */
  empty(source: never, copy: CopyValue): object
  fill?(source: never, target: never, copy: CopyValue): void
  /** Throws a TypeError, before it has told anything, for an object that is not of the kind. */
  describe(source: never, to: Listener): void
  /** Own properties that `describe` has told of. */
  hasTold?(key: PropertyKey): boolean
  /** Own properties that `empty` has made, or that are no more than its contents. */
  hasMade?(key: PropertyKey): boolean
}

const { apply } = Reflect

function getter<T>(prototype: object, name: string): ((of: object) => T) | undefined {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get
  return get && ((of) => apply(get, of, []) as T)
}

const { forEach: mapForEach, set: mapSet } = Map.prototype
const { forEach: setForEach, add: setAdd } = Set.prototype
const { getTime } = Date.prototype
const mapSize = getter<number>(Map.prototype, 'size')!
const setSize = getter<number>(Set.prototype, 'size')!
const patternOf = getter<string>(RegExp.prototype, 'source')!
const flagsOf = getter<string>(RegExp.prototype, 'flags')!
const byteLength = getter<number>(ArrayBuffer.prototype, 'byteLength')!
// Node.js 20 has the first, 21 the second.
const isResizable = getter<boolean>(ArrayBuffer.prototype, 'resizable')
const isDetached = getter<boolean>(ArrayBuffer.prototype, 'detached')

function assertKind(is: boolean): void {
  if (!is) throw new TypeError('it only looks like one')
}

const map: BuiltIn = {
  empty: (source: object) => (mapSize(source), new Map()),
  fill(source: Map<unknown, unknown>, target: Map<unknown, unknown>, copy) {
    const put = (value: unknown, key: unknown): unknown => apply(mapSet, target, [copy(key), copy(value)])
    apply(mapForEach, source, [put])
  },
  describe(source: object, to) {
    const size = mapSize(source)
    to.fact('map')
    to.fact(size)
    const tell = (value: unknown, key: unknown): void => {
      to.part(key)
      to.part(value)
    }
    apply(mapForEach, source, [tell])
  },
}

const set: BuiltIn = {
  empty: (source: object) => (setSize(source), new Set()),
  fill(source: Set<unknown>, target: Set<unknown>, copy) {
    const put = (value: unknown): unknown => apply(setAdd, target, [copy(value)])
    apply(setForEach, source, [put])
  },
  describe(source: object, to) {
    const size = setSize(source)
    to.fact('set')
    to.fact(size)
    apply(setForEach, source, [(value: unknown) => to.part(value)])
  },
}

const date: BuiltIn = {
  empty: (source: Date) => new Date(apply(getTime, source, []) as number),
  describe(source: Date, to) {
    const time: unknown = apply(getTime, source, [])
    to.fact('date')
    to.part(time)
  },
}

const regExp: BuiltIn = {
  empty: (source: RegExp) => new RegExp(patternOf(source), flagsOf(source)),
  describe(source: RegExp, to) {
    const [pattern, flags] = [patternOf(source), flagsOf(source)]
    to.fact('pattern')
    to.fact(pattern)
    to.fact(flags)
  },
}

const error: BuiltIn = {
  empty(source: Error) {
    assertKind(Object.prototype.toString.call(source) === '[object Error]')
    const target = new Error()
    // In V8 the stack is a property, which tells where the error was made: it is copied like the others.
    for (const key of Reflect.ownKeys(target)) Reflect.deleteProperty(target, key)
    return target
  },
  // Newer versions of V8 hide the text of the stack behind an accessor that all errors share.
  describe(source: Error, to) {
    assertKind(Object.prototype.toString.call(source) === '[object Error]')
    const stack: unknown = Object.hasOwn(source, 'stack') ? source.stack : undefined
    to.fact('error')
    to.part(stack)
  },
  hasTold: (key) => key === 'stack',
}

const array: BuiltIn = {
  empty(source: readonly unknown[]) {
    assertKind(Array.isArray(source))
    return new Array(source.length)
  },
  describe(source: readonly unknown[], to) {
    assertKind(Array.isArray(source))
    to.fact('list')
    to.fact(source.length)
  },
}

/** As ES2024 has it. */
interface ResizableBuffer extends ArrayBuffer {
  readonly maxByteLength: number
  resize(length: number): void
}

const ResizableBuffer = ArrayBuffer as unknown as new (
  length: number,
  options?: { readonly maxByteLength: number },
) => ResizableBuffer

const arrayBuffer: BuiltIn = {
  empty(source: ResizableBuffer) {
    const length = byteLength(source)
    const { maxByteLength } = source
    const resizable = isResizable?.(source) === true
    const target = new ResizableBuffer(length, resizable ? { maxByteLength } : undefined)
    if (isDetached?.(source) !== true) new Uint8Array(target).set(new Uint8Array(source))
    return target
  },
  describe(source: ResizableBuffer, to) {
    assertKind(byteLength(source) >= 0)
    to.fact('buffer')
    to.fact(isResizable?.(source) === true ? source.maxByteLength : -1)
    to.bytes(isDetached?.(source) === true ? new Uint8Array() : new Uint8Array(source))
  },
}

/** Boxed primitives; `unbox` throws for everything else. */
function boxed(unbox: () => unknown): BuiltIn {
  return {
    empty: (source: object) => Object(apply(unbox, source, [])) as object,
    describe(source: object, to) {
      const value: unknown = apply(unbox, source, [])
      to.fact('boxed')
      to.part(value)
    },
    hasMade: (key) => unbox === stringValue && typeof key === 'string' && /^(?:\d+|length)$/.test(key),
  }
}
const { valueOf: stringValue } = String.prototype

type View = Uint8Array<ResizableBuffer> | DataView<ResizableBuffer>

/** A typed array or DataView: several views on one buffer stay on one buffer. */
function view(Class: new (buffer: ArrayBuffer, offset: number, length?: number) => object): BuiltIn {
  const isDataView = Class === (DataView as unknown)
  return {
    empty(source: View, copy) {
      const buffer = copy(source.buffer)
      if (followsLength(source)) return new Class(buffer, source.byteOffset)
      return new Class(buffer, source.byteOffset, lengthOf(source))
    },
    describe(source: View, to) {
      assertKind(ArrayBuffer.isView(source))
      to.fact('view')
      to.fact(Class.name)
      to.part(source.buffer)
      to.fact(source.byteOffset)
      to.fact(followsLength(source) ? -1 : lengthOf(source))
    },
    hasMade: (key) => !isDataView && typeof key === 'string' && /^\d+$/.test(key),
  }
}

function lengthOf(view: View): number {
  return view instanceof DataView ? view.byteLength : view.length
}

/**
 * Whether a view on a resizable buffer grows with it. Nothing tells but to try: the buffer is resized and put
 * back, and no code runs in between.
 */
function followsLength(view: View): boolean {
  const { buffer } = view
  if (!(buffer instanceof ArrayBuffer) || isResizable?.(buffer) !== true) return false
  const before = lengthOf(view)
  const bytes = new Uint8Array(buffer.slice(0))
  const unit = view instanceof DataView ? 1 : view.BYTES_PER_ELEMENT
  const grows = buffer.byteLength + unit <= buffer.maxByteLength
  if (!grows && buffer.byteLength < view.byteOffset + unit) return false
  buffer.resize(buffer.byteLength + (grows ? unit : -unit))
  let after = -1
  try {
    after = lengthOf(view)
  } catch {
    // A DataView that its buffer no longer reaches says so by throwing: it has a length of its own.
  }
  buffer.resize(bytes.length)
  new Uint8Array(buffer).set(bytes)
  return after === before + (grows ? 1 : -1)
}

/** A Buffer of Node.js is a window on a pool that it shares with others: only its own bytes are copied. */
const nodeBuffer: BuiltIn = {
  empty: (source: Uint8Array) =>
    Object.setPrototypeOf(Uint8Array.prototype.slice.call(source), Object.getPrototypeOf(source)) as object,
  describe(source: Uint8Array, to) {
    assertKind(ArrayBuffer.isView(source))
    to.fact('window')
    to.bytes(source)
  },
  hasMade: (key) => typeof key === 'string' && /^\d+$/.test(key),
}

const errors = [
  Error,
  AggregateError,
  EvalError,
  RangeError,
  ReferenceError,
  SyntaxError,
  TypeError,
  URIError,
]
const views = [Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array]
const moreViews = [Float32Array, Float64Array, BigInt64Array, BigUint64Array, DataView]

const kinds = new Map<object, BuiltIn>([
  [Map.prototype, map],
  [Set.prototype, set],
  [Date.prototype, date],
  [RegExp.prototype, regExp],
  [Array.prototype, array],
  [ArrayBuffer.prototype, arrayBuffer],
  [Number.prototype, boxed(Number.prototype.valueOf)],
  [String.prototype, boxed(stringValue)],
  [Boolean.prototype, boxed(Boolean.prototype.valueOf)],
  [Symbol.prototype, boxed(Symbol.prototype.valueOf)],
  [BigInt.prototype, boxed(BigInt.prototype.valueOf)],
  ...errors.map(({ prototype }): [object, BuiltIn] => [prototype, error]),
  ...[...views, ...moreViews].map((Class): [object, BuiltIn] => [Class.prototype, view(Class as never)]),
])

for (const [name, kind] of [
  ['Buffer', nodeBuffer],
  ['Float16Array', undefined],
  ['SuppressedError', error],
] as const) {
  const Class = Reflect.get(globalThis, name) as { readonly prototype: object } | undefined
  if (Class !== undefined) kinds.set(Class.prototype, kind ?? view(Class as never))
}

/** `Math` and its like: namespaces, which everybody shares. */
const namespaces = new Set<unknown>([Math, JSON, Reflect, Atomics, Intl, globalThis])
for (const name of ['WebAssembly', 'Temporal', 'console']) namespaces.add(Reflect.get(globalThis, name))

export function isNamespace(value: object): boolean {
  return namespaces.has(value)
}

/** The kind whose prototype this is. */
export function builtInWith(prototype: object): BuiltIn | undefined {
  return kinds.get(prototype)
}

/** The kind that an instance of a class extends; undefined also where its class hides state of its own. */
export function baseOf(prototype: object): BuiltIn | undefined {
  for (let at: object | null = prototype; at !== null; at = Object.getPrototypeOf(at) as object | null) {
    const kind = builtInWith(at)
    if (kind === undefined) continue
    return hidesState(prototype, at) ? undefined : kind
  }
  return undefined
}

/** Immutable but for properties that somebody adds: what formats, compares, and the times and dates of Temporal. */
export function isImmutableNative(value: object, prototype: object): boolean {
  const tag: unknown = Object.getOwnPropertyDescriptor(prototype, Symbol.toStringTag)?.value
  const [namespace, name] = typeof tag === 'string' ? tag.split('.') : []
  if (name === undefined || (namespace !== 'Intl' && namespace !== 'Temporal')) return false
  const Class: unknown = Reflect.get(Object(Reflect.get(globalThis, namespace)), name)
  return typeof Class === 'function' && Class.prototype === prototype && Reflect.ownKeys(value).length === 0
}
