// What all walks of one file have in common: the things that are there, what is known of them, and how they get
// out of sight.

import type { Binding } from '../binding.ts'
import type { Analysis } from '../analysis.ts'
import { forEachChild, isCompiledGenerator } from '../syntax.ts'
import type { Node } from '../syntax.ts'
import type { Survey } from './survey.ts'
import { isReliedOn } from './known.ts'
import { Flow, Holder, Thing } from './things.ts'
import type { Home, Kind } from './things.ts'

/** What is found out of a generator function. */
export interface GeneratorFacts {
  readonly returns: Holder
  /** Whether more than `yield*` of this file gets what it returns. */
  hasOtherCallers: boolean
}

/** The file changes what the language has: nothing is proved of it. */
export class Tampering extends Error {}

export class World {
  readonly flow = new Flow()
  readonly unknown: Thing
  readonly builtIn: Thing
  /** Holds what is unknown. */
  readonly anything: Holder
  /** Holds what is unknown, or of the language. */
  readonly language = new Holder()
  /** The `this` of a function that is called without one. */
  readonly noReceiver: Holder
  /** Whether functions may tell what they were called with, by `f.arguments`. */
  readonly isSloppy: boolean
  /** All walks, the main one first. */
  readonly homes: Home[] = []
  /** What follows when code that we do not see may call a function. */
  calledByOthers: (fn: Thing) => void = () => {}
  readonly generators = new Map<Node, GeneratorFacts>()
  /** By the `yield`, or the parameter, at which they arrive. */
  readonly arrivals = new Map<Node, Thing>()
  /** What the heads of `for-of` loops iterate. */
  readonly iterated = new Map<Node, Holder>()
  /** What suspensions get that wait for a function of this file. */
  readonly trusting = new Map<Node, Holder>()
  private readonly itself = new Map<Thing, Holder>()

  constructor(
    readonly analysis: Analysis,
    readonly facts: Survey,
    program: Node,
  ) {
    this.unknown = new Thing('unknown', program)
    this.builtIn = new Thing('built-in', program)
    this.unknown.complaint = { what: 'is unknown', node: program }
    this.anything = this.holding(this.unknown)
    this.flow.put(this.unknown, this.language)
    this.flow.put(this.builtIn, this.language)
    this.isSloppy = !analysis.root.owner.strict
    this.noReceiver = this.isSloppy ? this.language : this.anything
  }

  /** The thing that `node` makes in `home`. */
  make(kind: Kind, node: Node, home: Home): Thing {
    let thing = home.made.get(node)
    if (thing === undefined) {
      thing = new Thing(kind, node)
      thing.home = home
      home.made.set(node, thing)
    }
    return thing
  }

  /** What arrives at `node`. */
  arrival(node: Node): Thing {
    let thing = this.arrivals.get(node)
    if (thing === undefined) {
      thing = new Thing('arrival', node)
      this.arrivals.set(node, thing)
    }
    return thing
  }

  /** A holder of `thing` and nothing else. */
  holding(thing: Thing): Holder {
    let holder = this.itself.get(thing)
    if (holder === undefined) {
      holder = new Holder()
      this.itself.set(thing, holder)
      this.flow.put(thing, holder)
    }
    return holder
  }

  complain(thing: Thing, what: string, node: Node): void {
    thing.complaint ??= { what, node }
  }

  /** All that `holder` ever holds gets out of sight. */
  escape(holder: Holder, what: string, node: Node): void {
    this.flow.watch(holder, (thing) => this.escapeThing(thing, what, node))
  }

  escapeThing(thing: Thing, what: string, node: Node): void {
    if (thing.escaped || (!thing.isMade && thing.kind !== 'function')) return
    thing.escaped = true
    this.complain(thing, what, node)
    this.flow.put(this.unknown, thing.elements)
    this.flow.put(this.unknown, thing.methods)
    this.escape(thing.contents, what, node)
    if (thing.kind === 'function') this.calledByOthers(thing)
  }

  /**
   * Under `name`, null where that is not known, `value` becomes a property of what the language may have made: a method,
   * perhaps, that we rely on.
   */
  patch(value: Holder, name: string | null): void {
    if (name !== null && !isReliedOn(name)) return
    this.flow.watch(value, ({ kind }) => {
      if (
        kind === 'function' ||
        (name !== null && kind !== 'array' && (kind !== 'object' || name === 'constructor'))
      )
        throw new Tampering()
    })
  }

  functionAround(node: Node): Node {
    let at = this.facts.parents.get(node)!
    while (!this.analysis.ownerOf.has(at) && this.facts.parents.has(at)) at = this.facts.parents.get(at)!
    return at
  }

  /** Whether `node` names one of these globals. */
  isGlobal(node: Node, names: ReadonlySet<string>): boolean {
    return node.type === 'Identifier' && !this.analysis.bindingOf.has(node) && names.has(node.name)
  }

  /** Whether a function mentions variables of a generator around it: a clone makes it again over its own. */
  capturesFrame(fn: Node): boolean {
    if (!this.isInGenerator(this.facts.parents.get(fn))) return false
    let captures = false
    const look = (node: Node): void => {
      const binding = this.analysis.bindingOf.get(node)
      captures ||= binding !== undefined && this.isOfGenerator(binding, fn)
      if (!captures) forEachChild(node, look)
    }
    look(fn)
    return captures
  }

  private isOfGenerator({ scope }: Binding, fn: Node): boolean {
    const inside = scope.node.start! >= fn.start! && scope.node.end! <= fn.end!
    return !inside && this.isInGenerator(scope.node)
  }

  isInGenerator(node: Node | undefined): boolean {
    return this.generatorAround(node) !== null
  }

  /** The innermost generator function that `node` is or stands in. */
  generatorAround(node: Node | undefined): Node | null {
    for (let at = node; at !== undefined; at = this.facts.parents.get(at))
      if (isCompiledGenerator(at)) return at
    return null
  }

  /** Whether a generator function stands in `fn`: its frames are the same whoever calls `fn`. */
  holdsGenerator(fn: Node): boolean {
    let holds = false
    const look = (node: Node): void => {
      holds ||= isCompiledGenerator(node)
      if (!holds) forEachChild(node, look)
    }
    forEachChild(fn, look)
    return holds
  }
}
