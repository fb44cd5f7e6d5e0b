// Decorators of our own, in classes that have some. Whoever decorates a generator method gets a generator function, so the
// innermost decorator makes it one. A class decorator may give another class, so the class itself is seen by ours before:
// what `super` means begins there.
//
// They are standard decorators, and those of TypeScript's `experimentalDecorators`, which are told the home of a method.

import type { Maker } from './function.ts'
import { turn } from './function.ts'

type Described = PropertyDescriptor | undefined

/** Turns the method into the generator function of the maker that `choose` gives, if it gives one. */
export function turnedBy(choose: () => Maker | null) {
  return (target: object, _context: unknown, descriptor?: Described): void => {
    const maker = choose()
    if (maker === null) return
    if (descriptor === undefined) turn(maker, target as Function)
    else {
      turn(maker, descriptor.value as Function)
      maker.home ??= target
    }
  }
}

/** Makes the class the home of these methods: of its instances, and of its own. */
export function homeOf(methods: readonly Maker[], own: readonly Maker[]) {
  return (made: Function): void => {
    for (let i = 0; i < methods.length; i++) methods[i]!.home = made.prototype as object
    for (let i = 0; i < own.length; i++) own[i]!.home = made
  }
}
