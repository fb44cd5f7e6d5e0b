// Methods of classes that generators declare. A clone has a class of its own there, and with it come methods over the
// clone's variables: so a method is a closure made of nothing but its class, found in it by its number.
//
// A private method of instances is in reach of an instance only, and a class that is made again has none yet: what such a
// method makes, if it is a generator, cannot be made over the clone's variables and is refused.

import { classOf, closureOf, remember } from './closure.ts'
import type { Closure } from './closure.ts'
import type { MadeBy } from './generator.ts'
import { getOwnPropertyDescriptor, ownKeys } from './intrinsics.ts'
import { isPrimitive } from './primitive.ts'
import { makeStamp } from './stamp.ts'

class Method implements Closure {
  readonly parts: readonly [Function]
  private readonly number: number

  constructor(owner: Function, number: number) {
    this.parts = [owner]
    this.number = number
  }

  get build(): Closure['build'] {
    const [owner] = this.parts
    return finder(closureOf(owner)?.build ?? (owner as never), this.number)
  }
}

const finders = new WeakMap<Closure['build'], Closure['build'][]>()

/** Finds the method of that number in a class that `build` has made. There is one, so that it tells methods apart. */
function finder(build: Closure['build'], number: number): Closure['build'] {
  let known = finders.get(build)
  if (known === undefined) finders.set(build, (known = []))
  return (known[number] ??= (owner) => methodsOfClasses.get(owner as Function)![number]!)
}

const methodsOfClasses = makeStamp<readonly Function[]>()

/**
 * Told by a class that will be made again, before any other of its static code runs: all functions that it has so far are
 * its methods, and so are the static private ones, `hidden`.
 */
export function methods(made: Function, ...hidden: readonly Function[]): void {
  const all: Function[] = []
  collect(made, all)
  collect(made.prototype as object, all)
  for (let i = 0; i < hidden.length; i++) all[all.length] = hidden[i]!
  methodsOfClasses.set(made, all)
  for (let i = 0; i < all.length; i++) remember(all[i]!, new Method(made, i))
}

function collect(from: object, into: Function[]): void {
  const keys = ownKeys(from)
  for (let i = 0; i < keys.length; i++) {
    if (keys[i] === 'constructor' && typeof from !== 'function') continue
    const { value, get, set } = getOwnPropertyDescriptor(from, keys[i]!)!
    if (typeof value === 'function') into[into.length] = value
    if (get !== undefined) into[into.length] = get
    if (set !== undefined) into[into.length] = set
  }
}

/** The class of a generator method that is in reach of instances only. */
export function classAround({ fn, home }: MadeBy): Function | undefined {
  if (typeof home !== 'object' || closureOf(fn) !== undefined) return undefined
  const owner = classOf(home)
  return owner !== null && closureOf(owner) !== undefined ? owner : undefined
}

/** What lies around what `maker` makes: the variables that its function closes over; of a method its class, and those around that. */
export function enclosing(maker: MadeBy): readonly unknown[] {
  const made = closureOf(maker.fn)
  const owner = made instanceof Method ? made.parts[0] : classAround(maker)
  if (owner === undefined) return made?.parts ?? []
  // Beside scopes a class is made of its heritage and its keys.
  return [owner, ...(closureOf(owner)?.parts ?? []).filter((part) => !isPrimitive(part))]
}
