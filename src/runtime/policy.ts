// What a clone does with the values that it reaches, as a value: isolate everything, share all data, or
// something of its own for the instances of some classes.
//
// Law: what can never change is shared under every policy, so a stack that is clean is clean for all.

import { badPolicy, badPolicyKey } from './errors.ts'
import { CLEAN } from './frame.ts'

/**
 * What becomes of the instances of one class, and of its subclasses that say nothing of their own: every
 * clone has the very same one, or its own with copied properties, or cloning is refused; or a function
 * makes the clone's own, where `copy` copies a part with aliases kept.
 */
export type Treatment = 'share' | 'copy' | 'refuse' | ((value: never, copy: CopyPart) => unknown)

/** Copies a part of a value. `copy.as(twin)` says early what the copy of the whole is, for cycles through it. */
export interface CopyPart {
  <T>(part: T): T
  as<T extends object>(twin: T): T
}

/**
 * `'isolate'`: no write in one clone is seen by another. `'shallow'`: variables, closures, generators and
 * iterations are each clone's own, the data that they name is shared. Or treatments by class: a record by
 * name, or a `Map` whose keys are names or the classes themselves; everything else is isolated.
 */
export type CopyPolicy =
  | 'isolate'
  | 'shallow'
  | Readonly<Record<string, Treatment>>
  | ReadonlyMap<string | Function, Treatment>

/** A policy as the copier asks it. */
export interface Policy {
  readonly shallow: boolean
  /** What `$clean` of a frame says where this policy finds nothing to copy. */
  readonly clean: number
  /** The treatment of what has this prototype; null where none is given for any of its classes. */
  readonly treatments: ((prototype: object) => Treatment | null) | null
}

export const ISOLATE: Policy = { shallow: false, clean: CLEAN, treatments: null }

/** Below lie the answers that hold for all policies, see frame.ts. */
let lastAnswer = 100
const SHALLOW: Policy = { shallow: true, clean: nextAnswer(), treatments: null }

function nextAnswer(): number {
  lastAnswer += 2
  return lastAnswer
}

/** How what is shared by proof leaves: plain data is copied, strangers are passed on. */
export const LEAVING: Policy = {
  shallow: false,
  clean: nextAnswer(),
  treatments: (prototype) =>
    prototype === Object.prototype || prototype === Array.prototype ? null : 'share',
}

const read = new WeakMap<object, Policy>()

/**
 * Reads the option `copy`; a record or Map is read once.
 *
 * @throws {MultishotError} MS1004 for anything else.
 */
export function policyOf(option: CopyPolicy | undefined): Policy {
  if (option === undefined || option === 'isolate') return ISOLATE
  if (option === 'shallow') return SHALLOW
  if (typeof option !== 'object' || option === null) throw badPolicy(option)
  const known = read.get(option)
  if (known !== undefined) return known
  const policy: Policy = { shallow: false, clean: nextAnswer(), treatments: byClass(option) }
  read.set(option, policy)
  return policy
}

function byClass(option: Exclude<CopyPolicy, string>): NonNullable<Policy['treatments']> {
  const given = new Map<unknown, Treatment>(option instanceof Map ? option : Object.entries(option))
  for (const [key, treatment] of given) {
    if (typeof key !== 'string' && typeof key !== 'function') throw badPolicyKey(key)
    const known = typeof treatment === 'function' || ['share', 'copy', 'refuse'].includes(treatment)
    if (!known) throw badPolicy(treatment, key)
  }
  const found = new WeakMap<object, { readonly treatment: Treatment | null }>()
  return (prototype) => {
    let known = found.get(prototype)
    if (known === undefined) {
      known = { treatment: treatmentOf(prototype, given) }
      found.set(prototype, known)
    }
    return known.treatment
  }
}

/** That of the nearest class. `Object` is the class of plain objects only, though all inherit from it. */
function treatmentOf(prototype: object, given: ReadonlyMap<unknown, Treatment>): Treatment | null {
  for (let at: object | null = prototype; at !== null; at = Object.getPrototypeOf(at) as object | null) {
    if (at === Object.prototype && at !== prototype) return null
    const treatment = namesOf(at)
      .map((name) => given.get(name))
      .find((each) => each !== undefined)
    if (treatment !== undefined) return treatment
  }
  return null
}

/** The class that `prototype` belongs to, its name, and the tag by which native objects without a class go. */
function namesOf(prototype: object): readonly unknown[] {
  const constructor: unknown = Object.getOwnPropertyDescriptor(prototype, 'constructor')?.value
  const tag: unknown = Object.getOwnPropertyDescriptor(prototype, Symbol.toStringTag)?.value
  return typeof constructor === 'function' ? [constructor, constructor.name, tag] : [tag]
}
