// The parameters of a sloppy generator and its `arguments` object, where writing one writes the other
// (ECMAScript, "Arguments Exotic Objects"). Only the engine can make such an object, so the two live in an
// activation of a function of the compiler's that gives access to them. A clone gets an activation of its own,
// brought to the same state: which elements are still mapped is found out by writing a parameter and looking.

import type { CopyValue } from './frame.ts'
import type { Listener } from './listener.ts'
import { makeStamp } from './stamp.ts'
import {
  apply,
  defineProperty,
  deleteProperty,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  hasOwn,
  ownKeys,
  setPrototypeOf,
  words,
} from './intrinsics.ts'

/** The parameters by name, as accessors, and what the variable `arguments` holds. */
export interface Mapped {
  arguments: unknown
  [parameter: string]: unknown
}

type Activate = (...args: readonly unknown[]) => Mapped

interface Mapping {
  readonly activate: Activate
  /** The parameters in their order; a name may stand there twice. */
  readonly names: readonly string[]
  /** How many arguments were passed: no others are mapped. */
  readonly count: number
  readonly object: object
}

/** Tells these from the objects of users. */
const prototype = { __proto__: null }
const mappings = makeStamp<Mapping>()
const owners = makeStamp<Mapped>()

function make(activate: Activate, names: readonly string[], args: ArrayLike<unknown>): Mapped {
  const made = apply(activate, undefined, args)
  const object = made.arguments as object
  setPrototypeOf(made, prototype)
  mappings.set(made, { activate, names, count: args.length, object })
  owners.set(object, made)
  return made
}

/** The parameters of a call, whose own `arguments` object is `args`. */
export function mapped(activate: Activate, names: string, args: IArguments): Mapped {
  const made = make(activate, words(names, ' '), args)
  ;(made.arguments as IArguments).callee = args.callee
  return made
}

export function isMapped(value: object): value is Mapped {
  return getPrototypeOf(value) === prototype
}

/** The parameters that an `arguments` object is mapped to. */
export function ownerOf(args: object): Mapped | undefined {
  return owners.get(args)
}

/** The `arguments` object that the engine made, whatever the variable holds now. */
export function argumentsOf(source: Mapped): object {
  return mappings.get(source)!.object
}

/** Parameters for a clone, still to be filled. */
export function renew(source: Mapped): Mapped {
  const { activate, names, count } = mappings.get(source)!
  return make(activate, names, new Array(count))
}

/** Brings `fresh` to the state of `source`, with copies of what that holds. */
export function fill(source: Mapped, fresh: Mapped, copy: CopyValue): void {
  const { names, count, object } = mappings.get(source)!
  const target = argumentsOf(fresh)
  for (let i = 0; i < names.length; i++) {
    const name = names[i]!
    fresh[name] = copy(source[name])
    if (i >= count || isRepeated(names, i)) continue
    if (!isLinked(source, name, object, i)) deleteProperty(target, i)
  }
  fresh.arguments = copy(source.arguments)
  const all = ownKeys(target)
  for (let i = 0; i < all.length; i++) if (!hasOwn(object, all[i]!)) deleteProperty(target, all[i]!)
  const kept = ownKeys(object)
  // V8 leaves mapped elements that are not enumerable out of the keys.
  for (let i = 0; i < count; i++) if (hasOwn(object, i)) kept[kept.length] = `${i}`
  for (let i = 0; i < kept.length; i++) {
    const property = getOwnPropertyDescriptor(object, kept[i]!)!
    if ('value' in property) property.value = copy(property.value)
    else {
      property.get = copy(property.get)
      property.set = copy(property.set)
    }
    defineProperty(target, kept[i]!, property)
  }
  setPrototypeOf(target, getPrototypeOf(object))
}

/** Tells what the parameters hold, which elements are still mapped, and all about the `arguments` object. */
export function describe(source: Mapped, to: Listener): void {
  const { names, count, object } = mappings.get(source)!
  to.fact('mapped')
  to.fact(count)
  to.fact(names.length)
  for (let i = 0; i < names.length; i++) {
    const name = names[i]!
    to.fact(name)
    to.part(source[name])
    to.fact(i < count && !isRepeated(names, i) && isLinked(source, name, object, i))
  }
  to.part(source.arguments)
  const keys = ownKeys(object)
  to.fact(keys.length)
  for (let i = 0; i < keys.length; i++) {
    const { value, get, set, ...attributes } = getOwnPropertyDescriptor(object, keys[i]!)!
    to.part(keys[i])
    to.part(keys[i] === 'callee' ? undefined : value)
    to.part(get)
    to.part(set)
    to.fact(`${attributes.writable} ${attributes.enumerable} ${attributes.configurable}`)
  }
  to.prototype(getPrototypeOf(object))
}

/** Of two parameters with one name the last is the variable. */
function isRepeated(names: readonly string[], index: number): boolean {
  for (let i = index + 1; i < names.length; i++) if (names[i] === names[index]) return true
  return false
}

function isLinked(source: Mapped, name: string, object: object, index: number): boolean {
  const probe = {}
  const value = source[name]
  source[name] = probe
  const linked = getOwnPropertyDescriptor(object, index)?.value === probe
  source[name] = value
  return linked
}
