// What the parts of a walk know of each other: a walk meets calls, calls bind parameters and look into bodies,
// and what they find there are walks again.

import type { Binding } from '../binding.ts'
import type { Node } from '../syntax.ts'
import type { Holder, Home, Thing } from './things.ts'
import { NOTHING } from './things.ts'
import type { World } from './world.ts'

/** Goes through code and says what flows where (walk.ts). */
export interface Walker extends Home {
  readonly world: World
  readonly calls: Caller
  readonly objects: ObjectWalker
  readonly statements: StatementWalker
  /** The one walk in which the variables of generators are. */
  readonly main: Walker
  /** A walk of `fn` with variables of its own. */
  apart(fn: Node): Walker
  holderOf(binding: Binding): Holder
  /** The results of a function, whose body is walked the first time. */
  body(fn: Node): Holder
  value(expression: Node): Holder
  either(one: Holder, other: Holder): Holder
  /** The function that an expression or a declaration makes. */
  function(node: Node): Thing
}

/** Goes through statements (statements.ts). */
export interface StatementWalker {
  all(nodes: readonly Node[], returns: Holder): void
  /** What the function gives back with `value`. */
  result(fn: Node, value: Holder, at: Node, returns: Holder): void
  class(node: Node): Holder
}

/** Says what reading and writing objects does (objects.ts). */
export interface ObjectWalker {
  member(node: Node): Reference
  /** Writes or declares what a pattern names. */
  assign(target: Node, value: Holder): void
  /** What `base[key]` may be. */
  load(base: Holder, key: Key): Holder
  /** All properties of what `from` holds become properties of `to`. */
  copyAll(from: Holder, to: Thing): void
  /** What iterating `list` gives. */
  elements(list: Holder, node: Node): Holder
  spread(node: Node): Holder
  /** What becomes of an object that must be a primitive: its methods may run. */
  coerce(value: Holder, node: Node): void
  coerceAll(args: Args, node: Node): void
}

/** Says what calls do (calls.ts). */
export interface Caller {
  invokeAll(callee: Holder, self: Holder, args: Args, node: Node): Holder
  /** Binds the parameters of `fn`, whose variables are in this walk. */
  pass(fn: Node, self: Holder, args: Args, node: Node): void
}

/** What an expression gives, with the object that it was found in. */
export interface Reference {
  readonly value: Holder
  readonly base: Holder
}

/** What is known of a key. */
export interface Key {
  /** Null where it is not known. */
  readonly name: string | null
  readonly isNumber: boolean
}

/** What a call passes: the first arguments one by one, and what a spread among them makes of the rest. */
export interface Args {
  readonly list: readonly Holder[]
  readonly rest: Holder | null
}

export const argument = ({ list, rest }: Args, place: number): Holder => list[place] ?? rest ?? NOTHING
