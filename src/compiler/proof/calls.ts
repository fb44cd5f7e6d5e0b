// What calls do: functions of the file are looked into, functions of the language are known by the table of
// known.ts, and all others keep and change what they are given.

import { isCompiledGenerator, withoutChain } from '../syntax.ts'
import type { Node } from '../syntax.ts'
import { callArrayMethod } from './array-methods.ts'
import { ARRAY_METHODS, CONVERSIONS, OF_PRIMITIVES } from './known.ts'
import { makerOfFresh } from './freshness.ts'
import { callStaticMethod, staticMethod } from './static-methods.ts'
import { calledGenerator, isPlainGenerator } from './survey.ts'
import { Holder, NOTHING } from './things.ts'
import type { Thing } from './things.ts'
import { argument } from './walker.ts'
import type { Args, Caller, Walker } from './walker.ts'
import { Tampering } from './world.ts'
import type { World } from './world.ts'

export class Calls implements Caller {
  private readonly walk: Walker

  constructor(walk: Walker) {
    this.walk = walk
  }

  private get world(): World {
    return this.walk.world
  }

  call(node: Node): Holder {
    const callee = withoutChain(node.callee)
    const { world } = this
    if (callee.type === 'MemberExpression') return this.method(callee, node)
    const args = this.args(node.arguments)
    if (callee.type === 'Super') {
      this.escapeAll(args, 'is handed to a base class', node)
      return world.anything
    }
    if (callee.type === 'Identifier') {
      const binding = world.analysis.bindingOf.get(callee)
      if (binding === undefined) return this.global(callee.name, args, node)
      if (binding.imported?.source === 'multishot') return this.effect(binding.imported.name, args, node)
    }
    return this.invokeAll(this.walk.value(callee), world.noReceiver, args, node)
  }

  private args(nodes: readonly Node[]): Args {
    const list: Holder[] = []
    let rest: Holder | null = null
    for (const node of nodes) {
      const value = node.type === 'SpreadElement' ? this.walk.objects.spread(node) : this.walk.value(node)
      if (rest !== null || node.type === 'SpreadElement') rest = this.walk.either(rest ?? NOTHING, value)
      else list.push(value)
    }
    return { list, rest }
  }

  private escapeAll({ list, rest }: Args, what: string, node: Node): void {
    for (const each of list) this.world.escape(each, what, node)
    if (rest !== null) this.world.escape(rest, what, node)
  }

  /** A function that we cannot see. */
  private unseen(args: Args, node: Node): Holder {
    this.escapeAll(args, `is handed to \`${this.text(node.callee ?? node.tag)}\``, node)
    return this.world.anything
  }

  private text(node: Node): string {
    if (node.type === 'Identifier') return node.name
    if (node.type === 'ThisExpression') return 'this'
    if (node.type === 'MemberExpression' && !node.computed)
      return `${this.text(node.object)}.${node.property.name}`
    return 'a function'
  }

  private global(name: string, args: Args, node: Node): Holder {
    if (!CONVERSIONS.has(name)) return this.unseen(args, node)
    this.walk.objects.coerceAll(args, node)
    return NOTHING
  }

  /** The effects of multishot: what they offer is seen by whoever drives the generator. */
  private effect(name: string, args: Args, node: Node): Holder {
    const { world } = this
    const [first = args.rest ?? NOTHING, ...others] = args.list
    if (name === 'choose') {
      // An array is copied at once; anything else is kept.
      world.flow.watch(first, (thing) => {
        if (thing.kind === 'array') world.escape(thing.elements, 'is an option', node)
        else world.escapeThing(thing, 'is chosen from', node)
      })
      this.escapeAll({ list: others, rest: args.rest }, 'is handed to `choose`', node)
      return world.anything
    }
    if (name === 'guard') {
      this.escapeAll({ list: others, rest: args.rest }, 'is the label of a guard', node)
      return world.anything
    }
    return this.unseen(args, node)
  }

  // Methods

  private method(callee: Node, node: Node): Holder {
    const { walk, world } = this
    const name: string | null = !callee.computed
      ? callee.property.name
      : typeof callee.property.value === 'string'
        ? callee.property.value
        : null
    if (callee.object.type === 'Super' || name === null || callee.property.type === 'PrivateIdentifier') {
      const { base, value } = walk.objects.member(callee)
      return this.invokeAll(value, base, this.args(node.arguments), node)
    }
    const { object } = callee
    if (object.type === 'Identifier' && !world.analysis.bindingOf.has(object)) {
      const does = staticMethod(object.name, name)
      if (does !== null) return callStaticMethod({ does, args: this.args(node.arguments), node, walk })
    }
    return this.ofThings(walk.value(object), name, this.args(node.arguments), node)
  }

  private ofThings(base: Holder, name: string, args: Args, node: Node): Holder {
    const { world } = this
    const { flow } = world
    const out = new Holder()
    this.ofPrimitives(name, args, node, out)
    flow.watch(base, (thing) => {
      const self = world.holding(thing)
      const array = thing.kind === 'array' ? ARRAY_METHODS.get(name) : undefined
      if (array !== undefined) {
        const receiver = withoutChain(node.callee).object
        const fresh = makerOfFresh(receiver, node, world.analysis.bindingOf, world.facts)
        callArrayMethod({
          does: array,
          name,
          array: thing,
          args,
          node,
          walk: this.walk,
          isFresh: thing.node === fresh,
          out,
        })
        flow.join(this.invokeAll(thing.methods, self, args, node), out)
        return
      }
      if (!thing.isMade && thing.kind !== 'function') {
        flow.join(this.unseen(args, node), out)
        if (thing.kind === 'built-in') this.ofLanguage(name, args, out)
        return
      }
      flow.join(this.invokeAll(thing.field(name), self, args, node), out)
      flow.join(this.invokeAll(thing.elements, self, args, node), out)
      if (mayInherit(thing, name)) this.inherited(thing, name, args, node, out)
    })
    return out
  }

  /** A function of the language that is not known: some give prototypes, and some change what they are given. */
  private ofLanguage(name: string, args: Args, out: Holder): void {
    const { world } = this
    if (!/^(?:create|fromEntries|groupBy)$/.test(name)) world.flow.put(world.builtIn, out)
    if (!/^(?:define|set|__define)/.test(name)) return
    world.flow.watch(argument(args, 0), ({ kind }) => {
      if (kind === 'built-in') throw new Tampering()
    })
  }

  /** A method that the language gives to all objects. */
  private inherited(thing: Thing, name: string, args: Args, node: Node, out: Holder): void {
    const { world } = this
    switch (name) {
      case 'hasOwnProperty':
      case 'propertyIsEnumerable':
      case 'isPrototypeOf':
        return this.walk.objects.coerceAll(args, node)
      case 'toString':
      case 'toLocaleString':
        return this.walk.objects.coerce(world.holding(thing), node)
      case 'valueOf':
        return world.flow.put(thing, out)
      default:
        world.escapeThing(thing, `is handed to its method \`${name}\``, node)
        world.flow.join(this.unseen(args, node), out)
    }
  }

  /** The same call, should the receiver be a string or a number. */
  private ofPrimitives(name: string, args: Args, node: Node, out: Holder): void {
    const { world } = this
    if (OF_PRIMITIVES.has(name)) return this.walk.objects.coerceAll(args, node)
    if (!(name in String.prototype || name in Number.prototype || name in Symbol.prototype)) return
    this.escapeAll(args, `is handed to \`${name}\``, node)
    if (name === 'split') world.flow.put(world.make('array', node, this.walk), out)
    else if (name === 'match' || name === 'matchAll') world.flow.put(world.unknown, out)
    else if (name in Object.prototype) world.flow.put(world.builtIn, out)
  }

  // Functions

  /** Calls all that `callee` holds; in contents of objects, what is no function is not called. */
  invokeAll(callee: Holder, self: Holder, args: Args, node: Node): Holder {
    const { world } = this
    const out = new Holder()
    world.flow.watch(callee, (thing) => {
      if (thing.kind === 'function') world.flow.join(this.invoke(thing, self, args, node), out)
      else if (!thing.isMade) {
        world.escape(self, `is handed to its method, which may be any`, node)
        world.flow.join(this.unseen(args, node), out)
      }
    })
    return out
  }

  private invoke(fn: Thing, self: Holder, args: Args, node: Node): Holder {
    const { world } = this
    const walk = fn.home as Walker
    const returns = walk.body(fn.node)
    // The generator object may be resumed, cloned, kept by anybody.
    if (isCompiledGenerator(fn.node))
      this.escapeAll(args, 'is handed to a generator that is held as a value', node)
    this.hasOtherCallers(fn.node)
    walk.calls.pass(fn.node, self, args, node)
    return fn.node.generator || fn.node.async ? world.anything : returns
  }

  pass(fn: Node, self: Holder, args: Args, node: Node): void {
    const { walk, world } = this
    const { flow, analysis } = world
    const { bindings } = analysis.scopeOf.get(fn)!
    const own = bindings.get('this')
    if (own?.kind === 'this' && fn.type !== 'ArrowFunctionExpression') flow.join(self, walk.holderOf(own))
    const list = bindings.get('arguments')
    if (list?.kind === 'this') {
      this.escapeAll(args, 'is in `arguments`', node)
      flow.put(world.unknown, walk.holderOf(list))
    }
    fn.params.forEach((parameter: Node, place: number) => {
      if (parameter.type === 'RestElement') {
        const rest = world.make('array', parameter, walk)
        for (const each of args.list.slice(place)) flow.join(each, rest.elements)
        if (args.rest !== null) flow.join(args.rest, rest.elements)
        walk.objects.assign(parameter.argument, world.holding(rest))
        return
      }
      const target = parameter.type === 'AssignmentPattern' ? parameter.left : parameter
      walk.objects.assign(target, argument(args, place))
      if (list?.kind === 'this') walk.objects.assign(target, world.anything)
    })
  }

  private hasOtherCallers(fn: Node): void {
    const facts = this.world.generators.get(fn)
    if (facts !== undefined) facts.hasOtherCallers = true
  }

  /** Somebody calls `fn` whom we do not see. */
  calledByOthers(fn: Thing): void {
    const { world } = this
    const { node } = fn
    const home = fn.home as Walker
    const outside = { list: [], rest: world.anything }
    if (isPlainGenerator(node)) {
      home.body(node)
      this.hasOtherCallers(node)
      const list = node.params.map((parameter: Node) => {
        const name = namedBy(parameter)
        return name === null ? world.anything : world.holding(world.arrival(name))
      })
      home.calls.pass(node, world.anything, { list, rest: world.anything }, node)
      return
    }
    // For them it has variables of its own, so that what they pass is not taken for what the file passes.
    const apart = home === home.main && !world.holdsGenerator(node) && !world.isInGenerator(node)
    const walk = apart ? home.apart(node) : home
    const returns = walk.body(node)
    walk.calls.pass(node, world.anything, outside, node)
    world.escape(returns, 'is returned to an unknown caller', node)
  }

  construct(node: Node): Holder {
    const { callee } = node
    const { walk, world } = this
    const args = this.args(node.arguments)
    if (callee.type === 'Identifier' && !world.analysis.bindingOf.has(callee)) {
      switch (callee.name) {
        case 'Array': {
          const array = world.make('array', node, walk)
          for (const each of args.list) world.flow.join(each, array.elements)
          if (args.rest !== null) world.flow.join(args.rest, array.elements)
          return world.holding(array)
        }
        case 'Set':
        case 'Map':
          world.escape(walk.objects.elements(argument(args, 0), node), `is in a ${callee.name}`, node)
          return world.anything
        case 'Date':
          this.walk.objects.coerceAll(args, node)
          return world.anything
      }
      return this.unseen(args, node)
    }
    world.flow.watch(walk.value(callee), (thing) => {
      if (thing.kind === 'function') this.invoke(thing, world.anything, args, node)
    })
    return this.unseen(args, node)
  }

  tag(node: Node): Holder {
    const { walk, world } = this
    const values = node.quasi.expressions.map((each: Node) => walk.value(each))
    const args = { list: [world.anything, ...values], rest: null }
    const tag = withoutChain(node.tag)
    if (tag.type !== 'MemberExpression')
      return this.invokeAll(walk.value(tag), this.world.noReceiver, args, node)
    const { base, value } = walk.objects.member(tag)
    return this.invokeAll(this.walk.either(value, this.world.holding(this.world.builtIn)), base, args, node)
  }

  // Suspensions

  /** `yield` and `yield*`: what goes out is seen by all, and what comes in may be anything. */
  suspension(node: Node): Holder {
    const { walk, world } = this
    const fn = world.functionAround(node)
    const { argument: given } = node
    if (!isPlainGenerator(fn)) {
      if (given !== null) world.escape(walk.value(given), 'is yielded', node)
      return world.anything
    }
    const received = world.holding(world.arrival(node))
    if (given === null) return received
    const callee = node.delegate
      ? calledGenerator(given, world.analysis.bindingOf, world.facts.generators)
      : null
    if (callee === null) {
      const what = node.delegate ? 'is handed to `yield*`' : 'is yielded'
      world.escape(walk.value(given), what, node)
      return received
    }
    const { main } = walk
    const returns = main.body(callee)
    main.calls.pass(callee, world.anything, this.args(given.arguments), given)
    if (world.facts.selfContained.has(callee)) {
      world.trusting.set(node, returns)
      return returns
    }
    this.hasOtherCallers(callee)
    return received
  }
}

/** Whether the language may give the object a method of that name; of arrays also one that we do not know yet. */
function mayInherit({ kind }: Thing, name: string): boolean {
  return kind === 'array' || name in (kind === 'function' ? Function.prototype : Object.prototype)
}

/** The name that a parameter gives to what is passed, or to a primitive in its place. */
export function namedBy(parameter: Node): Node | null {
  if (parameter.type === 'Identifier') return parameter
  if (parameter.type !== 'AssignmentPattern' || parameter.left.type !== 'Identifier') return null
  const { type, regex } = parameter.right
  return (type === 'Literal' && regex === undefined) || type === 'UnaryExpression' ? parameter.left : null
}
