// Private names of a class where code outside of its body mentions them: in a computed key, which a suspension or a clone
// has moved out of the class. A scope record holds the class, once it has been made; the class has told how it
// reads and writes its members, each clone's class for itself.
//
// Law: before the class has been made nothing has its private names.

import { UNINITIALISED } from './closure.ts'
import type { Scope } from './closure.ts'
import { CLONE } from './copy.ts'
import { neverDeclared, notSearchable } from './errors.ts'
import { apply } from './intrinsics.ts'
import type { CopyPart } from './policy.ts'
import { makeStamp } from './stamp.ts'

/** What only code of the class can do. */
interface Way {
  has(object: object): boolean
  get(object: unknown): unknown
  set(object: unknown, value: unknown): void
}

const waysOf = makeStamp<Readonly<Record<string, Way>>>()

/** Told by a class as soon as there is one: its ways, by the names without `#`. */
export function confide(made: object, ways: Readonly<Record<string, Way>>): void {
  waysOf.set(made, ways)
}

function wayOf(scope: Scope, name: string): Way | null {
  const own = scope['class']
  return own === UNINITIALISED ? null : waysOf.get(own as object)![name]!
}

/** `#name in object`. */
export function hasPrivate(scope: Scope, name: string, object: unknown): boolean {
  if ((typeof object !== 'object' || object === null) && typeof object !== 'function')
    throw notSearchable(name)
  return wayOf(scope, name)?.has(object) ?? false
}

/** `object.#name`, to be read, written or called: each looks for the class when it happens. */
export function privateMember(scope: Scope, name: string, object: unknown): PrivateMember {
  return new PrivateMember(scope, name, object)
}

/** `object?.#name` up to the `?.`: undefined where the chain ends. */
export function privateIfThere(scope: Scope, name: string, object: unknown): PrivateMember | undefined {
  return object === undefined || object === null ? undefined : privateMember(scope, name, object)
}

class PrivateMember {
  constructor(
    private readonly scope: Scope,
    private readonly name: string,
    private readonly object: unknown,
  ) {}

  get value(): unknown {
    const way = wayOf(this.scope, this.name)
    if (way === null) throw neverDeclared('read', this.name)
    return way.get(this.object)
  }

  set value(value) {
    const way = wayOf(this.scope, this.name)
    if (way === null) throw neverDeclared('write', this.name)
    way.set(this.object, value)
  }

  /** The member as a function for the object. */
  get call(): unknown {
    const { object, value } = this
    return typeof value === 'function' ? (...args: unknown[]) => apply(value, object, args) : value
  }

  /** A frame may hold it while the value to be written is waited for. */
  [CLONE](copy: CopyPart): PrivateMember {
    return new PrivateMember(copy(this.scope), this.name, copy(this.object))
  }
}
