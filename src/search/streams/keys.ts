// When two values count as the same. Plain data (arrays, objects made by `{}`) is compared by what it holds,
// because that is what solutions mostly are; a value with methods `equals` and `hashCode`, as Immutable.js
// collections have them, by these; NaN is NaN and 0 is -0; anything else is only the same as itself.
//
// Law: `sameKey` is an equivalence, and `sameKey(a, b)` implies `hashOf(a) === hashOf(b)`.

interface Valued {
  equals(other: unknown): boolean
  hashCode(): number
}

type Data = readonly unknown[] | Readonly<Record<string, unknown>>

/** What belongs to a value is found by every equal one. */
export class KeyMap<V> {
  /** What can only be the same as itself. */
  private readonly single = new Map<unknown, V>()
  private readonly byHash = new Map<number, [key: object, value: V][]>()

  get(key: unknown): V | undefined {
    if (!isComposed(key)) return this.single.get(key)
    return this.byHash.get(hashOf(key))?.find(([other]) => sameKey(key, other))?.[1]
  }

  /** Puts `value` there unless an equal key is there: then what belongs to that one is returned. */
  add(key: unknown, value: V): V | undefined {
    if (!isComposed(key)) {
      const known = this.single.get(key)
      if (known === undefined) this.single.set(key, value)
      return known
    }
    const hash = hashOf(key)
    const equals = this.byHash.get(hash)
    if (equals === undefined) {
      this.byHash.set(hash, [[key, value]])
      return undefined
    }
    const known = equals.find(([other]) => sameKey(key, other))
    if (known === undefined) equals.push([key, value])
    return known?.[1]
  }

  delete(key: unknown): void {
    if (!isComposed(key)) {
      this.single.delete(key)
      return
    }
    const hash = hashOf(key)
    const others = (this.byHash.get(hash) ?? []).filter(([other]) => !sameKey(key, other))
    if (others.length === 0) this.byHash.delete(hash)
    else this.byHash.set(hash, others)
  }
}

/** A set of values that finds equal ones. */
export class KeySet {
  private readonly keys = new KeyMap<true>()

  /** Whether `key` is new here. */
  add(key: unknown): boolean {
    return this.keys.add(key, true) === undefined
  }
}

export function sameKey(a: unknown, b: unknown): boolean {
  if (a === b || (a !== a && b !== b)) return true
  if (!isComposed(a) || !isComposed(b)) return false
  if (isValued(a)) return a.equals(b)
  if (isValued(b) || Array.isArray(a) !== Array.isArray(b)) return false
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length || lengthOf(a) !== lengthOf(b)) return false
  return keys.every(
    (key) => Object.hasOwn(b, key) && sameKey((a as Data)[key as never], (b as Data)[key as never]),
  )
}

export function hashOf(key: unknown): number {
  if (isComposed(key)) return isValued(key) ? key.hashCode() | 0 : hashOfData(key as Data)
  if (typeof key === 'number' && Number.isInteger(key)) return key | 0
  if (typeof key === 'object' || typeof key === 'function') return key === null ? 1 : identityOf(key)
  return hashOfText(String(key))
}

/** The order of an object's keys is no part of what it holds, so their hashes are added up. */
function hashOfData(data: Data): number {
  let hash = Array.isArray(data) ? data.length : -1
  for (const key of Object.keys(data)) hash = (hash + mixed(hashOfText(key), hashOf(data[key as never]))) | 0
  return hash
}

function hashOfText(text: string): number {
  let hash = 7
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0
  return hash
}

function mixed(a: number, b: number): number {
  const product = Math.imul(a ^ Math.imul(b, 0x9e3779b1), 0x85ebca6b)
  return product ^ (product >>> 15)
}

/** Whether `key` may be the same as another object. */
function isComposed(key: unknown): key is object {
  if (typeof key !== 'object' || key === null) return false
  if (Array.isArray(key) || isValued(key)) return true
  const prototype: unknown = Object.getPrototypeOf(key)
  return prototype === Object.prototype || prototype === null
}

function isValued(key: object): key is Valued {
  const { equals, hashCode } = key as Partial<Valued>
  return typeof equals === 'function' && typeof hashCode === 'function'
}

function lengthOf(data: object): number {
  return Array.isArray(data) ? data.length : -1
}

const identities = new WeakMap<object, number>()
let lastIdentity = 0

function identityOf(object: object): number {
  let identity = identities.get(object)
  if (identity === undefined) identities.set(object, (identity = ++lastIdentity))
  return identity
}
