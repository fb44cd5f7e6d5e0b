// Where a `for-of`, a destructuring or a `yield*` stands in what it iterates. Native iterators cannot
// be copied, so the runtime iterates by positions that can: over arrays and strings a position is an
// index, over a Map or Set it can be found again, and over a foreign iterator all clones read one
// shared memo, so that each element is pulled once and every clone sees the same sequence.
//
// Invariant: a position is used only where the iteration could not be told from the native one: the
// built-in iterator methods are checked to be the originals when the iteration starts.

import { noProperties, notAFunction, notAnObject, notIterable } from './errors.ts'
import type { CopyValue } from './frame.ts'
import { closeIterator, NOTHING_SENT, read } from './foreign.ts'
import type { Reading } from './foreign.ts'
import type { Listener } from './listener.ts'
import { machine } from './machine.ts'
import { Standing } from './standing.ts'
import { apply, get, getOwnPropertyDescriptor, getPrototypeOf, isArray, toObject } from './intrinsics.ts'

export abstract class Position extends Standing {
  // The constructor that V8 makes up would iterate its arguments, which a program can see.
  // oxlint-disable-next-line no-useless-constructor -- it is not the same
  constructor() {
    super()
  }
  /** The position after the next element, which is left in `machine.value`; null at the end. */
  abstract next(): Position | null
  /** Ends the iteration early. With `threw`, an error is already on its way and closing adds none. */
  close(_threw: boolean): void {}
  /** Called on a copy once all that it stands in is copied. */
  settle(): void {}
  abstract override copy(copy: CopyValue): Position
}

/** What an iteration of an array gives. */
export type ElementsOf = 'values' | 'keys' | 'entries'

class ArrayPosition extends Position {
  constructor(
    readonly array: ArrayLike<unknown>,
    readonly index: number,
    readonly gives: ElementsOf,
  ) {
    super()
  }
  next(): Position | null {
    const { array, index, gives } = this
    if (index >= array.length) return null
    if (gives === 'values') machine.value = array[index]
    else machine.value = gives === 'keys' ? index : [index, array[index]]
    return new ArrayPosition(array, index + 1, gives)
  }
  copy(copy: CopyValue): Position {
    const array = copy(this.array)
    return array === this.array ? this : new ArrayPosition(array, this.index, this.gives)
  }
  describe(to: Listener): void {
    to.fact('in array')
    to.fact(this.gives)
    to.fact(this.index)
    to.part(this.array)
  }
}

class StringPosition extends Position {
  constructor(
    readonly string: string,
    readonly index: number,
  ) {
    super()
  }
  next(): Position | null {
    const { string, index } = this
    if (index >= string.length) return null
    const first = string[index]!
    const second = index + 1 < string.length ? string[index + 1]! : ''
    const isPair = first >= '\uD800' && first <= '\uDBFF' && second >= '\uDC00' && second <= '\uDFFF'
    const element = isPair ? first + second : first
    machine.value = element
    return new StringPosition(string, index + element.length)
  }
  copy(): Position {
    return this
  }
  describe(to: Listener): void {
    to.fact('in string')
    to.fact(this.index)
    to.part(this.string)
  }
}

type Collection = Map<unknown, unknown> | Set<unknown>

/** Over a Map or a Set: live like the native iterator, which cannot be copied but can be made again. */
class CollectionPosition extends Position {
  constructor(
    readonly collection: Collection,
    readonly method: () => Iterator<unknown>,
    private iterator: Iterator<unknown>,
    private passed = 0,
  ) {
    super()
  }
  next(): Position | null {
    const result = step(this.collection, this.iterator)
    if (result.done) return null
    machine.value = result.value
    return this
  }
  copy(copy: CopyValue): Position {
    const collection = copy(this.collection)
    if (collection === this.collection) return this
    const passed = this.count()
    return new CollectionPosition(collection, this.method, this.iterator, passed)
  }
  /** What is left tells how far we are: the iterator is drained, and one made that has come as far. */
  private count(): number {
    let left = 0
    while (!step(this.collection, this.iterator).done) left++
    const passed = sizeOf(this.collection) - left
    this.iterator = advanced(this.collection, this.method, passed)
    return passed
  }
  describe(to: Listener): void {
    to.fact('in collection')
    to.fact(this.method.name as ElementsOf)
    to.fact(this.count())
    to.part(this.collection)
  }
  override settle(): void {
    const { collection, method, passed } = this
    this.iterator = advanced(collection, method, Math.min(passed, sizeOf(collection)))
  }
}

function advanced(collection: Collection, method: () => Iterator<unknown>, steps: number): Iterator<unknown> {
  const iterator = apply(method, collection, [])
  for (let i = 0; i < steps; i++) step(collection, iterator)
  return iterator
}

/** Over any other iterator, which all clones read together. */
class ForeignPosition extends Position {
  constructor(readonly reading: Reading<unknown>) {
    super()
  }
  next(): Position | null {
    const pulled = this.reading.next(NOTHING_SENT)
    if (pulled === null || pulled.done) return null
    machine.value = pulled.item
    return this
  }
  override close(threw: boolean): void {
    if (this.reading.leave()) closeIterator(this.reading.source.iterator, threw)
  }
  override release(): void {
    this.reading.release()
  }
  copy(copy: CopyValue): Position {
    return new ForeignPosition(copy(this.reading))
  }
  describe(to: Listener): void {
    to.fact('in iterator')
    this.reading.describe(to)
  }
}

/** Where an iteration has come to, for those who have been told of it (`describe`). */
export function positionIn(array: ArrayLike<unknown>, gives: ElementsOf, index: number): Position {
  return new ArrayPosition(array, index, gives)
}

export function positionInString(string: string, index: number): Position {
  return new StringPosition(string, index)
}

/** To be settled when the collection is complete. */
export function positionInCollection(collection: Collection, gives: ElementsOf, passed: number): Position {
  const method = collection instanceof Map ? Map.prototype[gives] : Set.prototype[gives]
  return new CollectionPosition(collection, method, apply(method, collection, []), passed)
}

export function positionInKeys(value: unknown, keys: readonly string[]): Position {
  return new KeyPosition(value, keys, 0)
}

/** Over an iterator that is ours. */
export function positionInIterator(iterator: object): Position {
  return new ForeignPosition(read(iterator, (result, done) => (done ? undefined : result.value)))
}

/** GetIterator: the iterator of `iterable`, found with `method`; `refused` makes the error where there is none. */
export function openIterator(iterable: unknown, method: unknown, refused = notIterable): object {
  if (typeof method !== 'function') throw refused(iterable)
  const iterator: unknown = apply(method, iterable, [])
  if ((typeof iterator !== 'object' && typeof iterator !== 'function') || iterator === null)
    throw notAnObject('Result of the Symbol.iterator method', iterator)
  return iterator
}

const arrayValues: unknown = Array.prototype[Symbol.iterator]
const stringValues: unknown = String.prototype[Symbol.iterator]
const arrayIterators: Iterator<unknown> = getPrototypeOf([][Symbol.iterator]())
const stringIterators: Iterator<unknown> = getPrototypeOf(''[Symbol.iterator]())
const mapIterators: Iterator<unknown> = getPrototypeOf(new Map().entries())
const setIterators: Iterator<unknown> = getPrototypeOf(new Set().values())
const mapEntries: unknown = Map.prototype[Symbol.iterator]
const setValues: unknown = Set.prototype[Symbol.iterator]
const originalNext = {
  array: arrayIterators.next,
  string: stringIterators.next,
  map: mapIterators.next,
  set: setIterators.next,
}

/** One step of a built-in iterator over `collection`. */
function step(collection: Collection, iterator: Iterator<unknown>): IteratorResult<unknown> {
  return apply(collection instanceof Map ? originalNext.map : originalNext.set, iterator, [])
}

const mapSize = getOwnPropertyDescriptor(Map.prototype, 'size')!.get!
const setSize = getOwnPropertyDescriptor(Set.prototype, 'size')!.get!

function sizeOf(collection: Collection): number {
  return apply(collection instanceof Map ? mapSize : setSize, collection, []) as number
}

/** GetMethod(value, @@iterator), in the order in which ECMAScript looks. */
export function iteratorMethod(iterable: unknown): unknown {
  if (iterable === undefined || iterable === null) throw notIterable(iterable)
  return (iterable as Iterable<unknown>)[Symbol.iterator]
}

/** The start of a built-in collection that no one has patched; null for everything else. */
export function builtInPosition(iterable: unknown, method: unknown): Position | null {
  if (method === arrayValues && isArray(iterable) && arrayIterators.next === originalNext.array)
    return new ArrayPosition(iterable, 0, 'values')
  if (method === stringValues && typeof iterable === 'string' && stringIterators.next === originalNext.string)
    return new StringPosition(iterable, 0)
  if (method === mapEntries && iterable instanceof Map && mapIterators.next === originalNext.map)
    return new CollectionPosition(
      iterable,
      method as () => Iterator<unknown>,
      apply(method as () => Iterator<unknown>, iterable, []),
    )
  if (method === setValues && iterable instanceof Set && setIterators.next === originalNext.set)
    return new CollectionPosition(
      iterable,
      method as () => Iterator<unknown>,
      apply(method as () => Iterator<unknown>, iterable, []),
    )
  return null
}

/** The start of an iteration of `iterable`. */
export function iterate(iterable: unknown): Position {
  const method = iteratorMethod(iterable)
  const builtIn = builtInPosition(iterable, method)
  if (builtIn !== null) return builtIn
  return positionInIterator(openIterator(iterable, method))
}

/**
 * The start of `for (… of object.entries())` and its like: for built-in collections a position, like that
 * over the collection itself; for everything else the iterator that the call gives.
 */
export function iterateCall(object: unknown, name: ElementsOf, text: string): Position {
  if (object === undefined || object === null) throw noProperties(object, name)
  const method: unknown = get(toObject(object), name, object)
  if (typeof method !== 'function') throw notAFunction(text)
  if (isArray(object) && method === Array.prototype[name] && arrayIterators.next === originalNext.array)
    return new ArrayPosition(object, 0, name)
  for (const kind of [Map, Set]) {
    const iterators = kind === Map ? mapIterators : setIterators
    const untouched = iterators.next === (kind === Map ? originalNext.map : originalNext.set)
    if (object instanceof kind && method === kind.prototype[name] && untouched)
      return new CollectionPosition(object, method as () => Iterator<unknown>, apply(method, object, []))
  }
  return iterate(apply(method, object, []))
}

/** `for-in`: the keys that the native loop would visit, each looked up again before its turn. */
class KeyPosition extends Position {
  constructor(
    readonly value: unknown,
    readonly keys: readonly string[],
    readonly index: number,
  ) {
    super()
  }
  next(): Position | null {
    for (let index = this.index; index < this.keys.length; index++) {
      const key = this.keys[index]!
      if (!(key in toObject(this.value))) continue
      machine.value = key
      return new KeyPosition(this.value, this.keys, index + 1)
    }
    return null
  }
  copy(copy: CopyValue): Position {
    const value = copy(this.value)
    return value === this.value ? this : new KeyPosition(value, this.keys, this.index)
  }
  describe(to: Listener): void {
    to.fact('in keys')
    to.fact(this.keys.length - this.index)
    for (let index = this.index; index < this.keys.length; index++) to.fact(this.keys[index]!)
    to.part(this.value)
  }
}

/** The start of `for (key in value)`. */
export function iterateKeys(value: unknown): Position {
  const keys: string[] = []
  for (const key in value as object) keys[keys.length] = key
  return new KeyPosition(value, keys, 0)
}

/** What `next` just left in the register. */
export function element(): unknown {
  return machine.value
}
