// Decorators of our own, in classes that have some. Whoever decorates a generator method gets a generator function, so the
// innermost decorator makes it one. A class decorator may give another class, so the class itself is seen by ours before:
// what `super` means begins there.
//
// They are standard decorators, and those of TypeScript's `experimentalDecorators`, which are told the home of a method.

import type { Maker } from './function.ts'
import { turn } from './function.ts'
import { create } from './intrinsics.ts'

/** A class, nothing, or what `extends null` says. */
type Parent = { readonly prototype: object } | null | undefined

/**
 * Turns the method into the generator function of the maker that `choose` gives, if it gives one. With `parentOf`, the
 * method finds what it has from its class's parent also while there is no class yet.
 */
export function turnedBy(choose: () => Maker | null, parentOf?: () => Parent) {
  return (
    target: object | undefined,
    context: { readonly static: boolean },
    descriptor?: PropertyDescriptor,
  ): void => {
    const maker = choose()
    // A standard decorator of a getter is given no getter where a method has replaced it.
    if (maker === null || target === undefined) return
    if (descriptor === undefined) {
      turn(maker, target as Function)
      if (parentOf !== undefined) maker.home ??= homeBelow(parentOf(), context.static)
    } else {
      turn(maker, descriptor.value as Function)
      maker.home ??= target
    }
  }
}

/** What stands for the class, or its prototype, as long as there is none: an object that inherits what it will. */
function homeBelow(parent: Parent, isStatic: boolean): object {
  if (isStatic) return create(parent ?? Function.prototype)
  if (parent === undefined) return {}
  return create(parent === null ? null : parent.prototype)
}

/** Makes the class the home of these methods: of its instances, and of its own. */
export function homeOf(methods: readonly Maker[], own: readonly Maker[]) {
  return (made: Function): void => {
    for (let i = 0; i < methods.length; i++) methods[i]!.home = made.prototype as object
    for (let i = 0; i < own.length; i++) own[i]!.home = made
  }
}
